import { v7 as uuidv7 } from 'uuid';
import { describe, expect } from 'vitest';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { makeClocker, makeShift, rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest, type FakeClock } from '@vaktplan/testing/db-test';
import type { Ctx } from '../context/ctx.ts';
import { listPayPeriods } from '../pay-periods/list-pay-periods.ts';
import { lockPayPeriod } from '../pay-periods/lock-pay-period.ts';
import { unlockPayPeriod } from '../pay-periods/unlock-pay-period.ts';
import { publishSchedule } from '../schedules/publish-schedule.ts';
import { unpublishSchedule } from '../schedules/unpublish-schedule.ts';
import { createShift } from '../shifts/create-shift.ts';
import { updateShift } from '../shifts/update-shift.ts';
import { closeForgotten } from '../time-tracking/close-forgotten.ts';
import { createTimePolicy } from '../time-tracking/create-time-policy.ts';
import { recordPunch } from '../time-tracking/record-punch.ts';
import { acceptCorrection } from './accept-correction.ts';
import { approveEntries } from './approve-entries.ts';
import { correctLine } from './correct-line.ts';
import { listTimesheetLines } from './list-lines.ts';
import { proposeCorrection } from './propose-correction.ts';
import { rejudgeHours } from './rejudge-hours.ts';
import { reopenEntries } from './reopen-entries.ts';
import { historyOf, makeTeam } from './timesheets.fixture.ts';

const december = { startDate: '2025-12-01', endDate: '2025-12-31' };
const week = { startDate: '2025-12-01', endDate: '2025-12-07' };
const schedule = { to: 'schedule', withinMinutes: 15 } as const;
const toSchedule = {
  ...DEFAULT_TIME_POLICY,
  rounding: {
    inEarly: schedule,
    inLate: schedule,
    outEarly: schedule,
    outLate: schedule,
    unscheduled: { to: 'none' as const },
  },
};

const punch = async (
  who: Clocker,
  clock: FakeClock,
  ...taps: ['in' | 'out' | 'break_start' | 'break_end', string][]
) => {
  for (const [kind, at] of taps) {
    clock.set(at);
    await recordPunch(who.as, { id: uuidv7(), kind });
  }
};
const planned = (ctx: Ctx, { departmentId, employeeId }: Clocker, from: string, to: string) =>
  createShift(ctx, { departmentId, employeeId, startsAt: `2025-12-01T${from}`, endsAt: `2025-12-01T${to}` });

/** What the worker does when it hears of the last publication. */
const rejudged = async (ctx: Ctx, ...types: string[]): Promise<number> => {
  const [event] = await rowsOf(
    ctx,
    'select event_id from events where event_type = any($1) order by position desc limit 1',
    [types.length ? types : ['schedule.published', 'schedule.unpublished']],
  );
  return rejudgeHours(
    { ...ctx, actor: { kind: 'system', name: 'rejudge-hours' } },
    event?.event_id as string,
  );
};
const publish = async (ctx: Ctx, { locationId }: Clocker): Promise<number> => {
  await publishSchedule(ctx, { locationId, ...week, notify: 'none' });
  return rejudged(ctx);
};
const lines = async (ctx: Ctx) => (await listTimesheetLines(ctx, december)).data;

