import { createHash } from 'node:crypto';
import type { FileUpload } from '@vaktplan/contracts/http/files';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { removeFilesBefore } from '@vaktplan/core/files/remove-file';
import { sweepFiles } from '@vaktplan/core/files/sweep-files';
import { setPin } from '@vaktplan/core/kiosk/set-pin';
import type { LightMyRequestResponse } from 'fastify';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { httpTest } from '../testing/http-test.ts';
import { makeKiosk } from '../testing/kiosk.ts';

type Send = (url: string, payload?: object) => Promise<LightMyRequestResponse>;
type Fixtures = {
  /** A tablet at which Ada has just clocked in. */
  door: { send: Send; punchId: string; entryId: string; location: string; worker: string };
};

const photoTest = httpTest.extend<Fixtures>({
  door: async ({ app, ctx, make }, use) => {
    const location = await make.location();
    const worker = await make.employee(await make.department(location), { name: 'Ada' });
    await setPin(ctx, worker, '2468', app.services.env.PIN_SECRET);
    const tablet = await makeKiosk(ctx, app.services.env, { locationId: location, photo: 'optional' });
    const send: Send = (url, payload) =>
      app.inject({
        method: 'POST',
        url: `/api/v1/kiosk/${url}`,
        headers: tablet.header,
        ...(payload && { payload }),
      });
    const punchId = uuidv7();
    const tap = { id: punchId, kind: 'in', employeeId: worker, pin: '2468' };
    expect((await send('punches', tap)).statusCode).toBe(201);
    const { rows } = await ctx.db.transaction(ctx.orgId, (tx) =>
      tx.$client.query<{ id: string }>('select id from time_entries where employee_id = $1', [worker]),
    );
    await use({ send, punchId, entryId: rows[0]?.id ?? '', location, worker });
  },
});

const JPEG = Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), Buffer.from('a small picture')]);
const announce = (punchId: string, content: Buffer, more: object = {}) => ({
  purpose: 'punch_photo',
  contentType: 'image/jpeg',
  sizeBytes: content.length,
  sha256: createHash('sha256').update(content).digest('hex'),
  punchId,
  ...more,
});
const upload = async (given: FileUpload, content: Buffer): Promise<number> => {
  if (!given.upload) throw new Error('there is nothing to send');
  const { url, headers } = given.upload;
  return (await fetch(url, { method: 'PUT', headers, body: new Uint8Array(content) })).status;
};
const count = async (ctx: Ctx): Promise<Record<string, number>> => {
  const { rows } = await ctx.db.transaction(ctx.orgId, (tx) =>
    tx.$client.query<{ state: string; n: number }>('select state, count(*)::int as n from files group by 1'),
  );
  return Object.fromEntries(rows.map(({ state, n }) => [state, n]));
};

