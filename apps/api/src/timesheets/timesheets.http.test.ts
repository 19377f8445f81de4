import { expect } from 'vitest';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { makeDay } from '@vaktplan/core/timesheets/timesheets.fixture';
import { makeClocker } from '@vaktplan/testing/clock-rows';
import { httpTest } from '../testing/http-test.ts';

const december = 'startDate=2025-12-01&endDate=2025-12-31';

httpTest(
  'approving by HTTP: who may, what is stale, the same key again, bad bodies',
  async ({ app, owner, ctx, make, foreign }) => {
    const anna = await makeClocker(ctx, make, { name: 'Anna' });
    const id = await makeDay(ctx, anna, '2025-12-01');
    const manager = await app.as(await make.user('manager', { departmentId: anna.departmentId }), ctx.orgId);
    const other = await make.user('manager', { locationId: await make.location() });
    const elsewhere = await app.as(other, ctx.orgId);
    const stranger = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
    const person = await app.as(anna.as.actor as UserActor, ctx.orgId);
    const lines = `/api/v1/timesheets/lines?${december}`;
    expect((await app.inject({ url: lines })).statusCode).toBe(401);
    expect((await person.inject({ url: lines })).statusCode).toBe(403);
    expect((await elsewhere.inject({ url: lines })).json()).toMatchObject({ data: [] });
    expect((await manager.inject({ url: lines })).json()).toMatchObject({
      data: [{ id, state: 'complete' }],
    });
    expect(
      (await manager.inject({ url: '/api/v1/timesheets/lines?startDate=2025-01-01&endDate=2025-12-31' }))
        .statusCode,
    ).toBe(400);

    const url = '/api/v1/timesheets/lines/approve';
    const approve = (who: typeof owner, entries: unknown, key?: string) =>
      who.inject({
        method: 'POST',
        url,
        payload: { entries },
        headers: key ? { 'idempotency-key': key } : {},
      });
    for (const bad of [
      undefined,
      [],
      [{ id }],
      [{ id: 'x', version: 1 }],
      [{ id, version: 0 }],
      Array.from({ length: 501 }, () => ({ id, version: 1 })),
    ])
      expect((await approve(manager, bad)).statusCode).toBe(400);
    expect((await approve(person, [{ id, version: 1 }])).statusCode).toBe(403);
    expect((await approve(elsewhere, [{ id, version: 1 }])).json()).toMatchObject({
      data: [{ code: 'forbidden' }],
    });
    expect((await approve(stranger, [{ id, version: 1 }])).json()).toMatchObject({
      data: [{ code: 'not_found' }],
    });
    const stale = await approve(manager, [{ id, version: 2 }]);
    expect(stale.json()).toMatchObject({ data: [{ code: 'version_conflict', current: { version: 1 } }] });
    const first = await approve(manager, [{ id, version: 1 }], 'k1');
    expect(first.json()).toMatchObject({ meta: { done: 1 } });
    expect((await approve(manager, [{ id, version: 1 }], 'k1')).json()).toEqual(first.json());
    expect((await approve(manager, [{ id, version: 2 }], 'k1')).statusCode).toBe(422);

    const reason = { startedAt: '2025-12-01T09:00', endedAt: '2025-12-01T16:00', reason: 'As seen' };
    const correct = (who: typeof owner, payload: object, version?: number) =>
      who.inject({
        method: 'PATCH',
        url: `/api/v1/timesheets/lines/${id}`,
        payload,
        headers: version ? { 'if-match': `"${version}"` } : {},
      });
    expect((await correct(manager, reason)).statusCode).toBe(428);
    expect((await correct(manager, reason, 9)).statusCode).toBe(412);
    expect((await correct(elsewhere, reason, 1)).statusCode).toBe(403);
    expect((await correct(stranger, reason, 1)).statusCode).toBe(404);
    expect((await correct(manager, { ...reason, reason: ' ' }, 1)).statusCode).toBe(400);
  },
);

httpTest(
  'hours added by HTTP: who may, the same key again, bad bodies',
  async ({ app, ctx, make, foreign }) => {
    const anna = await makeClocker(ctx, make, { name: 'Anna' });
    const manager = await app.as(await make.user('manager', { departmentId: anna.departmentId }), ctx.orgId);
    const other = await make.user('manager', { locationId: await make.location() });
    const body = {
      employeeId: anna.employeeId,
      locationId: anna.locationId,
      startedAt: '2025-11-28T09:00',
      endedAt: '2025-11-28T17:00',
    };
    const add = (who: typeof manager, payload: object, key?: string) =>
      who.inject({
        method: 'POST',
        url: '/api/v1/timesheets/lines',
        payload,
        headers: key ? { 'idempotency-key': key } : {},
      });
    const stranger = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
    expect((await add(await app.as(anna.as.actor as UserActor, ctx.orgId), body)).statusCode).toBe(403);
    expect((await add(await app.as(other, ctx.orgId), body)).statusCode).toBe(403);
    expect((await add(stranger, body)).statusCode).toBe(404);
    for (const bad of [
      { reason: ' ' },
      { startedAt: 'nine' },
      { locationId: 'x' },
      { employeeId: undefined },
    ])
      expect((await add(manager, { ...body, ...bad })).statusCode).toBe(400);
    const first = await add(manager, body, 'k1');
    expect(first.statusCode).toBe(201);
    expect(first.json()).toMatchObject({ countedMinutes: 480, state: 'complete' });
    expect((await add(manager, body, 'k1')).json()).toEqual(first.json());
    expect((await add(manager, body, 'k2')).json()).toMatchObject({ code: 'hours_overlap' });
  },
);

httpTest(
  'hours as files: CSV, XLSX and PDF, one’s own or those one approves',
  async ({ app, owner, ctx, make }) => {
    const anna = await makeClocker(ctx, make, { name: '=Anna' });
    const bo = await makeClocker(ctx, make, { name: 'Bo' });
    await makeDay(ctx, anna, '2025-12-01');
    await makeDay(ctx, bo, '2025-12-01');
    const person = await app.as(anna.as.actor as UserActor, ctx.orgId);
    const file = (who: typeof owner, more: string) =>
      who.inject({ url: `/api/v1/timesheets/export?${december}&${more}` });
    const csv = await file(owner, 'format=csv');
    expect(csv.headers['content-type']).toContain('text/csv');
    // a name is a name, not a formula
    expect(csv.body).toContain("'=Anna");
    expect(csv.body).toContain('Bo');
    const own = await file(person, `format=csv&employeeId=${anna.employeeId}`);
    expect(own.body).toContain('Anna');
    expect(own.body).not.toContain('Bo');
    expect((await file(person, `format=csv&employeeId=${bo.employeeId}`)).statusCode).toBe(403);
    expect((await file(person, 'format=csv')).statusCode).toBe(403);
    expect((await file(owner, 'format=csv&onlyApproved=true')).body).not.toContain('Bo');
    expect((await file(owner, 'format=xlsx')).rawPayload.subarray(0, 2).toString()).toBe('PK');
    expect((await file(owner, 'format=pdf')).rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect((await file(owner, 'format=doc')).statusCode).toBe(400);
    const mine = await person.inject({ url: '/api/v1/own-data/export?format=xlsx' });
    expect(mine.headers['content-disposition']).toContain('my-data');
    expect(mine.rawPayload.subarray(0, 2).toString()).toBe('PK');
  },
);
