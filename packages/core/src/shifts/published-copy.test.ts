import { describe, expect } from 'vitest';
import { ShiftColumns } from '@vaktplan/contracts/http/shift-columns';
import { ShiftList, type ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { dbTest } from '@vaktplan/testing/db-test';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { createShift } from './create-shift.ts';
import { deleteShift } from './delete-shift.ts';
import { getShift } from './get-shift.ts';
import { listShiftColumns } from './list-shift-columns.ts';
import { listShifts } from './list-shifts.ts';
import { restoreShift } from './restore-shift.ts';
import { shiftsOfColumns } from './shift-columns.rules.ts';
import { updateShift } from './update-shift.ts';

const MONDAY = { startsAt: '2025-12-01T09:00', endsAt: '2025-12-01T17:00' };
const LATER = { startsAt: '2025-12-01T10:00', endsAt: '2025-12-01T18:00' };
const WEEK = { startDate: '2025-12-01', endDate: '2025-12-07' };
const BREAKS = [
  { minutes: 30, paid: false, startsAt: '2025-12-01T11:00:00Z' },
  { minutes: 10, paid: true },
];

const shop = dbTest.extend<{
  shop: { locationId: string; departmentId: string; ida: string; bo: string; anna: Ctx };
}>({
  shop: async ({ make, ctx }, use) => {
    const locationId = await make.location();
    const departmentId = await make.department(locationId);
    const [ida, bo, anna] = [
      await make.employee(departmentId, { name: 'Ida' }),
      await make.employee(departmentId, { name: 'Bo' }),
      await make.employee(departmentId, { name: 'Anna' }),
    ];
    const login = await make.user('manager', { locationId, employeeId: anna });
    await use({ locationId, departmentId, ida, bo, anna: make.as(ctx, login) });
  },
});

/** The shift as the verb answered must be the shift as all three reads show it. */
async function expectEverywhere(ctx: Ctx, answered: ShiftView) {
  expect(await getShift(ctx, answered.id)).toEqual(answered);
  const list = ShiftList.parse(await listShifts(ctx, WEEK));
  expect(list.data.find((one) => one.id === answered.id)).toEqual(answered);
  const columns = shiftsOfColumns(ShiftColumns.parse(await listShiftColumns(ctx, WEEK)));
  expect(columns.find((one) => one.id === answered.id)).toEqual(answered);
}

describe('what employees see beside the plan', () => {
  shop('is there from the first change on, and only while it is another', async ({ ctx, shop, clock }) => {
    const { locationId, departmentId, ida, bo, anna } = shop;
    const draft = await createShift(anna, { departmentId, employeeId: ida, ...MONDAY, breaks: BREAKS });
    expect(draft).toMatchObject({ published: null, changedBy: 'Anna', changedAt: clock.now().toString() });
    await expectEverywhere(ctx, draft);

    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    await expectEverywhere(ctx, { ...draft, state: 'published', publishedVersion: 1 });

    clock.advance({ minutes: 5 });
    const moved = await updateShift(anna, draft.id, 1, { employeeId: bo, ...LATER, notes: 'Bring keys' });
    expect(moved).toMatchObject({ state: 'changed', changedAt: clock.now().toString() });
    expect(moved.published).toEqual({
      locationId,
      departmentId,
      positionId: null,
      employeeId: ida,
      startsAt: '2025-12-01T08:00:00Z',
      endsAt: '2025-12-01T16:00:00Z',
      localDate: '2025-12-01',
      notes: null,
      breaks: draft.breaks,
    });
    await expectEverywhere(ctx, moved);

    const gone = await deleteShift(anna, draft.id, 2);
    expect(gone).toMatchObject({ state: 'deleted', published: moved.published });
    await expectEverywhere(ctx, gone);
    const back = await restoreShift(anna, draft.id, 3);
    expect(back).toMatchObject({ state: 'changed', published: moved.published });
    await expectEverywhere(ctx, back);

    const undone = await updateShift(anna, draft.id, 4, { employeeId: ida, ...MONDAY, notes: null });
    expect(undone).toMatchObject({ state: 'published', published: null, version: 5, publishedVersion: 5 });
    await expectEverywhere(ctx, undone);
  });

  shop('a deletion alone shows what is lost, and nothing once it is lifted', async ({ ctx, shop }) => {
    const { locationId, departmentId, ida } = shop;
    const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY });
    await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    const gone = await deleteShift(ctx, shift.id, 1);
    expect(gone.published).toMatchObject({ employeeId: ida, startsAt: '2025-12-01T08:00:00Z' });
    await expectEverywhere(ctx, gone);
    const back = await restoreShift(ctx, shift.id, 2);
    expect(back).toMatchObject({ state: 'published', published: null });
    await expectEverywhere(ctx, back);
  });

  shop('employees learn neither the plan nor who changed it', async ({ ctx, shop, make }) => {
    const { locationId, departmentId, ida, anna } = shop;
    const asIda = make.as(ctx, await make.user('employee', { employeeId: ida }));
    const shift = await createShift(anna, { departmentId, employeeId: ida, ...MONDAY });
    const { publishedAt } = await publishSchedule(ctx, { locationId, ...WEEK, notify: 'none' });
    await updateShift(anna, shift.id, 1, LATER);
    const [seen] = ShiftList.parse(await listShifts(asIda, WEEK)).data;
    expect(seen).toMatchObject({ published: null, changedBy: null, changedAt: publishedAt });
  });
});

shop('a shift dragged to another day takes its timed break along', async ({ ctx, shop }) => {
  const { departmentId, ida } = shop;
  const shift = await createShift(ctx, { departmentId, employeeId: ida, ...MONDAY, breaks: BREAKS });
  const moved = await updateShift(ctx, shift.id, 1, {
    startsAt: '2025-12-03T09:00',
    endsAt: '2025-12-03T17:00',
  });
  expect(moved.breaks).toMatchObject([{ startsAt: '2025-12-03T11:00:00Z' }, { startsAt: null }]);
  await expectEverywhere(ctx, moved);
});
