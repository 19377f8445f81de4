import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { httpTest } from '../testing/http-test.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const url = '/api/v1/shifts';

const shop = httpTest.extend<{ shop: { locationId: string; departmentId: string; employeeId: string } }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await use({ locationId, departmentId, employeeId: await make.employee(departmentId) });
  },
});

describe('/api/v1/shifts', () => {
  shop('created, listed, read, changed, deleted and restored', async ({ owner, shop }) => {
    const payload = { departmentId: shop.departmentId, employeeId: shop.employeeId, ...MONDAY };
    const created = await owner.inject({ method: 'POST', url, payload });
    expect(created.statusCode).toBe(201);
    expect(created.headers.etag).toBe('"1"');
    const { id } = created.json<{ id: string }>();

    const list = await owner.inject({ url: `${url}?startDate=2025-12-01&endDate=2025-12-31` });
    expect(list.json()).toMatchObject({
      data: [{ id, localDate: '2025-12-01' }],
      meta: { count: 1, startDate: '2025-12-01', endDate: '2025-12-31' },
    });

    const changed = await owner.inject({
      method: 'PATCH',
      url: `${url}/${id}`,
      headers: { 'if-match': '"1"' },
      payload: { notes: 'Bring the keys' },
    });
    expect(changed.json()).toMatchObject({ version: 2, notes: 'Bring the keys' });
    const stale = await owner.inject({
      method: 'PATCH',
      url: `${url}/${id}`,
      headers: { 'if-match': '"1"' },
      payload: { notes: 'x' },
    });
    expect(stale.statusCode).toBe(412);
    expect(stale.json()).toMatchObject({ code: 'version_conflict', current: { id, version: 2 } });
    expect(
      (await owner.inject({ method: 'PATCH', url: `${url}/${id}`, payload: { notes: 'x' } })).statusCode,
    ).toBe(428);

    const deleted = await owner.inject({
      method: 'DELETE',
      url: `${url}/${id}`,
      headers: { 'if-match': '2' },
    });
    expect(deleted.json()).toMatchObject({ state: 'deleted', version: 3 });
    const restored = await owner.inject({
      method: 'POST',
      url: `${url}/${id}/restore`,
      headers: { 'if-match': '3' },
    });
    expect(restored.json()).toMatchObject({ state: 'draft', version: 4 });
    const open = await owner.inject({
      method: 'POST',
      url: `${url}/${id}/assign`,
      headers: { 'if-match': '4' },
      payload: { employeeId: null },
    });
    expect(open.json()).toMatchObject({ employeeId: null, version: 5 });
    const copy = await owner.inject({
      method: 'POST',
      url: `${url}/${id}/copy`,
      payload: { date: '2025-12-02' },
    });
    expect(copy.json()).toMatchObject({ localDate: '2025-12-02', version: 1 });
  });

  shop('the same key answers the same, another body is refused', async ({ owner, shop }) => {
    const payload = { departmentId: shop.departmentId, ...MONDAY };
    const headers = { 'idempotency-key': uuidv7() };
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => owner.inject({ method: 'POST', url, headers, payload })),
    );
    expect(new Set(answers.map((answer) => answer.body)).size).toBe(1);
    expect(answers.every((answer) => answer.statusCode === 201)).toBe(true);
    const other = await owner.inject({ method: 'POST', url, headers, payload: { ...payload, notes: 'x' } });
    expect([other.statusCode, other.json().code]).toEqual([422, 'idempotency_key_reused']);
  });

  shop(
    'another tenant finds nothing, in path and body; an employee may not plan',
    async ({ app, owner, shop, foreign, ctx, make }) => {
      const created = await owner.inject({
        method: 'POST',
        url,
        payload: { departmentId: shop.departmentId, ...MONDAY },
      });
      const { id } = created.json<{ id: string }>();
      if (foreign.ctx.actor.kind !== 'user') throw new Error('no user');
      const stranger = await app.as(foreign.ctx.actor, foreign.ctx.orgId);
      const attempts = [
        { method: 'GET', url: `${url}/${id}` },
        { method: 'PATCH', url: `${url}/${id}`, headers: { 'if-match': '1' }, payload: { notes: 'x' } },
        { method: 'DELETE', url: `${url}/${id}`, headers: { 'if-match': '1' } },
        { method: 'POST', url: `${url}/${id}/copy`, payload: { date: '2025-12-02' } },
        { method: 'POST', url, payload: { departmentId: shop.departmentId, ...MONDAY } },
      ] as const;
      for (const attempt of attempts)
        expect((await stranger.inject(attempt)).statusCode, `${attempt.method} ${attempt.url}`).toBe(404);

      const employee = await app.as(await make.user('employee', { employeeId: shop.employeeId }), ctx.orgId);
      expect(
        (
          await employee.inject({
            method: 'POST',
            url,
            payload: { departmentId: shop.departmentId, ...MONDAY },
          })
        ).statusCode,
      ).toBe(403);
      expect(
        (await employee.inject({ url: `${url}?startDate=2025-12-01&endDate=2025-12-07` })).json(),
      ).toMatchObject({ data: [] });
    },
  );

  shop.for([
    [
      'end before start',
      { startsAt: '2025-12-01T17:00', endsAt: '2025-12-01T09:00' },
      422,
      'end_before_start',
    ],
    ['zero length', { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T09:00' }, 422, 'end_before_start'],
    ['over a day', { startsAt: '2025-12-01T09:00', endsAt: '2025-12-02T09:01' }, 422, 'shift_too_long'],
    [
      'a time that does not exist',
      { startsAt: '2026-03-29T02:30', endsAt: '2026-03-29T09:00' },
      422,
      'local_time_missing',
    ],
    [
      'a time that happens twice',
      { startsAt: '2025-10-26T02:30', endsAt: '2025-10-26T09:00' },
      422,
      'local_time_ambiguous',
    ],
    [
      'an impossible date',
      { startsAt: '2025-02-30T09:00', endsAt: '2025-02-30T17:00' },
      400,
      'validation_failed',
    ],
    ['an unknown field', { ...MONDAY, organizationId: uuidv7() }, 400, 'validation_failed'],
    ['somebody who is not there', { ...MONDAY, employeeId: uuidv7() }, 404, 'not_found'],
  ] as const)('%s', async ([, times, status, code], { owner, shop }) => {
    const answer = await owner.inject({
      method: 'POST',
      url,
      payload: { departmentId: shop.departmentId, ...times },
    });
    expect([answer.statusCode, answer.json().code]).toEqual([status, code]);
  });

  shop('a range of 400 days, or one that ends before it starts', async ({ owner }) => {
    for (const range of [
      'startDate=2025-01-01&endDate=2026-02-05',
      'startDate=2025-01-02&endDate=2025-01-01',
      'startDate=2025-01-02',
    ]) {
      expect((await owner.inject({ url: `${url}?${range}` })).json()).toMatchObject({
        code: 'validation_failed',
      });
    }
  });
});

