import fc from 'fast-check';
import { expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { AppError } from '@vaktplan/contracts/errors';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { makeClocker, rowsOf, type Clocker } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
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
import { recordPunchBatch } from '../time-tracking/record-punch-batch.ts';
import { saveClocks, takeClocks } from '../time-tracking/recording/record-taps.ts';
import { addLine } from './add-line.ts';
import { approveEntries } from './approve-entries.ts';
import { correctLine } from './correct-line.ts';
import { listTimesheetLines } from './list-lines.ts';
import { rejudgeHours } from './rejudge-hours.ts';
import { reopenEntries } from './reopen-entries.ts';
import { makeTeam } from './timesheets.fixture.ts';

const RUNS = Number(process.env.PROPERTY_RUNS ?? 8);
const START = Date.parse('2025-11-30T12:00:00Z');
const range = { startDate: '2025-11-29', endDate: '2025-12-03' };
const november = { startDate: '2025-11-01', endDate: '2025-11-30' };
const at = (minutes: number) => new Date(START + minutes * 60_000).toISOString();
const wall = (minutes: number) => new Date(START + (minutes + 60) * 60_000).toISOString().slice(0, 16);

const kinds = fc.constantFrom('in', 'out', 'in', 'out', 'break_start', 'break_end');
// a day and a half around midnight of the first of the month, a quarter of an hour apart
const moment = fc.nat(36 * 4).map((quarter) => quarter * 15);
const step = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('punch' as const),
      taps: fc.array(fc.tuple(kinds, moment), { minLength: 1, maxLength: 4 }),
      again: fc.boolean(),
    }),
  },
  {
    weight: 3,
    arbitrary: fc.record({
      do: fc.constant('plan' as const),
      from: moment,
      length: fc.integer({ min: 1, max: 10 }),
      move: fc.boolean(),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unplan' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('approve' as const), nr: fc.nat(5) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('reopen' as const), nr: fc.nat(5) }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constant('correct' as const),
      nr: fc.nat(5),
      from: moment,
      length: fc.integer({ min: 1, max: 600 }),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant('add' as const),
      from: moment,
      length: fc.integer({ min: 1, max: 600 }),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lock' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('unlock' as const) }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('close' as const) }) },
);
type Step = typeof step extends fc.Arbitrary<infer T> ? T : never;

/** One person, and what is known of them outside the database. */
type World = {
  ctx: Ctx;
  manager: Ctx;
  who: Clocker;
  shifts: { id: string; version: number }[];
  sent: unknown[];
};

const tolerated = async (work: () => Promise<unknown>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof AppError) || error.status >= 500) throw error;
  }
};
const entriesOf = ({ ctx, who }: World) =>
  rowsOf(
    ctx,
    `select t.id, t.version, t.counted_start, t.counted_end, t.worked_minutes, t.flags, t.started_at, t.ended_at, t.local_date,
       coalesce(r.state = 'approved' and r.entry_version = t.version, false) as approved
     from time_entries t left join time_entry_reviews r on r.time_entry_id = t.id where t.employee_id = $1 order by t.started_at, t.id`,
    [who.employeeId],
  );
const lastPublication = async ({ ctx }: World) =>
  (
    await rowsOf(
      ctx,
      `select event_id from events where event_type like 'schedule.%' order by position desc limit 1`,
    )
  )[0]?.event_id as string;

async function rejudged(world: World): Promise<void> {
  const before = await entriesOf(world);
  const eventId = await lastPublication(world);
  await rejudgeHours(world.ctx, eventId);
  const after = await entriesOf(world);
  for (const one of before) if (one.approved) expect(after).toContainEqual(one);
  expect(await rejudgeHours(world.ctx, eventId)).toBe(0);
}

