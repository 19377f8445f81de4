import { expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { listFindings } from '../findings/list-findings.ts';
import { updateLocation } from '../organizations/update-location.ts';
import { copySchedule } from '../roll-out/copy-schedule.ts';
import { listAsSeen } from '../schedules/list-as-seen.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from './create-shift.ts';
import { getShift } from './get-shift.ts';
import { updateShift } from './update-shift.ts';

const code = (name: string) => expect.objectContaining({ code: name });
const shop = dbTest.extend<{ shop: Record<'locationId' | 'departmentId' | 'ida', string> }>({
  shop: async ({ make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await use({ locationId, departmentId, ida: await make.employee(departmentId) });
  },
});

shop(
  '24:00 is 00:00 of the next day: the shift ends with its day and touches the next',
  async ({ ctx, shop }) => {
    const { locationId, departmentId, ida: employeeId } = shop;
    const late = { departmentId, employeeId, startsAt: '2025-12-06T16:00', endsAt: '2025-12-07T00:00' };
    const first = await createShift(ctx, late);
    expect(first).toMatchObject({ localDate: '2025-12-06', minutes: 480 });
    const next = { ...late, startsAt: '2025-12-07T00:00', endsAt: '2025-12-07T04:00' };
    const second = await createShift(ctx, next);
    expect(second.localDate).toBe('2025-12-07');
    // it does not lie in the closed Sunday it ends at, and the two are one stretch
    await updateLocation(ctx, locationId, 1, { closedWeekdays: [7] });
    const found = await listFindings(ctx, { locationId, startDate: '2025-12-01', endDate: '2025-12-07' });
    expect(found.data.map(({ rule, shiftIds }) => [rule, shiftIds])).toEqual([['closed_day', [second.id]]]);
    await expect(createShift(ctx, { ...next, startsAt: '2025-12-06T23:59' })).rejects.toEqual(
      code('shift_overlap'),
    );
  },
);

shop('a shift of no length, or one that ends before it starts, is refused', async ({ ctx, shop }) => {
  const { departmentId } = shop;
  for (const endsAt of ['2025-12-01T09:00', '2025-12-01T08:59'])
    await expect(createShift(ctx, { departmentId, startsAt: '2025-12-01T09:00', endsAt })).rejects.toEqual(
      code('end_before_start'),
    );
  // 30 minutes by the clock, none that pass
  await expect(
    createShift(ctx, { departmentId, startsAt: '2026-03-29T02:00', endsAt: '2026-03-29T02:30' }),
  ).rejects.toEqual(code('local_time_missing'));
});

shop(
  'another zone after publishing: what was published keeps its moments and its day',
  async ({ ctx, shop }) => {
    const { locationId, departmentId, ida: employeeId } = shop;
    const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
    const night = { departmentId, employeeId, startsAt: '2025-12-01T23:30', endsAt: '2025-12-02T06:00' };
    const { id } = await createShift(ctx, night);
    await publishSchedule(ctx, { locationId, ...week, notify: 'none' });
    const seen = () => listAsSeen(ctx, { employeeId, at: ctx.now().toString(), ...week });
    const before = (await seen()).data;
    await updateLocation(ctx, locationId, 1, { zone: 'Pacific/Chatham' });
    expect((await seen()).data).toEqual(before);
    expect(await getShift(ctx, id)).toMatchObject({
      state: 'published',
      zone: 'Europe/Copenhagen',
      localDate: '2025-12-01',
      startsAt: '2025-12-01T22:30:00Z',
    });
    // what is planned from now on is on the new clock, 13 hours and 45 minutes ahead
    const moved = await updateShift(ctx, id, 1, {
      startsAt: '2025-12-03T09:00',
      endsAt: '2025-12-03T17:00',
    });
    expect(moved).toMatchObject({
      zone: 'Pacific/Chatham',
      startsAt: '2025-12-02T19:15:00Z',
      state: 'changed',
    });
  },
);

shop('29 February and week 53 are days like others for a copy', async ({ ctx, shop }) => {
  const { locationId, departmentId, ida: employeeId } = shop;
  const on = (day: string) => ({ startsAt: `${day}T09:00`, endsAt: `${day}T17:00` });
  const copied = async (from: string, to: string) => {
    await createShift(ctx, { departmentId, employeeId, ...on(from) });
    const { data } = await copySchedule(ctx, {
      locationId,
      from: { startDate: from, endDate: from },
      toStartDate: to,
    });
    return data.map(({ outcome, localDate }) => [outcome, localDate]);
  };
  expect(await copied('2028-02-22', '2028-02-29')).toEqual([['created', '2028-02-29']]);
  expect(await copied('2026-12-28', '2027-01-03')).toEqual([['created', '2027-01-03']]);
});
