import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIME_POLICY, type TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import { byTime, type Fact, type PlannedShift } from './facts.rules.ts';
import { compute, fact, HERE, policy } from './facts.fixture.ts';
import { zoneClock } from './zone-clock.rules.ts';

const MINUTE = 60_000;
const ZONES = [
  'Europe/Copenhagen',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Australia/Eucla',
  'UTC',
] as const;
// around the nights on which the clocks of these zones change, and an ordinary one
const NIGHTS = ['2025-10-26', '2026-03-29', '2025-10-05', '2026-04-05', '2025-09-28', '2026-01-14'];

const roundings = fc.constantFrom(
  { to: 'none' as const },
  ...([5, 10, 15, 20] as const).map((minutes) => ({ to: 'nearest' as const, minutes })),
  { to: 'schedule' as const, withinMinutes: 30 },
);
const settings: fc.Arbitrary<TimePolicySettings> = fc.record({
  match: fc.record({ earlyMinutes: fc.nat(240), lateMinutes: fc.nat(240) }),
  rounding: fc.record({
    inEarly: roundings,
    inLate: roundings,
    outEarly: roundings,
    outLate: roundings,
    unscheduled: roundings,
  }),
  breaks: fc.record({
    mode: fc.constantFrom('punched', 'at_least', 'deducted'),
    paid: fc.boolean(),
    rules: fc.constantFrom(
      [],
      [
        { afterMinutes: 360, minutes: 30, paid: false },
        { afterMinutes: 540, minutes: 45, paid: false },
      ],
    ),
  }),
  maximum: fc.record({ minutes: fc.integer({ min: 60, max: 960 }), mode: fc.constantFrom('end', 'split') }),
  forgotten: fc.record({ closeAfterMinutes: fc.option(fc.nat(240)) }),
  overnight: fc.constantFrom('day_starts', 'day_ends', 'most_worked', 'split'),
  where: fc.constant(DEFAULT_TIME_POLICY.where),
});

const world = fc
  .record({
    zone: fc.constantFrom(...ZONES),
    night: fc.constantFrom(...NIGHTS),
    settings,
    taps: fc.array(
      fc.tuple(
        fc.constantFrom('in', 'out', 'break_start', 'break_end') as fc.Arbitrary<Fact['kind']>,
        // often within minutes of each other, and in one and the same moment
        fc.oneof(
          fc.integer({ min: 0, max: 4 * 24 * 60 * 60 }),
          fc.nat(12).map((minutes) => minutes * 60),
        ),
      ),
      { minLength: 1, maxLength: 14 },
    ),
    shifts: fc.array(fc.tuple(fc.nat(4 * 24), fc.integer({ min: 1, max: 12 })), { maxLength: 3 }),
    // and one that begins where each of them ends
    touch: fc.boolean(),
    now: fc.integer({ min: 0, max: 6 * 24 * 60 }),
  })
  .map(({ zone, night, taps, shifts, touch, now, settings: chosen }) => {
    const from = Date.parse(`${night}T00:00:00Z`) - 36 * 60 * MINUTE;
    const facts = taps.map(([kind, seconds]) => fact(kind, from + seconds * 1000, { zone }));
    const after = touch ? shifts.map(([hour, hours]) => [hour + hours, 2] as const) : [];
    const plan = [...shifts, ...after].map(([hour, hours], nr): PlannedShift => {
      const start = from + hour * 60 * MINUTE;
      const end = start + hours * 60 * MINUTE;
      return { id: `s${nr}`, start, end, locationId: HERE, zone, localDate: zoneClock.dateOf(zone, start) };
    });
    return { facts, rest: { ...policy(chosen), shifts: plan, now: from + now * MINUTE } };
  });