describe('the photo of a tap', () => {
  photoTest(
    'is announced, sent, looked at and shown to those who may see it',
    async ({ app, ctx, make, owner, foreign, door }) => {
      const body = announce(door.punchId, JPEG);
      const first = await door.send('files', body);
      const again = await door.send('files', body);
      expect([first.statusCode, again.json().file.id]).toEqual([201, first.json().file.id]);
      const given = first.json<FileUpload>();
      expect((await door.send(`files/${given.file.id}/confirm`)).json().code).toBe('file_missing');
      expect(await upload(given, JPEG)).toBe(200);
      expect(await upload(given, JPEG)).toBe(412);
      const url = `/api/v1/files?timeEntryId=${door.entryId}`;
      expect((await owner.inject({ url })).json().data).toEqual([]);
      for (let time = 0; time < 2; time++) {
        const confirmed = await door.send(`files/${given.file.id}/confirm`);
        expect(confirmed.json()).toMatchObject({ state: 'stored', punchId: door.punchId });
      }
      expect((await door.send('files', body)).json().upload).toBeNull();
      const other = announce(door.punchId, Buffer.concat([JPEG, JPEG]));
      expect((await door.send('files', other)).json().code).toBe('file_exists');

      const [shown] = (await owner.inject({ url })).json<{ data: { url: string }[] }>().data;
      const got = await fetch(shown?.url ?? '');
      expect(Buffer.from(await got.arrayBuffer())).toEqual(JPEG);
      expect(got.headers.get('content-disposition')).toMatch(/^attachment; filename="punch_photo-/);
      const self = await app.as(await make.user('employee', { employeeId: door.worker }), ctx.orgId);
      expect((await self.inject({ url })).json().data).toHaveLength(1);
      const elsewhere = { locationId: await make.location() };
      for (const actor of [await make.user('employee'), await make.user('manager', elsewhere)])
        expect((await (await app.as(actor, ctx.orgId)).inject({ url })).statusCode).toBe(403);
      const stranger = foreign.ctx.actor;
      if (stranger.kind !== 'user') throw new Error('nobody');
      const theirs = await app.as(stranger, foreign.ctx.orgId);
      expect((await theirs.inject({ url })).statusCode).toBe(404);
    },
  );

  photoTest(
    'is deleted by those who manage people there, and by nobody else',
    async ({ app, ctx, make, owner, foreign, door }) => {
      const given = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
      await upload(given, JPEG);
      await door.send(`files/${given.file.id}/confirm`);
      const request = { method: 'DELETE', url: `/api/v1/files/${given.file.id}` } as const;
      const self = await make.user('employee', { employeeId: door.worker });
      const elsewhere = await make.user('manager', { locationId: await make.location() });
      for (const actor of [self, elsewhere])
        expect((await (await app.as(actor, ctx.orgId)).inject(request)).statusCode).toBe(403);
      const stranger = foreign.ctx.actor;
      if (stranger.kind !== 'user') throw new Error('nobody');
      expect((await (await app.as(stranger, foreign.ctx.orgId)).inject(request)).statusCode).toBe(404);
      expect(await count(ctx)).toEqual({ stored: 1 });
      expect((await owner.inject(request)).statusCode).toBe(204);
      expect((await owner.inject(request)).statusCode).toBe(404);
      expect(await count(ctx)).toEqual({ removed: 1 });
    },
  );

  const html = Buffer.from('<!doctype html><script>alert(1)</script>');
  photoTest.for([
    ['a page that calls itself a picture', announce('', html), html],
    ['a picture of another type', announce('', JPEG, { contentType: 'image/png' }), JPEG],
    [
      'another content of that size',
      announce('', JPEG),
      Buffer.concat([JPEG.subarray(0, -1), Buffer.from('X')]),
    ],
  ] as const)('%s is thrown away', async ([, body, content], { ctx, door, app }) => {
    const given = (await door.send('files', { ...body, punchId: door.punchId })).json<FileUpload>();
    expect(await upload(given, content)).toBe(200);
    const answer = await door.send(`files/${given.file.id}/confirm`);
    expect([answer.statusCode, answer.json().code]).toEqual([422, 'file_not_as_announced']);
    expect((await door.send(`files/${given.file.id}/confirm`)).statusCode).toBe(404);
    expect(await count(ctx)).toEqual({ removed: 1 });
    const key = `${ctx.orgId}/punch_photo/${given.file.id}`;
    expect(await app.services.files?.get(key, 1000)).toBeUndefined();
  });

  photoTest('of another size does not even arrive', async ({ door }) => {
    const given = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
    expect(await upload(given, Buffer.concat([JPEG, JPEG]))).toBe(403);
    expect((await door.send(`files/${given.file.id}/confirm`)).json().code).toBe('file_missing');
  });

  photoTest('too large, of no known type or with a bad hash is refused at once', async ({ door }) => {
    for (const wrong of [
      { sizeBytes: 2_000_001 },
      { sizeBytes: 0 },
      { contentType: 'image/svg+xml' },
      { contentType: 'text/html' },
      { sha256: '../../etc/passwd' },
      { purpose: 'avatar' },
    ])
      expect((await door.send('files', announce(door.punchId, JPEG, wrong))).statusCode).toBe(400);
  });

  photoTest(
    'of somebody else’s tap is not taken, and another tablet confirms nothing',
    async ({ app, ctx, owner, door }) => {
      const given = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
      const other = await makeKiosk(ctx, app.services.env, { locationId: door.location });
      const tries = [
        app.inject({
          method: 'POST',
          url: '/api/v1/kiosk/files',
          headers: other.header,
          payload: announce(door.punchId, JPEG),
        }),
        app.inject({
          method: 'POST',
          url: `/api/v1/kiosk/files/${given.file.id}/confirm`,
          headers: other.header,
        }),
        owner.inject({ method: 'POST', url: '/api/v1/files', payload: announce(door.punchId, JPEG) }),
        owner.inject({ method: 'POST', url: `/api/v1/files/${given.file.id}/confirm` }),
        door.send('files', announce(uuidv7(), JPEG)),
      ];
      expect((await Promise.all(tries)).map(({ statusCode }) => statusCode)).toEqual([
        404, 404, 404, 404, 404,
      ]);
    },
  );

  photoTest('is taken five times at most while none arrives, also at once', async ({ ctx, door }) => {
    const tries = Array.from({ length: 12 }, (_, nr) =>
      door.send('files', announce(door.punchId, Buffer.concat([JPEG, Buffer.from([nr])]))),
    );
    const statuses = (await Promise.all(tries)).map(({ statusCode }) => statusCode);
    expect(statuses.filter((status) => status === 201)).toHaveLength(5);
    expect(statuses.filter((status) => status === 429)).toHaveLength(7);
    expect(await count(ctx)).toEqual({ pending: 5 });
  });
});

describe('what is left over', () => {
  photoTest('is swept: never confirmed, or removed; what is stored stays', async ({ app, ctx, door }) => {
    const store = app.services.files;
    if (!store) throw new Error('no store');
    const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'sweep' } };
    const given = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
    await upload(given, JPEG);
    expect(await sweepFiles(system, store)).toBe(0);
    const later: Ctx = { ...system, now: () => app.clock.now().add({ hours: 3 }) };
    expect(await sweepFiles(later, store)).toBe(1);
    const keyOf = (id: string) => `${ctx.orgId}/punch_photo/${id}`;
    expect(await store.get(keyOf(given.file.id), 1000)).toBeUndefined();
    expect((await door.send(`files/${given.file.id}/confirm`)).statusCode).toBe(404);

    const kept = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
    await upload(kept, JPEG);
    await door.send(`files/${kept.file.id}/confirm`);
    expect(await sweepFiles(later, store)).toBe(0);
    const before = later.now().toString();
    await expect(removeFilesBefore(ctx, { purpose: 'punch_photo', before })).rejects.toMatchObject({
      code: 'forbidden',
    });
    expect(await removeFilesBefore(system, { purpose: 'punch_photo', before })).toBe(1);
    expect(await sweepFiles(system, store)).toBe(1);
    expect(await sweepFiles(system, store)).toBe(0);
    expect(await store.get(keyOf(kept.file.id), 1000)).toBeUndefined();
  });

  photoTest('one that the store does not let go keeps no other from going', async ({ app, ctx, door }) => {
    const store = app.services.files;
    if (!store) throw new Error('no store');
    const system: Ctx = { ...ctx, actor: { kind: 'system', name: 'sweep' } };
    const later: Ctx = { ...system, now: () => app.clock.now().add({ hours: 3 }) };
    const other = Buffer.concat([JPEG, Buffer.from('!')]);
    const stuck = (await door.send('files', announce(door.punchId, JPEG))).json<FileUpload>();
    const goes = (await door.send('files', announce(door.punchId, other))).json<FileUpload>();
    await upload(stuck, JPEG);
    await upload(goes, other);
    const locked = {
      ...store,
      delete: (key: string) =>
        key.endsWith(stuck.file.id) ? Promise.reject(new Error('AccessDenied')) : store.delete(key),
    };
    await expect(sweepFiles(later, locked)).rejects.toThrow('1 files could not be deleted');
    expect(await count(ctx)).toEqual({ pending: 1, removed: 1 });
    expect(await sweepFiles(later, store)).toBe(1);
    expect(await count(ctx)).toEqual({ removed: 2 });
  });
});
