import { expect } from 'vitest';
import { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from './create-shift.ts';
import { getShift } from './get-shift.ts';
import { listShiftColumns } from './list-shift-columns.ts';
import { listShifts } from './list-shifts.ts';
import { shiftsOfColumns } from './shift-columns.rules.ts';

const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const at = (day: number, from: string, to: string) => ({
  startsAt: `2025-12-0${day}T${from}`,
  endsAt: `2025-12-0${day}T${to}`,
});

dbTest('a list says of each shift what reading it alone says', async ({ ctx, make }) => {
  const locationId = await make.location();
  const departmentId = await make.department(locationId);
  const positionId = await make.position(departmentId);
  const employeeId = await make.employee(departmentId, { positionIds: [positionId] });
  const breaks = [
    { minutes: 30, paid: false },
    { minutes: 15, paid: true, startsAt: '2025-12-02T10:00:00Z' },
    { minutes: 5, paid: true },
  ];
  const made = [
    await createShift(ctx, { departmentId, ...at(1, '08:00', '16:00') }),
    await createShift(ctx, {
      departmentId,
      positionId,
      employeeId,
      ...at(2, '08:00', '16:00'),
      breaks,
      notes: 'tab\there, line\nthere, "quotes" \\ and æøå 🗓',
    }),
    await createShift(ctx, { departmentId, employeeId, ...at(3, '22:00', '23:30'), notes: 'null' }),
  ];
  const alone = await Promise.all(made.map((shift) => getShift(ctx, shift.id)));
  expect((await listShifts(ctx, WEEK)).data).toEqual(alone);
  const byColumn = shiftsOfColumns(ShiftColumns.parse(await listShiftColumns(ctx, WEEK)));
  expect(byColumn.toSorted((a, b) => a.startsAt.localeCompare(b.startsAt))).toEqual(alone);
  expect(alone[1]?.breaks.map(({ minutes }) => minutes)).toEqual([30, 15, 5]);
});

dbTest(
  "by column a manager gets the plan of her department and nobody else's",
  async ({ ctx, make, foreign }) => {
    const locationId = await make.location();
    const [bar, kitchen] = [await make.department(locationId), await make.department(locationId)];
    const mine = await createShift(ctx, { departmentId: bar, ...at(1, '08:00', '16:00') });
    await createShift(ctx, { departmentId: kitchen, ...at(1, '08:00', '16:00') });
    const manager = make.as(ctx, await make.user('manager', { departmentId: bar }));
    const seen = await listShiftColumns(manager, { ...WEEK, locationId });
    expect(seen.columns.id).toEqual([mine.id]);
    expect(seen.places).toMatchObject([{ departmentId: bar, abilities: { update: true, delete: true } }]);
    expect((await listShiftColumns(foreign.ctx, { ...WEEK, locationId })).meta.count).toBe(0);
    expect(
      (await listShiftColumns(ctx, { startDate: '2026-03-01', endDate: '2026-03-07' })).columns.id,
    ).toEqual([]);
  },
);
