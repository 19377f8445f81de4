import { describe, expect } from 'vitest';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { closePayPeriod } from '../pay-periods/close-pay-period.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { updateTimesheetSettings } from '../pay-periods/update-timesheet-settings.ts';
import { addLine } from './add-line.ts';
import { approveEntries } from './approve-entries.ts';
import { correctLine } from './correct-line.ts';
import { getTimesheet } from './get-timesheet.ts';
import { historyOf, makeTeam } from './timesheets.fixture.ts';

/** 09:00-17:00 in Copenhagen on a day that is over. */
const day = { startedAt: '2025-11-28T09:00', endedAt: '2025-11-28T17:00' };
const code = (wanted: string) => expect.objectContaining({ code: wanted });

describe('hours that a manager adds', () => {
  dbTest(
    'are facts of the manager, told, written down, and approved like any other',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      clock.set('2025-12-01T08:00:00Z');
      const who = { employeeId: anna.employeeId, locationId: anna.locationId };
      const breaks = [{ startedAt: '2025-11-28T12:00', endedAt: '2025-11-28T12:30' }];
      const line = await addLine(annasManager, { ...who, ...day, breaks, reason: 'No phone' });
      expect(line).toMatchObject({
        employeeName: 'Anna',
        startedAt: '2025-11-28T08:00:00Z',
        endedAt: '2025-11-28T16:00:00Z',
        breakMinutes: DEFAULT_TIME_POLICY.breaks.paid ? 0 : 30,
        countedMinutes: 450,
        state: 'complete',
      });
      const paid = breaks.map((pause) => ({
        startedAt: pause.startedAt.replace('28', '27'),
        endedAt: pause.endedAt.replace('28', '27'),
        paid: true,
      }));
      const other = { startedAt: '2025-11-27T09:00', endedAt: '2025-11-27T17:00', breaks: paid };
      expect(await addLine(annasManager, { ...who, ...other })).toMatchObject({ countedMinutes: 480 });
      const punches = await rowsOf(
        ctx,
        `select source, corrected_by, correction_id is not null as added from time_punches where occurred_at > '2025-11-28'`,
      );
      expect(punches).toHaveLength(4);
      for (const punch of punches) expect(punch).toMatchObject({ source: 'manager', added: true });
      expect(await historyOf(ctx, line.id)).toMatchObject([
        { decision: 'added', reason: 'No phone', before: null, after: { endedAt: '2025-11-28T16:00:00Z' } },
      ]);
      expect(await rowsOf(ctx, 'select said from notifications order by created_at, id')).toMatchObject([
        { said: { what: 'hours_added', date: '2025-11-28', reason: 'No phone' } },
        { said: { what: 'hours_added', date: '2025-11-27', reason: null } },
      ]);
      const sheet = await getTimesheet(annasManager, { employeeId: anna.employeeId, date: '2025-11-28' });
      expect(sheet).toMatchObject({ totals: { entries: 2 }, abilities: { addAt: [anna.locationId] } });
      const approved = await approveEntries(annasManager, { entries: [{ id: line.id, version: 1 }] });
      expect(approved.meta.done).toBe(1);
    },
  );

  dbTest('meet no other hours, and lie in the past', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    clock.set('2025-12-01T08:00:00Z');
    const add = (startedAt: string, endedAt: string, more = {}) =>
      addLine(annasManager, {
        employeeId: anna.employeeId,
        locationId: anna.locationId,
        startedAt,
        endedAt,
        ...more,
      });
    await add('2025-11-28T09:00', '2025-11-28T17:00');
    for (const [from, to] of [
      ['09:00', '17:00'],
      ['08:00', '10:00'],
      ['16:00', '18:00'],
      ['10:00', '11:00'],
      ['08:00', '18:00'],
    ])
      await expect(add(`2025-11-28T${from}`, `2025-11-28T${to}`)).rejects.toEqual(code('hours_overlap'));
    // after it, to the minute, is no overlap
    const later = await add('2025-11-28T17:00', '2025-11-28T18:00');
    // nor is an entry corrected into the middle of another
    const inside = { startedAt: '2025-11-28T10:00', endedAt: '2025-11-28T11:00', reason: 'Earlier' };
    await expect(correctLine(annasManager, later.id, 1, inside)).rejects.toEqual(code('punch_out_of_order'));
    await expect(add('2025-12-01T07:00', '2025-12-01T10:00')).rejects.toEqual(code('punch_in_future'));
    await expect(add('2025-11-27T10:00', '2025-11-27T09:00')).rejects.toEqual(code('end_before_start'));
    const outside = { breaks: [{ startedAt: '2025-11-27T18:00', endedAt: '2025-11-27T18:30' }] };
    await expect(add('2025-11-27T09:00', '2025-11-27T17:00', outside)).rejects.toEqual(
      code('break_outside_shift'),
    );
    // 02:30 comes twice on the night of 26 October: which one is asked
    const night = ['2025-10-26T01:00', '2025-10-26T02:30'] as const;
    await expect(add(...night)).rejects.toEqual(code('local_time_ambiguous'));
    expect(await add(...night, { endedAtFold: 'later' })).toMatchObject({ countedMinutes: 150 });
    expect(await rowsOf(ctx, 'select 1 from time_entries')).toHaveLength(3);
  });

  dbTest('only where one approves, for who works here', async ({ ctx, make, clock, foreign }) => {
    const { anna, bo, annasManager, bosManager } = await makeTeam(ctx, make);
    clock.set('2025-12-01T08:00:00Z');
    const wanted = { employeeId: anna.employeeId, locationId: anna.locationId, ...day };
    await expect(addLine(bosManager, wanted)).rejects.toEqual(code('forbidden'));
    const elsewhere = { ...wanted, locationId: bo.locationId };
    await expect(addLine(annasManager, elsewhere)).rejects.toEqual(code('forbidden'));
    await expect(addLine(anna.as, wanted)).rejects.toEqual(code('forbidden'));
    await expect(addLine(foreign.ctx, wanted)).rejects.toEqual(code('not_found'));
    await expect(addLine(annasManager, { ...wanted, employeeId: ctx.orgId })).rejects.toEqual(
      code('not_found'),
    );
    await expect(addLine(annasManager, { ...wanted, locationId: ctx.orgId })).rejects.toEqual(
      code('not_found'),
    );
    // in another department's shift the hours are that department's
    const departmentId = await make.department(anna.locationId);
    const times = { startsAt: '2025-11-28T08:00:00Z', endsAt: '2025-11-28T16:00:00Z' };
    await makeShift(ctx, { departmentId, employeeId: anna.employeeId, ...times });
    await expect(addLine(annasManager, wanted)).rejects.toEqual(code('forbidden'));
    await rowsOf(ctx, "update employees set status = 'deactivated' where id = $1", [bo.employeeId]);
    const gone = { ...wanted, employeeId: bo.employeeId, locationId: bo.locationId };
    await expect(addLine(bosManager, gone)).rejects.toEqual(code('employee_inactive'));
    const sheet = await getTimesheet(bosManager, { employeeId: bo.employeeId, date: '2025-11-28' });
    expect(sheet.abilities.addAt).toEqual([]);
    expect(await rowsOf(ctx, 'select 1 from time_punches')).toEqual([]);
  });

  dbTest('of one’s own are refused and noted, unless a setting allows it', async ({ ctx, make, clock }) => {
    const mia = await makeClocker(ctx, make, { name: 'Mia' });
    await makeClocker(ctx, make, { departmentId: mia.departmentId });
    const { departmentId, employeeId, locationId } = mia;
    const manager = make.as(ctx, await make.user('manager', { departmentId, employeeId }));
    clock.set('2025-12-01T08:00:00Z');
    const wanted = { employeeId, locationId, ...day };
    await expect(addLine(manager, wanted)).rejects.toEqual(code('own_hours'));
    expect(await rowsOf(ctx, 'select decision, after from approvals')).toMatchObject([
      { decision: 'refused', after: { wanted: 'add', code: 'own_hours' } },
    ]);
    await updateTimesheetSettings(ctx, 1, { ownApproval: true });
    expect(await addLine(manager, wanted)).toMatchObject({ countedMinutes: 480 });
  });

  dbTest('come into a closed period, never into a locked one', async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    clock.set('2025-12-03T08:00:00Z');
    const wanted = { employeeId: anna.employeeId, locationId: anna.locationId };
    const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
    const period = (await listPayPeriods(ctx, november)).data[0]?.id ?? '';
    await closePayPeriod(ctx, period, 1);
    const { id } = await addLine(annasManager, { ...wanted, ...day });
    await approveEntries(annasManager, { entries: [{ id, version: 1 }] });
    await lockPayPeriod(ctx, period, 2, {});
    const other = { startedAt: '2025-11-27T09:00', endedAt: '2025-11-27T17:00' };
    await expect(addLine(annasManager, { ...wanted, ...other })).rejects.toEqual(code('period_locked'));
    expect(await rowsOf(ctx, 'select 1 from time_entries')).toHaveLength(1);
    const sheet = await getTimesheet(annasManager, { employeeId: anna.employeeId, date: '2025-11-28' });
    expect(sheet.abilities.addAt).toEqual([]);
  });
});
