import { expect } from 'vitest';
import { CreateLocationSchema, LocationView } from '@vaktplan/contracts/http/organizations';
import { dbTest } from '@vaktplan/testing/db-test';
import { getFeasibility } from '../findings/get-feasibility.ts';
import { listFindings } from '../findings/list-findings.ts';
import { CELL, cellAt } from '../findings/feasibility.rules.ts';
import { copySchedule } from '../roll-out/copy-schedule.ts';
import { getRoster } from '../roster/get-roster.ts';
import { applyTemplate } from '../shift-templates/apply-template.ts';
import { createTemplate } from '../shift-templates/create-template.ts';
import { updateTemplate } from '../shift-templates/update-template.ts';
import { createShift } from '../shifts/create-shift.ts';
import { updateLocation } from './update-location.ts';

const WEEK = { startDate: '2025-12-22', endDate: '2025-12-28' };
const CHRISTMAS = { date: '2025-12-25', open: false, name: 'Christmas' };
const OPEN_SUNDAY = { date: '2025-12-21', open: true, name: null };

const shop = dbTest.extend<{ shop: { locationId: string; departmentId: string; ida: string } }>({
  shop: async ({ ctx, make }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    await updateLocation(ctx, locationId, 1, {
      closedWeekdays: [7],
      closedDays: [CHRISTMAS, OPEN_SUNDAY],
    });
    await use({ locationId, departmentId, ida: await make.employee(departmentId) });
  },
});
const at = (day: string) => ({ startsAt: `${day}T09:00`, endsAt: `${day}T17:00` });

shop(
  'weekdays and dates, a date outweighs its weekday; each change replaces the list',
  async ({ ctx, shop }) => {
    const { locationId } = shop;
    const closed = async (startDate: string, endDate: string) =>
      (await getRoster(ctx, { locationId, startDate, endDate })).closedDays;
    expect(await closed('2025-12-14', '2025-12-28')).toEqual([
      { date: '2025-12-14', name: null },
      { date: '2025-12-25', name: 'Christmas' },
      { date: '2025-12-28', name: null },
    ]);
    const kept = LocationView.parse(await updateLocation(ctx, locationId, 2, { name: 'Havn' }));
    expect(kept).toMatchObject({ closedWeekdays: [7], closedDays: [OPEN_SUNDAY, CHRISTMAS] });
    await updateLocation(ctx, locationId, 3, { closedWeekdays: [], closedDays: [] });
    expect(await closed('2025-12-14', '2025-12-28')).toEqual([]);
    const bad = [{ closedWeekdays: [0] }, { closedWeekdays: [1, 1] }, { closedDays: [CHRISTMAS, CHRISTMAS] }];
    for (const one of bad)
      expect(CreateLocationSchema.safeParse({ name: 'x', zone: 'UTC', ...one }).success).toBe(false);
  },
);

shop('a shift there is planned all the same, with a warning', async ({ ctx, shop, make }) => {
  const { locationId, departmentId, ida } = shop;
  const shift = await createShift(ctx, { departmentId, employeeId: ida, ...at('2025-12-25') });
  await createShift(ctx, { departmentId, employeeId: ida, ...at('2025-12-24') });
  const { data } = await listFindings(ctx, { locationId, ...WEEK });
  expect(data).toMatchObject([
    {
      rule: 'closed_day',
      severity: 'warn',
      shiftIds: [shift.id],
      startDate: '2025-12-25',
      actual: '2025-12-25',
      override: { reason: null },
    },
  ]);
  const { employees, verdicts } = await getFeasibility(ctx, { locationId, ...WEEK, shiftIds: [shift.id] });
  const bits = Buffer.from(verdicts[0]?.bits ?? '', 'base64');
  const row = employees.indexOf(ida) * 7;
  // 24 December: the other shift; 25 and 28: closed
  expect([0, 1, 2, 3, 4, 5, 6].map((day) => cellAt(bits, row + day))).toEqual([
    CELL.ok,
    CELL.ok,
    CELL.block,
    CELL.warn,
    CELL.ok,
    CELL.ok,
    CELL.warn,
  ]);
  // another location is open
  const elsewhere = await make.department(await make.location());
  const bo = await make.employee(elsewhere);
  await createShift(ctx, { departmentId: elsewhere, employeeId: bo, ...at('2025-12-25') });
});

shop(
  'templates and copies leave it out with the reason, unless they say otherwise',
  async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    const day = (nr: number) => ({
      day: nr,
      startMinutes: 540,
      endMinutes: 1020,
      departmentId,
      employeeId: ida,
    });
    const made = await createTemplate(ctx, {
      locationId,
      name: 'Week',
      kind: 'week',
      items: [day(2), day(3), day(6)],
    });
    expect(made.onClosedDays).toBe('skip');
    const outcomes = async (more: object = {}) =>
      (await applyTemplate(ctx, made.id, { ...WEEK, dryRun: true, ...more })).data.map(
        ({ outcome, reason, warnings }) => [outcome, reason?.code ?? null, ...warnings],
      );
    const left = ['skipped', 'location_closed'];
    const warned = ['created', null, 'the location is closed that day'];
    expect(await outcomes()).toEqual([['created', null], left, left]);
    expect(await outcomes({ onClosedDays: 'keep' })).toEqual([['created', null], warned, warned]);
    await updateTemplate(ctx, made.id, 1, { onClosedDays: 'keep' });
    expect(await outcomes()).toEqual([['created', null], warned, warned]);

    await createShift(ctx, { departmentId, employeeId: ida, ...at('2025-12-18') });
    const copied = await copySchedule(ctx, {
      locationId,
      from: { startDate: '2025-12-15', endDate: '2025-12-21' },
      toStartDate: '2025-12-22',
    });
    expect(copied.data).toMatchObject([{ outcome: 'skipped', reason: { code: 'location_closed' } }]);
  },
);
