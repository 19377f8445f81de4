import * as fc from 'fast-check';
import { describe, expect } from 'vitest';
import { v7 as uuidv7 } from 'uuid';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { CreatePunch, CreatePunchBatch } from '@vaktplan/contracts/http/time-tracking';
import { PunchBatchResult } from '@vaktplan/contracts/http/time-tracking';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { makeClocker, makeShift, rowsOf } from '@vaktplan/testing/clock-rows';
import { dbTest } from '@vaktplan/testing/db-test';
import { recordPunch } from './record-punch.ts';
import { recordPunchBatch } from './record-punch-batch.ts';

type Waiting = CreatePunchBatch['punches'][number];
const punch = (kind: CreatePunch['kind'], occurredAt: string, rest: Partial<Waiting> = {}): Waiting => ({
  id: uuidv7(),
  kind,
  occurredAt,
  offline: true,
  ...rest,
});
const at = (time: string, day = '01') => `2025-12-${day}T${time}:00Z`;
const send = (ctx: Ctx, punches: Waiting[], sent?: CreatePunchBatch['sent']) =>
  recordPunchBatch(ctx, { punches, sent });
/** What the person's entries say, without ids: two people who did the same have the same. */
const hoursOf = (ctx: Ctx, employeeId: string) =>
  rowsOf(
    ctx,
    `select started_at, ended_at, counted_start, counted_end, location_id, worked_minutes, local_date, flags, deviations, days, cardinality(punch_ids) as facts
     from time_entries where employee_id = $1 order by started_at, ended_at, counted_end, cardinality(punch_ids), flags, deviations::text`,
    [employeeId],
  );
const hoursLater = 5 * 24;
/** More of them for a long look: PROPERTY_RUNS=10000. */
const RUNS = Number(process.env['PROPERTY_RUNS'] ?? 25);

