import { expect } from 'vitest';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { makeClocker, makeShift } from '@vaktplan/testing/clock-rows';
import { httpTest } from '../testing/http-test.ts';

httpTest('the dashboard is for managers of the location', async ({ app, owner, ctx, make, foreign }) => {
  const person = await makeClocker(ctx, make, { name: 'Anna' });
  const { departmentId, employeeId, locationId } = person;
  await makeShift(ctx, {
    departmentId,
    employeeId,
    startsAt: '2025-12-01T07:00:00Z',
    endsAt: '2025-12-01T15:00:00Z',
  });
  const url = `/api/v1/dashboard?locationId=${locationId}`;
  expect((await owner.inject({ url })).json()).toMatchObject({
    date: '2025-12-01',
    today: [{ employeeName: 'Anna' }],
    atWork: [{ state: 'late' }],
    week: { scheduledMinutes: 480, costMinor: 120_000 },
  });
  const manager = await make.user('manager', { locationId: await make.location() });
  const stranger = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
  expect((await (await app.as(manager, ctx.orgId)).inject({ url })).statusCode).toBe(403);
  expect((await (await app.as(person.as.actor as UserActor, ctx.orgId)).inject({ url })).statusCode).toBe(
    403,
  );
  expect((await stranger.inject({ url })).statusCode).toBe(404);
  expect((await app.inject({ url })).statusCode).toBe(401);
  expect((await owner.inject({ url: '/api/v1/dashboard' })).statusCode).toBe(400);
});