shop('publishing: preview, publish, nothing left, unpublish', async ({ owner, shop }) => {
  const scope = { locationId: shop.locationId, startDate: '2025-12-01', endDate: '2025-12-07' };
  const send = (path: string, payload: object) =>
    owner.inject({ method: 'POST', url: `/api/v1/schedules/${path}`, payload });
  await owner.inject({
    method: 'POST',
    url,
    payload: { departmentId: shop.departmentId, employeeId: shop.employeeId, ...MONDAY },
  });
  expect((await send('publish/preview', scope)).json()).toMatchObject({
    added: 1,
    people: [{ employeeId: shop.employeeId }],
  });
  expect((await send('publish', { ...scope, notify: 'affected' })).json()).toMatchObject({
    published: 1,
    notified: 1,
  });
  expect((await send('publish', { ...scope, notify: 'affected' })).json()).toMatchObject({
    code: 'nothing_to_publish',
  });
  expect(
    (await owner.inject({ url: '/api/v1/schedules?startDate=2025-12-01&endDate=2025-12-07' })).json(),
  ).toMatchObject({ data: [{ state: 'published' }] });
  expect((await send('unpublish', scope)).json()).toEqual({ unpublished: 1, notified: 1 });
});

shop(
  'a list of changes: each its own answer; 10,000 are refused with what to do',
  async ({ owner, shop }) => {
    const { departmentId, employeeId } = shop;
    const bulk = (changes: object[]) =>
      owner.inject({ method: 'POST', url: `${url}/bulk`, payload: { changes } });
    const create = { op: 'create', shift: { departmentId, employeeId, ...MONDAY } };
    const answer = await bulk([create, create]);
    expect(answer.statusCode).toBe(200);
    expect(answer.json()).toMatchObject({
      data: [
        { index: 0, ok: true, shift: { version: 1, state: 'draft' } },
        { index: 1, ok: false, code: 'shift_overlap' },
      ],
      meta: { done: 1, failed: 1 },
    });
    const gone = { op: 'delete', id: uuidv7(), version: 1 };
    const pasted = await bulk(Array.from({ length: 10_000 }, () => gone));
    expect(pasted.statusCode).toBe(422);
    expect(pasted.json()).toMatchObject({
      code: 'too_many_changes',
      detail: expect.stringContaining('500 at most'),
    });
    expect((await bulk([])).statusCode).toBe(400);
    expect((await bulk([{ op: 'explode' }])).statusCode).toBe(400);
  },
);