describe('work that was done before its plan was published', () => {
  dbTest(
    'is matched, rounded and compared anew, each time the plan changes, and keeps its id',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      await createTimePolicy(ctx, { locationId: anna.locationId, from: '2025-12-01', settings: toSchedule });
      const shift = await planned(ctx, anna, '09:00', '17:00');
      await punch(anna, clock, ['in', '2025-12-01T08:04:00Z'], ['out', '2025-12-01T16:06:00Z']);
      const [first] = await lines(annasManager);
      expect(first).toMatchObject({ shift: null, countedMinutes: 482, version: 2, flags: ['unscheduled'] });

      expect(await publish(ctx, anna)).toBe(1);
      const seen = async () => (await lines(annasManager))[0];
      expect(await seen()).toMatchObject({
        id: first?.id,
        shift: { id: shift.id },
        countedMinutes: 480,
        version: 3,
        flags: [],
      });
      expect(await rejudged(ctx)).toBe(0);
      expect(await historyOf(ctx, first?.id ?? '')).toMatchObject([
        {
          step: 'automatic',
          decision: 'rejudged',
          before: { state: 'complete', countedMinutes: 482, entryVersion: 2 },
          after: {
            countedMinutes: 480,
            entryVersion: 3,
            plannedStart: '2025-12-01T08:00:00Z',
            plannedEnd: '2025-12-01T16:00:00Z',
          },
        },
      ]);
      const events = await rowsOf(ctx, 'select event_type from events order by position');
      expect(events.slice(-2).map((row) => row.event_type)).toEqual([
        'timeEntry.updated',
        'timesheet.changed',
      ]);

      await updateShift(ctx, shift.id, 1, { endsAt: '2025-12-01T16:00' });
      expect(await publish(ctx, anna)).toBe(1);
      expect(await seen()).toMatchObject({ countedMinutes: 486, version: 4, flags: ['deviation'] });

      const eight = { plannedStart: '2025-12-01T08:00:00Z', plannedEnd: '2025-12-01T16:00:00Z' };
      const seven = { ...eight, plannedEnd: '2025-12-01T15:00:00Z' };
      expect((await historyOf(ctx, first?.id ?? ''))[1]).toMatchObject({ before: eight, after: seven });

      await unpublishSchedule(ctx, { locationId: anna.locationId, ...week });
      expect(await rejudged(ctx)).toBe(1);
      expect(await seen()).toMatchObject({
        shift: null,
        countedMinutes: 482,
        version: 5,
        flags: ['unscheduled'],
      });
      expect(await rejudged(ctx)).toBe(0);
    },
  );

  dbTest('that goes on comes to its shift, and whose shift it becomes too', async ({ ctx, make, clock }) => {
    const { anna, bo, annasManager } = await makeTeam(ctx, make);
    const colleague = await makeClocker(ctx, make, { departmentId: anna.departmentId, name: 'Cleo' });
    const shift = await planned(ctx, anna, '09:00', '17:00');
    await punch(anna, clock, ['in', '2025-12-01T08:00:00Z']);
    await punch(colleague, clock, ['in', '2025-12-01T08:10:00Z']);
    await punch(bo, clock, ['in', '2025-12-01T08:10:00Z']);
    expect(await publish(ctx, anna)).toBe(1);
    const open = () =>
      rowsOf(
        ctx,
        `select e.name, t.shift_id, t.due_at from time_entries t join employees e on e.id = t.employee_id order by e.name`,
      );
    const due = '2025-12-01T18:00:00Z';
    expect(await open()).toMatchObject([
      { shift_id: shift.id, due_at: due },
      { shift_id: null },
      { shift_id: null },
    ]);
    await updateShift(ctx, shift.id, 1, { employeeId: colleague.employeeId });
    expect(await publish(ctx, anna)).toBe(2);
    expect(await open()).toMatchObject([
      { shift_id: null },
      { shift_id: null },
      { shift_id: shift.id, due_at: due },
    ]);
    expect(await lines(annasManager)).toHaveLength(2);
  });

  dbTest(
    'stays as it is where it is approved, locked or entered by somebody',
    async ({ ctx, make, clock }) => {
      const { anna, annasManager } = await makeTeam(ctx, make);
      const { departmentId } = anna;
      const people = { anna, ...(await others(ctx, make, departmentId)) };
      await createTimePolicy(ctx, { locationId: anna.locationId, from: '2025-12-01', settings: toSchedule });
      for (const who of Object.values(people)) {
        await planned(ctx, who, '09:00', '17:00');
        await punch(who, clock, ['in', '2025-12-01T08:04:00Z'], ['out', '2025-12-01T16:06:00Z']);
      }
      clock.set('2025-12-02T08:00:00Z');
      const lineOf = async ({ employeeId }: Clocker) => {
        const found = (await lines(annasManager)).find((line) => line.employeeId === employeeId);
        if (!found) throw new Error('no line');
        return found;
      };
      const id = async (who: Clocker) => (await lineOf(who)).id;
      await approveEntries(annasManager, { entries: [{ id: await id(people.approved), version: 2 }] });
      const times = (from: string, to: string) => ({
        startedAt: `2025-12-01T${from}`,
        endedAt: `2025-12-01T${to}`,
      });
      await correctLine(annasManager, await id(people.corrected), 2, {
        ...times('09:10', '17:03'),
        reason: 'Came at ten past',
      });
      await correctLine(annasManager, await id(people.exact), 2, {
        ...times('09:00', '17:00'),
        reason: 'On time',
      });
      const proposal = await proposeCorrection(people.proposing.as, {
        entryId: await id(people.proposing),
        entryVersion: 2,
        ...times('09:00', '17:30'),
        comment: 'I closed',
      });
      expect(await publish(ctx, anna)).toBe(3);
      const unplanned = { shift: null };
      expect(await lineOf(people.approved)).toMatchObject({
        ...unplanned,
        state: 'approved',
        countedMinutes: 482,
        version: 2,
      });
      expect(await lineOf(people.corrected)).toMatchObject({ ...unplanned, countedMinutes: 473, version: 3 });
      const matched = { shift: { minutes: 480 }, countedMinutes: 480 };
      expect(await lineOf(people.exact)).toMatchObject({ ...matched, flags: ['edited'], version: 4 });
      expect(await lineOf(people.proposing)).toMatchObject({ ...matched, version: 3 });
      expect(await lineOf(people.anna)).toMatchObject({ ...matched, version: 3 });
      // what was asked for before is still what is asked for
      expect((await acceptCorrection(annasManager, proposal.id, 1, {})).state).toBe('accepted');

      // taken back, it is nobody's decision any more
      await reopenEntries(annasManager, { entries: [{ id: await id(people.approved), version: 2 }] });
      expect(await rejudged(ctx, 'timesheet.changed')).toBe(1);
      expect(await lineOf(people.approved)).toMatchObject({ ...matched, state: 'complete', version: 3 });

      clock.set('2026-01-03T08:00:00Z');
      const [period] = (await listPayPeriods(ctx, december)).data;
      await lockPayPeriod(ctx, period?.id ?? '', period?.version, { anyway: true });
      const before = await rowsOf(ctx, 'select id, version, shift_id from time_entries order by id');
      await unpublishSchedule(ctx, { locationId: anna.locationId, ...week });
      expect(await rejudged(ctx)).toBe(0);
      expect(await rowsOf(ctx, 'select id, version, shift_id from time_entries order by id')).toEqual(before);
      const [locked] = (await listPayPeriods(ctx, december)).data;
      await unlockPayPeriod(ctx, period?.id ?? '', locked?.version, { reason: 'The plan was wrong' });
      const sheets = await rowsOf(
        ctx,
        "select event_id, payload->>'decision' as decision from events where event_type = 'timesheet.changed' order by position desc limit 5",
      );
      let changed = 0;
      for (const { event_id: eventId, decision } of sheets) {
        expect(decision).toBe('unlocked');
        changed += await rejudgeHours(ctx, eventId as string);
      }
      expect(changed).toBe(4);
    },
  );
});

