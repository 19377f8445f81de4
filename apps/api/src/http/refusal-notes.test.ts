import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { listPayPeriods } from '@vaktplan/core/pay-periods/list-pay-periods';
import { lockPayPeriod } from '@vaktplan/core/pay-periods/lock-pay-period';
import { sealEvents } from '@vaktplan/core/audit/seal-events';
import { verifyEvents } from '@vaktplan/core/audit/verify-events';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { makeDay } from '@vaktplan/core/timesheets/timesheets.fixture';
import { makeClocker, rowsOf } from '@vaktplan/testing/clock-rows';
import { httpTest } from '../testing/http-test.ts';
import type { Signed } from '../testing/create-test-app.ts';

const punches = '/api/v1/time-tracking/punches';
const lines = '/api/v1/timesheets/lines';
const post = (who: Signed, url: string, payload: object) => who.inject({ method: 'POST', url, payload });

/** The refusals in the trail, oldest first: who, what, why, about whom. */
const trail = (ctx: Parameters<typeof rowsOf>[0]) =>
  rowsOf(
    ctx,
    `select aggregate_id as who, payload->>'action' as action, payload->>'code' as code, payload->>'subjectId' as subject
     from events where event_type = 'action.refused' order by position`,
  );

httpTest(
  'for a friend, twice, in a locked period, one’s own overtime, a negative break: refused and in the audit chain',
  async ({ app, owner, ctx, make, clock }) => {
    const friend = await makeClocker(ctx, make, { name: 'Friend' });
    const anna = await makeClocker(ctx, make, { name: 'Anna', departmentId: friend.departmentId });
    const signed = await app.as(anna.as.actor as UserActor, ctx.orgId);
    const annaId = (anna.as.actor as UserActor).userId;
    const managing = await make.user('manager', {
      departmentId: anna.departmentId,
      employeeId: await make.employee(anna.departmentId),
    });
    const manager = await app.as(managing, ctx.orgId);
    const managers = { ...anna, employeeId: managing.employeeId as string };
    const overtime = await makeDay(ctx, managers, '2025-11-30');
    const past = await makeDay(ctx, anna, '2025-11-28');

    // for a friend: by naming them, by their punch, by a correction in their name
    const named = await post(signed, punches, { id: uuidv7(), kind: 'in', employeeId: friend.employeeId });
    expect(named.statusCode).toBe(400);
    const theirs = { id: uuidv7(), kind: 'in' };
    await post(await app.as(friend.as.actor as UserActor, ctx.orgId), punches, theirs);
    expect((await post(signed, punches, theirs)).json().code).toBe('idempotency_key_reused');
    const times = { startedAt: '2025-11-29T09:00', endedAt: '2025-11-29T17:00' };
    const forFriend = await signed.inject({
      method: 'PATCH',
      url: `${lines}/${theirs.id}`,
      payload: { ...times, reason: 'A favour' },
      headers: { 'if-match': '"1"' },
    });
    expect(forFriend.statusCode).toBe(403);

    // twice
    expect((await post(signed, punches, { id: uuidv7(), kind: 'in' })).statusCode).toBe(201);
    expect((await post(signed, punches, { id: uuidv7(), kind: 'in' })).json().code).toBe(
      'already_clocked_in',
    );

    // a negative break
    const proposal = { ...times, comment: 'Quick lunch', locationId: anna.locationId };
    const backwards = { startedAt: '2025-11-29T13:00', endedAt: '2025-11-29T12:00' };
    const negative = await post(signed, '/api/v1/timesheet-corrections', {
      ...proposal,
      breaks: [backwards],
    });
    expect(negative.json().code).toBe('end_before_start');

    // one's own overtime, in a list with others
    const own = await post(manager, `${lines}/approve`, { entries: [{ id: overtime, version: 1 }] });
    expect(own.json()).toMatchObject({ data: [{ code: 'own_hours' }] });

    // a locked period
    const [period] = (await listPayPeriods(ctx, { startDate: '2025-11-01', endDate: '2025-11-30' })).data;
    await lockPayPeriod(ctx, period?.id ?? '', period?.version, { anyway: true });
    const edit = await owner.inject({
      method: 'PATCH',
      url: `${lines}/${past}`,
      payload: { startedAt: '2025-11-28T08:00', endedAt: '2025-11-28T20:00', reason: 'More' },
      headers: { 'if-match': '"1"' },
    });
    expect(edit.json().code).toBe('period_locked');

    const route = `POST ${punches}`;
    expect(await trail(ctx)).toEqual([
      { who: annaId, action: route, code: 'validation_failed', subject: friend.employeeId },
      { who: annaId, action: route, code: 'idempotency_key_reused', subject: null },
      { who: annaId, action: `PATCH ${lines}/:id`, code: 'forbidden', subject: theirs.id },
      { who: annaId, action: route, code: 'already_clocked_in', subject: null },
      { who: annaId, action: 'POST /api/v1/timesheet-corrections', code: 'end_before_start', subject: null },
      { who: managing.userId, action: 'timesheets.approve', code: 'own_hours', subject: overtime },
      { who: expect.any(String), action: `PATCH ${lines}/:id`, code: 'period_locked', subject: past },
    ]);
    await expect
      .poll(async () => {
        clock.advance({ minutes: 2 });
        await sealEvents(ctx, 'a secret');
        return (
          await rowsOf(
            ctx,
            `select 1 from audit_links l join events e on e.event_id = l.event_id where e.event_type = 'action.refused'`,
          )
        ).length;
      })
      .toBe(7);
    expect((await verifyEvents(ctx, 'a secret')).finding).toBeNull();
  },
);

httpTest('whoever floods it fills an hour of their own, and no more', async ({ app, ctx, make }) => {
  const anna = await makeClocker(ctx, make);
  const tries = async (count: number) => {
    const signed = await app.as(anna.as.actor as UserActor, ctx.orgId);
    return Promise.all(
      Array.from({ length: count }, () =>
        post(signed, `${lines}/approve`, { entries: [{ id: uuidv7(), version: 1 }] }),
      ),
    );
  };
  expect((await tries(40)).every(({ statusCode }) => statusCode === 403)).toBe(true);
  expect(await trail(ctx)).toHaveLength(30);
  const last = () => rowsOf(ctx, `select 1 from events where payload @> '{"last": true}'`);
  expect(await last()).toHaveLength(1);
  app.clock.advance({ minutes: 61 });
  await tries(1);
  expect(await trail(ctx)).toHaveLength(31);
});
