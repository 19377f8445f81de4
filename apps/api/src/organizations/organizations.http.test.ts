import { describe, expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

const api = '/api/v1';
const zone = 'Europe/Copenhagen';
const id = '01890000-0000-7000-8000-000000000000';

describe('/api/v1/organizations/current', () => {
  httpTest('read with its version, changed with If-Match', async ({ owner }) => {
    const url = `${api}/organizations/current`;
    const read = await owner.inject({ url });
    expect([read.statusCode, read.headers.etag]).toEqual([200, '"1"']);
    const patch = (headers: Record<string, string>, payload: object) =>
      owner.inject({ method: 'PATCH', url, headers, payload });
    expect((await patch({ 'if-match': '"1"' }, { name: 'Café Syd' })).json()).toMatchObject({
      name: 'Café Syd',
      version: 2,
    });
    const stale = await patch({ 'if-match': '"1"' }, { name: 'x' });
    expect([stale.statusCode, stale.json().current.version]).toEqual([412, 2]);
    expect((await patch({}, { name: 'x' })).statusCode).toBe(428);
    expect((await patch({ 'if-match': '"2"' }, { zone: 'Mars' })).json()).toMatchObject({
      status: 422,
      code: 'unknown_zone',
    });
  });
});

const things = [
  { path: 'locations', good: { name: 'Havn', zone }, change: { address: 'Kajen 1' } },
  { path: 'departments', good: { name: 'Bar', locationId: '' }, change: { name: 'Bodega' } },
  { path: 'positions', good: { name: 'Barista', color: '#aa3311' }, change: { color: '#3311aa' } },
  { path: 'skills', good: { name: 'First aid' }, change: { name: 'Fire' } },
] as const;

describe.for(things)('/api/v1/$path', ({ path, good, change }) => {
  const url = `${api}/${path}`;

  httpTest(
    'made, listed, changed, archived; the other tenant finds nothing',
    async ({ app, owner, make, foreign }) => {
      const payload = { ...good, ...('locationId' in good ? { locationId: await make.location() } : {}) };
      const headers = { 'idempotency-key': `make-${path}` };
      const made = await owner.inject({ method: 'POST', url, headers, payload });
      expect([made.statusCode, made.headers.etag]).toEqual([201, '"1"']);
      const row = made.json<{ id: string }>();
      const again = await owner.inject({ method: 'POST', url, headers, payload });
      expect(again.json()).toEqual(made.json());
      expect((await owner.inject({ method: 'POST', url, payload })).json()).toMatchObject({
        status: 409,
        code: 'name_taken',
      });
      expect((await owner.inject({ url })).json().data).toContainEqual(made.json());

      if (foreign.ctx.actor.kind !== 'user') throw new Error('a user');
      const stranger = await app.as(foreign.ctx.actor, foreign.ctx.orgId);
      const ifMatch = { 'if-match': '1' };
      expect(
        (
          await stranger.inject({
            method: 'PATCH',
            url: `${url}/${row.id}`,
            headers: ifMatch,
            payload: change,
          })
        ).statusCode,
      ).toBe(404);
      expect(
        (await stranger.inject({ method: 'DELETE', url: `${url}/${row.id}`, headers: ifMatch })).statusCode,
      ).toBe(404);
      expect((await stranger.inject({ url })).json().data).toEqual([]);

      const changed = await owner.inject({
        method: 'PATCH',
        url: `${url}/${row.id}`,
        headers: ifMatch,
        payload: change,
      });
      expect(changed.json()).toMatchObject({ ...change, version: 2 });
      expect(
        (await owner.inject({ method: 'DELETE', url: `${url}/${row.id}`, headers: ifMatch })).statusCode,
      ).toBe(412);
      expect(
        (await owner.inject({ method: 'DELETE', url: `${url}/${row.id}`, headers: { 'if-match': '"2"' } }))
          .statusCode,
      ).toBe(204);
      expect((await owner.inject({ url })).json().data).not.toContainEqual(
        expect.objectContaining({ id: row.id }),
      );
    },
  );

  httpTest('strangers, employees and bad bodies are refused', async ({ app, owner, ctx, make }) => {
    const headers = { 'if-match': '1' };
    const writes = [
      { method: 'POST', url, payload: good },
      { method: 'PATCH', url: `${url}/${id}`, headers, payload: change },
      { method: 'DELETE', url: `${url}/${id}`, headers },
    ] as const;
    const employee = await app.as(await make.user('employee'), ctx.orgId);
    for (const write of writes) {
      expect((await app.inject(write)).statusCode).toBe(401);
      expect((await employee.inject(write)).statusCode).toBe(403);
    }
    expect((await app.inject({ url })).statusCode).toBe(401);
    expect((await employee.inject({ url })).statusCode).toBe(200);
    for (const payload of [
      {},
      [],
      { ...good, name: 7 },
      { ...good, organizationId: id },
      { ...good, name: ' ' },
      { ...good, name: 'x'.repeat(121) },
      { ...good, version: 9 },
    ]) {
      expect(
        (await owner.inject({ method: 'POST', url, payload })).json(),
        JSON.stringify(payload).slice(0, 60),
      ).toMatchObject({ status: 400, code: 'validation_failed' });
    }
    expect(
      (await owner.inject({ method: 'PATCH', url: `${url}/not-an-id`, headers, payload: change })).statusCode,
    ).toBe(400);
    const nul = await owner.inject({
      method: 'POST',
      url,
      payload: {
        ...good,
        name: 'a\u0000b',
        ...('locationId' in good ? { locationId: await make.location() } : {}),
      },
    });
    expect(nul.statusCode).toBe(400);
  });
});