describe('entries computed from facts', () => {
  test('order and repetition of delivery never change them', () => {
    fc.assert(
      fc.property(world, fc.func(fc.nat()), ({ facts, rest }, order) => {
        const shuffled = facts.toSorted((a, b) => order(a.id) - order(b.id));
        expect(compute(shuffled, rest)).toEqual(compute(facts, rest));
        expect(compute(facts.toReversed(), rest)).toEqual(compute(facts, rest));
      }),
    );
  });

  test('from the opening of any entry on they are what all facts give, and settled ones need not be looked at', () => {
    fc.assert(
      fc.property(world, ({ facts, rest }) => {
        const all = compute(facts, rest);
        const sorted = facts.toSorted(byTime);
        for (const [nr, entry] of all.entries()) {
          // a part of a long stretch begins where no fact does
          if (!sorted.some((one) => one.root === entry.key)) continue;
          const earlier = all.slice(0, nr).findLast(({ countedEnd }) => countedEnd !== null);
          const before = earlier
            ? { ...earlier, end: earlier.end as number, countedEnd: earlier.countedEnd as number }
            : null;
          const later = sorted.slice(sorted.findIndex(({ root }) => root === entry.key));
          const tail = compute(later, { ...rest, before });
          const settled =
            earlier?.settledAt !== null &&
            earlier?.settledAt !== undefined &&
            earlier.settledAt < entry.start;
          const stripped = (one: (typeof all)[number]) => ({
            ...one,
            inputsHash: '',
            settledAt: null,
            deviations: [],
          });
          expect(tail.map(stripped)).toEqual(all.slice(nr).map(stripped));
          if (settled) expect(tail).toEqual(all.slice(nr));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('what is settled stays as it is, whatever happens after', () => {
    fc.assert(
      fc.property(world, fc.nat(14), ({ facts, rest }, count) => {
        const sorted = facts.toSorted(byTime);
        const until = sorted[count]?.at ?? Infinity;
        const before = compute(sorted.slice(0, count), rest);
        const settled = before.filter(({ settledAt }) => settledAt !== null && settledAt < until);
        const after = compute(sorted, rest);
        for (const entry of settled) expect(after.find(({ key }) => key === entry.key)).toEqual(entry);
      }),
      { numRuns: 300 },
    );
  });

  test('never negative, never overlapping, every fact once, days sum to the whole', () => {
    fc.assert(
      fc.property(world, ({ facts, rest }) => {
        const entries = compute(facts, rest);
        const used = new Set(entries.flatMap(({ punchIds }) => punchIds));
        expect(used.size).toBe(facts.length);
        expect(new Set(entries.map(({ key }) => key)).size).toBe(entries.length);
        for (const [nr, entry] of entries.entries()) {
          const next = entries[nr + 1];
          if (entry.end === null) expect(next).toBeUndefined();
          expect(entry.end ?? Infinity).toBeGreaterThanOrEqual(entry.start);
          if (next) expect(next.start).toBeGreaterThanOrEqual(entry.end as number);
          if (next) expect(next.countedStart).toBeGreaterThanOrEqual(entry.countedEnd as number);
          if (entry.countedEnd !== null) {
            expect(entry.countedEnd).toBeGreaterThanOrEqual(entry.countedStart);
            expect(entry.days.reduce((sum, day) => sum + day.minutes, 0)).toBe(entry.workedMinutes);
          }
          for (const line of entry.deviations) expect(line.minutes).toBeGreaterThan(0);
        }
      }),
    );
  });

  test('a long stretch in parts is as long as the whole', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 60, max: 600 }),
        fc.integer({ min: 1, max: 36 * 60 }),
        (minutes, length) => {
          const start = Date.parse('2026-03-28T20:00:00Z');
          const facts = [fact('in', start), fact('out', start + length * MINUTE)];
          const parts = compute(facts, policy({ maximum: { minutes, mode: 'split' } }));
          expect(parts).toHaveLength(Math.ceil(length / minutes));
          expect(parts.reduce((sum, part) => sum + (part.workedMinutes ?? 0), 0)).toBe(length);
        },
      ),
    );
  });
});