const others = async (ctx: Ctx, make: Parameters<typeof makeClocker>[1], departmentId: string) => {
  const one = () => makeClocker(ctx, make, { departmentId });
  return { approved: await one(), corrected: await one(), exact: await one(), proposing: await one() };
};

dbTest('when the plan was published never changes the hours', async ({ ctx, make, clock }) => {
  const { anna } = await makeTeam(ctx, make);
  await createTimePolicy(ctx, { locationId: anna.locationId, from: '2025-12-01', settings: toSchedule });
  const days: { plan: [string, string][]; taps: ['in' | 'out' | 'break_start' | 'break_end', string][] }[] = [
    {
      plan: [['09:00', '17:00']],
      taps: [
        ['in', '07:52'],
        ['break_start', '11:00'],
        ['break_end', '11:30'],
        ['out', '16:20'],
      ],
    },
    {
      plan: [
        ['09:00', '13:00'],
        ['13:00', '17:00'],
      ],
      taps: [
        ['in', '08:10'],
        ['out', '15:50'],
      ],
    },
    {
      plan: [
        ['09:00', '12:00'],
        ['14:00', '17:00'],
      ],
      taps: [
        ['in', '08:00'],
        ['out', '10:55'],
        ['in', '13:05'],
        ['out', '16:00'],
      ],
    },
    {
      plan: [['09:00', '17:00']],
      taps: [
        ['out', '09:00'],
        ['in', '10:00'],
      ],
    },
    {
      plan: [['22:00', '23:30']],
      taps: [
        ['in', '20:58'],
        ['out', '23:40'],
      ],
    },
  ];
  const twin = async () => makeClocker(ctx, make, { departmentId: anna.departmentId });
  const pairs: [Clocker, Clocker][] = [];
  for (const { plan, taps } of days) {
    const [before, after] = [await twin(), await twin()];
    pairs.push([before, after]);
    for (const [from, to] of plan) {
      const utc = (time: string) => new Date(Date.parse(`2025-12-01T${time}:00Z`) - 3_600_000).toISOString();
      const { departmentId, employeeId } = before;
      await makeShift(ctx, { departmentId, employeeId, startsAt: utc(from), endsAt: utc(to) });
      await planned(ctx, after, from, to);
    }
    for (const who of [before, after])
      for (const [kind, at] of taps) {
        clock.set(`2025-12-01T${at}:00Z`);
        await recordPunch(who.as, { id: uuidv7(), kind, occurredAt: `2025-12-01T${at}:00Z`, offline: true });
      }
  }
  clock.set('2025-12-02T22:00:00Z');
  expect(await publish(ctx, anna)).toBeGreaterThanOrEqual(days.length);
  // what nobody ended has another end now that it has a shift
  await closeForgotten(ctx);
  const hoursOf = ({ employeeId }: Clocker) =>
    rowsOf(
      ctx,
      `select started_at, ended_at, counted_start, counted_end, worked_minutes, days, flags, deviations, local_date, settled_at,
         shift_id is null as unplanned, cardinality(further_shift_ids) as further
       from time_entries where employee_id = $1 order by started_at`,
      [employeeId],
    );
  for (const [before, after] of pairs) expect(await hoursOf(after)).toEqual(await hoursOf(before));
});