describe('a device’s queue', () => {
  dbTest(
    'in any order, in any pieces, twice and late: the same hours',
    { timeout: 120_000 + RUNS * 500 },
    async ({ ctx, make, clock }) => {
      const first = await makeClocker(ctx, make);
      const elsewhere = await makeClocker(ctx, make);
      // both have a circle, and what comes without a position is flagged
      await rowsOf(
        ctx,
        `update locations set latitude = case when id = $1 then 55.6 else 56.1 end, longitude = 12.5, geofence_radius_meters = 200`,
        [first.locationId],
      );
      const where = { ...DEFAULT_TIME_POLICY.where, position: { missing: 'flag', maxAgeSeconds: 120 } };
      await rowsOf(
        ctx,
        `insert into time_policies (organization_id, id, valid, settings) values ($1, $2, '[2025-01-01,)', $3)`,
        [ctx.orgId, uuidv7(), JSON.stringify({ ...DEFAULT_TIME_POLICY, where })],
      );
      const near = (latitude: number, rest: Partial<CreatePunch['position']> = {}) => ({
        latitude,
        longitude: 12.5,
        accuracyMeters: 20,
        ageSeconds: 5,
        ...rest,
      });
      clock.advance({ hours: hoursLater });
      const taps = fc.array(
        fc.record({
          kind: fc.constantFrom<CreatePunch['kind']>('in', 'in', 'out', 'out', 'break_start', 'break_end'),
          // often within minutes of each other, and in one and the same moment
          minutes: fc.oneof(fc.nat(4 * 24 * 60), fc.nat(10), fc.integer({ min: 1430, max: 1445 })),
          // minutes by which the phone's clock was wrong, which nothing measures: it was started anew since
          wrong: fc.constantFrom(0, 0, 0, 1, -45, 200),
          locationId: fc.constantFrom(undefined, undefined, elsewhere.locationId),
          position: fc.constantFrom(
            undefined,
            near(55.6),
            near(56.1),
            near(55.6, { accuracyMeters: 500 }),
            near(56.1, { ageSeconds: 600, mocked: true }),
          ),
        }),
        { minLength: 1, maxLength: 12 },
      );
      await fc.assert(
        fc.asyncProperty(taps, fc.infiniteStream(fc.nat(1000)), async (drawn, random) => {
          const [straight, shuffled] = await Promise.all([
            makeClocker(ctx, make, { departmentId: first.departmentId }),
            makeClocker(ctx, make, { departmentId: first.departmentId }),
          ]);
          for (const { employeeId } of [straight, shuffled]) {
            const { departmentId } = first;
            const startsAt = at('08:00', '02');
            await makeShift(ctx, { departmentId, employeeId, startsAt, endsAt: at('16:00', '02') });
          }
          const queue = drawn.toSorted((a, b) => a.minutes - b.minutes);
          const made = () =>
            queue.map(({ kind, minutes, wrong, locationId, position }, sequence) => {
              const when = Date.parse(at('08:00')) + minutes * 60_000;
              return punch(kind, new Date(when + wrong * 60_000).toISOString(), {
                ...(locationId && { locationId }),
                ...(position && { position }),
                tapped: { bootId: first.employeeId, monotonicMs: when - Date.parse(at('00:00')), sequence },
              });
            });
          await send(straight.as, made());
          const mixed = made().map((one) => ({ one, order: random.next().value as number }));
          mixed.sort((a, b) => a.order - b.order);
          for (const { one, order } of mixed) {
            const again = mixed[order % mixed.length]?.one;
            await send(shuffled.as, again && order % 3 === 0 ? [one, again, one] : [one]);
          }
          expect(await hoursOf(ctx, shuffled.employeeId)).toEqual(await hoursOf(ctx, straight.employeeId));
        }),
        { numRuns: RUNS },
      );
    },
  );

  dbTest(
    'a clock-out that comes before its clock-in is judged by the place of the work',
    async ({ ctx, make }) => {
      const { as, employeeId, departmentId } = await makeClocker(ctx, make);
      const elsewhere = await make.location();
      await rowsOf(
        ctx,
        'update locations set latitude = 55.6, longitude = 12.5, geofence_radius_meters = 200',
      );
      await rowsOf(ctx, 'update locations set latitude = 56.1 where id = $1', [elsewhere]);
      const position = { latitude: 56.1, longitude: 12.5, accuracyMeters: 10, ageSeconds: 1 };
      await send(as, [punch('out', at('07:00'), { position })]);
      expect((await hoursOf(ctx, employeeId))[0]?.['flags']).toContain('outside_place');
      await send(as, [punch('in', at('04:00'), { position, locationId: elsewhere })]);
      expect(await hoursOf(ctx, employeeId)).toMatchObject([
        { location_id: elsewhere, worked_minutes: 180, flags: ['offline', 'unscheduled'] },
      ]);

      // of nobody's department, with nothing to say where: it waits for its clock-in
      await rowsOf(ctx, 'delete from employee_departments where employee_id = $1 and department_id = $2', [
        employeeId,
        departmentId,
      ]);
      const early = '2025-11-20';
      expect((await send(as, [punch('out', `${early}T12:00:00Z`)])).meta.recorded).toBe(1);
      await send(as, [punch('in', `${early}T08:00:00Z`, { locationId: elsewhere })]);
      expect((await hoursOf(ctx, employeeId))[0]).toMatchObject({
        location_id: elsewhere,
        worked_minutes: 240,
      });
    },
  );

  dbTest(
    '500 punches, shuffled and sent twice: 500 rows, the first answers',
    async ({ ctx, make, clock }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      clock.advance({ hours: 20 * 24 });
      const kinds = ['in', 'break_start', 'break_end', 'out'] as const;
      const queue = Array.from({ length: 500 }, (_, nr) =>
        punch(kinds[nr % 4] ?? 'in', new Date(Date.parse(at('08:00')) + nr * 30 * 60_000).toISOString()),
      );
      const shuffled = queue.toSorted((a, b) => (a.id.slice(-6) < b.id.slice(-6) ? -1 : 1));
      const first = await send(as, shuffled);
      expect(PunchBatchResult.parse(first).meta).toEqual({ recorded: 500, kept: 0, refused: 0 });
      expect(await send(as, shuffled)).toEqual(first);
      expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(500);
      const hours = await hoursOf(ctx, employeeId);
      expect(hours).toHaveLength(125);
      expect(hours.every(({ worked_minutes }) => worked_minutes === 60)).toBe(true);
    },
  );

  dbTest('one that is not right is answered on its own', async ({ ctx, make, foreign }) => {
    const { as, departmentId } = await makeClocker(ctx, make);
    const colleague = await makeClocker(ctx, make, { departmentId });
    const theirs = punch('in', at('05:00'));
    await send(colleague.as, [theirs]);
    const { data, meta } = await send(as, [
      punch('in', at('04:00')),
      punch('out', at('09:30')),
      punch('out', '2025-10-01T08:00:00Z'),
      punch('in', at('05:00'), { locationId: await foreign.make.location() }),
      theirs,
      punch('out', at('07:00')),
    ]);
    expect(data.map(({ outcome, code }) => code ?? outcome)).toEqual([
      'recorded',
      'punch_in_future',
      'punch_too_old',
      'not_found',
      'idempotency_key_reused',
      'recorded',
    ]);
    expect(meta).toEqual({ recorded: 2, kept: 0, refused: 4 });
    expect(
      await rowsOf(ctx, 'select worked_minutes as minutes from time_entries order by started_at'),
    ).toEqual([{ minutes: 180 }, { minutes: null }]);
  });

  dbTest('somebody dismissed, and a device of another organisation', async ({ ctx, make, foreign }) => {
    const { as, employeeId } = await makeClocker(ctx, make);
    const abroad = { ...as, orgId: foreign.ctx.orgId };
    expect((await send(abroad, [punch('in', at('07:00'))])).data[0]?.code).toBe('no_employee');
    await rowsOf(ctx, `update employees set status = 'deactivated' where id = $1`, [employeeId]);
    expect((await send(as, [punch('in', at('07:00'))])).data[0]?.code).toBe('employee_inactive');
    expect(await rowsOf(ctx, 'select id from time_punches')).toEqual([]);
  });

  dbTest(
    'a phone whose clock is a day ahead or was moved back: the monotonic clock counts',
    async ({ ctx, make }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      const bootId = uuidv7();
      const tapped = (monotonicMs: number, sequence: number) => ({
        source: 'mobile' as const,
        tapped: { bootId, monotonicMs, sequence },
      });
      const hour = 3_600_000;
      // it is 08:00; taps of four and one hours ago, the first a day ahead, the second two hours back
      const queue = [
        punch('in', at('04:00', '02'), tapped(1 * hour, 1)),
        punch('out', at('05:00'), tapped(4 * hour, 2)),
      ];
      const { data } = await send(as, queue, { bootId, monotonicMs: 5 * hour });
      expect(data.map(({ happenedAt }) => happenedAt)).toEqual([at('04:00'), at('07:00')]);
      expect(await hoursOf(ctx, employeeId)).toMatchObject([
        { worked_minutes: 180, flags: expect.arrayContaining(['clock_skew']) },
      ]);
      const kept = await rowsOf(ctx, 'select occurred_at, happened_at from time_punches order by sequence');
      expect(kept[0]).toMatchObject({ occurred_at: at('04:00', '02'), happened_at: at('04:00') });
    },
  );

  dbTest(
    'a browser that slept: what its clock says was earlier is believed, and flagged',
    async ({ ctx, make }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      const bootId = uuidv7();
      const hour = 3_600_000;
      // it is 08:00, and three of the four hours since the first tap were slept through
      const queue = [
        punch('in', at('04:00'), { tapped: { bootId, monotonicMs: hour, sequence: 1 } }),
        punch('out', at('07:30'), { tapped: { bootId, monotonicMs: 1.5 * hour, sequence: 2 } }),
      ];
      await send(as, queue, { bootId, monotonicMs: 2 * hour });
      expect(await hoursOf(ctx, employeeId)).toMatchObject([
        { worked_minutes: 210, flags: expect.arrayContaining(['clock_skew']) },
      ]);
    },
  );

  dbTest(
    'after a restart nothing measures: what cannot both be right is flagged, hours are never negative',
    async ({ ctx, make }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      const bootId = uuidv7();
      const queue = [
        punch('in', at('06:00'), { tapped: { bootId, monotonicMs: 0, sequence: 1 } }),
        punch('out', at('05:00'), { tapped: { bootId, monotonicMs: 3_600_000, sequence: 2 } }),
      ];
      await send(as, queue, { bootId: uuidv7(), monotonicMs: 10 });
      const hours = await hoursOf(ctx, employeeId);
      expect(hours).toHaveLength(2);
      for (const { flags, worked_minutes } of hours) {
        expect(flags).toContain('clock_skew');
        expect(Number(worked_minutes ?? 0)).toBeGreaterThanOrEqual(0);
      }
    },
  );

  dbTest(
    'after a restart, in pieces: each is right by itself, and both are flagged once both are there',
    async ({ ctx, make, clock }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      const bootId = uuidv7();
      const hour = 3_600_000;
      const day = (date: string, from: string, to: string, sinceBoot: number) => [
        punch('in', at(from, date), { tapped: { bootId, monotonicMs: sinceBoot, sequence: 1 } }),
        punch('out', at(to, date), { tapped: { bootId, monotonicMs: sinceBoot + 2 * hour, sequence: 2 } }),
      ];
      const skewed = async () =>
        (await hoursOf(ctx, employeeId)).map(({ flags }) => (flags as string[]).includes('clock_skew'));
      clock.set(at('08:00', '04'));
      // the clock was set back by an hour during the night; the phone was started anew before any of it was sent
      const restarted = { bootId: uuidv7(), monotonicMs: 10 };
      await send(as, day('01', '08:00', '10:00', 0), restarted);
      expect(await skewed()).toEqual([false]);
      await send(as, day('02', '07:00', '09:00', 24 * hour), restarted);
      expect(await skewed()).toEqual([true, true]);
      const decided = await rowsOf(ctx, 'select version from time_entries order by started_at');
      expect(decided).toEqual([{ version: 2 }, { version: 1 }]);
      // what comes later, from the new start, changes nothing of it
      await recordPunch(as, { id: uuidv7(), kind: 'in' });
      await send(as, [punch('out', at('09:30', '02'))], restarted);
      // and the tap of a moment in which nobody was there is work of its own
      expect(await skewed()).toEqual([true, true, false, false]);
    },
  );

  dbTest(
    'in a locked period: kept, noted for somebody to settle, and the hours stay',
    async ({ ctx, make, clock }) => {
      const { as, employeeId } = await makeClocker(ctx, make);
      await send(as, [punch('in', at('04:00')), punch('out', at('06:00'))]);
      await rowsOf(
        ctx,
        `insert into pay_periods (organization_id, id, period, state) values ($1, $2, '[2025-12-01,2025-12-02)', 'locked')`,
        [ctx.orgId, uuidv7()],
      );
      const before = await hoursOf(ctx, employeeId);
      clock.advance({ hours: 24 });
      const late = [punch('out', at('07:00')), punch('in', at('06:30')), punch('in', at('06:00', '02'))];
      const first = await send(as, late);
      expect(first.data.map(({ outcome, code }) => code ?? outcome)).toEqual([
        'period_locked',
        'period_locked',
        'recorded',
      ]);
      expect((await send(as, late)).data).toEqual(first.data);
      expect((await hoursOf(ctx, employeeId)).slice(0, 1)).toEqual(before);
      expect(await rowsOf(ctx, 'select id from time_punches')).toHaveLength(5);
      expect(await rowsOf(ctx, 'select punch_id from timesheet_adjustments')).toHaveLength(2);
    },
  );

  dbTest(
    'one event for each entry that changed; the single tap finds what the queue left',
    async ({ ctx, make }) => {
      const { as } = await makeClocker(ctx, make);
      const first = punch('in', at('04:00'));
      await send(as, [first, punch('break_start', at('05:00')), punch('break_end', at('05:30'))]);
      const types = async () =>
        (await rowsOf(ctx, 'select event_type from events order by position')).map(
          ({ event_type }) => event_type,
        );
      expect(await types()).toEqual(['timeEntry.started']);
      expect((await recordPunch(as, { ...first })).entry).toMatchObject({ id: first.id, state: 'open' });
      await recordPunch(as, { id: uuidv7(), kind: 'out' });
      expect(await types()).toEqual(['timeEntry.started', 'timeEntry.completed']);
    },
  );
});
