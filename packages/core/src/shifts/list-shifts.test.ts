import { expect } from 'vitest';
import { dbTest } from '@vaktplan/testing/db-test';
import { createShift } from './create-shift.ts';
import { getShift } from './get-shift.ts';
import { listShifts } from './list-shifts.ts';

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
  expect(alone[1]?.breaks.map(({ minutes }) => minutes)).toEqual([30, 15, 5]);
});