async function take(world: World, one: Step): Promise<void> {
  const { ctx, manager, who, shifts, sent } = world;
  const { employeeId, departmentId, locationId } = who;
  const lineAt = async (nr: number) =>
    (await listTimesheetLines(manager, range)).data.filter((line) => line.employeeId === employeeId).at(nr);
  switch (one.do) {
    case 'punch': {
      const punches = one.taps.map(([kind, minutes]) => ({
        id: uuidv7(),
        kind,
        occurredAt: at(minutes),
        offline: true,
      }));
      const all = one.again ? [...punches.toReversed(), ...(sent as typeof punches).slice(-2)] : punches;
      sent.push(...punches);
      const { data } = await recordPunchBatch(who.as, { punches: all }, null);
      expect(data).toHaveLength(all.length);
      return;
    }
    case 'plan': {
      const times = { startsAt: wall(one.from), endsAt: wall(one.from + one.length * 60) };
      const old = one.move ? shifts[0] : undefined;
      if (old) old.version = (await updateShift(ctx, old.id, old.version, times)).version;
      else shifts.push(await createShift(ctx, { departmentId, employeeId, ...times }));
      await publishSchedule(ctx, { locationId, ...range, notify: 'none' });
      return rejudged(world);
    }
    case 'unplan':
      await unpublishSchedule(ctx, { locationId, ...range });
      return rejudged(world);
    case 'approve':
    case 'reopen': {
      const line = await lineAt(one.nr);
      if (line)
        await (one.do === 'approve' ? approveEntries : reopenEntries)(manager, {
          entries: [{ id: line.id, version: line.version }],
        });
      return;
    }
    case 'correct': {
      const line = await lineAt(one.nr);
      const times = { startedAt: at(one.from), endedAt: at(one.from + one.length), reason: 'It was so' };
      if (line) await correctLine(manager, line.id, line.version, times);
      return;
    }
    case 'add':
      await addLine(manager, {
        employeeId,
        locationId,
        startedAt: at(one.from),
        endedAt: at(one.from + one.length),
      });
      return;
    case 'lock':
    case 'unlock': {
      const [period] = (await listPayPeriods(ctx, november)).data;
      if (one.do === 'lock') await lockPayPeriod(ctx, period?.id ?? '', period?.version, { anyway: true });
      else await unlockPayPeriod(ctx, period?.id ?? '', period?.version, { reason: 'Forgotten' });
      return;
    }
    case 'close':
      await closeForgotten(ctx);
  }
}

async function look(world: World, before: Awaited<ReturnType<typeof entriesOf>>): Promise<void> {
  const entries = await entriesOf(world);
  const [period] = (await listPayPeriods(world.ctx, november)).data;
  let until = -Infinity;
  // of entries of one moment the one of no length may be either
  const counted = entries.filter((one) => one.counted_start !== one.counted_end);
  for (const one of counted) {
    expect(Date.parse(one.counted_start as string)).toBeGreaterThanOrEqual(until);
    until = one.counted_end === null ? Infinity : Date.parse(one.counted_end as string);
  }
  if (period?.state === 'locked')
    for (const one of before)
      if ((one.local_date as string) <= '2025-11-30')
        expect(entries).toContainEqual(expect.objectContaining({ id: one.id, version: one.version }));
}

/** Ids of the entries that all of the person's facts would make otherwise. */
const computedAnew = ({ ctx, who }: World): Promise<string[]> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const now = ctx.now().epochMilliseconds;
    const clocks = await takeClocks(tx, ctx, new Map([[who.employeeId, START - 86_400_000]]), [], now);
    const { changed, removedIds } = await saveClocks(tx, ctx, clocks, {}, now);
    return [...changed.map(({ entry }) => entry.id), ...removedIds];
  });

dbTest(
  'whatever happens in whatever order: no minute twice, nothing decided is changed by a plan',
  { timeout: 600_000 },
  async ({ ctx, make, clock }) => {
    const { anna, annasManager } = await makeTeam(ctx, make);
    const schedule = { to: 'schedule', withinMinutes: 30 } as const;
    const rounding = {
      inEarly: schedule,
      inLate: schedule,
      outEarly: schedule,
      outLate: schedule,
      unscheduled: { to: 'nearest' as const, minutes: 20 as const },
    };
    clock.set('2025-11-20T08:00:00Z');
    await createTimePolicy(ctx, {
      locationId: anna.locationId,
      from: '2025-11-20',
      settings: { ...DEFAULT_TIME_POLICY, rounding },
    });
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 3, maxLength: 14 }), async (steps) => {
        clock.set('2025-12-03T08:00:00Z');
        const who = await makeClocker(ctx, make, { departmentId: anna.departmentId });
        const world: World = { ctx, manager: annasManager, who, shifts: [], sent: [] };
        const [period] = (await listPayPeriods(ctx, november)).data;
        if (period?.state === 'locked')
          await unlockPayPeriod(ctx, period.id, period.version, { reason: 'Next' });
        for (const one of steps) {
          clock.advance({ minutes: 1 });
          const before = await entriesOf(world);
          await tolerated(() => take(world, one));
          await look(world, one.do === 'lock' || one.do === 'unlock' ? [] : before);
        }
        await tolerated(() => take(world, { do: 'unlock' }));
        // what stands is what its punches and the plan of now make, but for what somebody decided or entered
        const stands = await entriesOf(world);
        const decided = stands.some(
          ({ approved, flags }) => approved || (flags as string[]).includes('edited'),
        );
        if (world.shifts.length > 0) await rejudged(world);
        if (!decided) expect(await computedAnew(world)).toEqual([]);
        await look(world, []);
      }),
      // always the same few, unless more are asked for
      { numRuns: RUNS, ...(!process.env.PROPERTY_RUNS && { seed: 20261123 }) },
    );
  },
);
