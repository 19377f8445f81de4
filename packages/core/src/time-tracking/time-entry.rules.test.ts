import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { entryState, isLate, workedMinutes, workedMs } from './time-entry.rules.ts';

const ZONES = [
  'Europe/Copenhagen',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Africa/Casablanca',
  'Asia/Kolkata',
];
const iso = (ms: number): string => Temporal.Instant.fromEpochMilliseconds(ms).toString();
const ms = (text: string): number => Date.parse(text);

const start = fc.integer({ min: Date.UTC(2019, 0, 1), max: Date.UTC(2031, 0, 1) });
const length = fc.integer({ min: 1, max: 40 * 3_600_000 });
/** Cut points as fractions, in pairs: breaks that follow each other inside the entry. */
const entry = fc
  .tuple(start, length, fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 6 }), fc.boolean())
  .map(([from, duration, cuts, paid]) => {
    const points = cuts.map((cut) => from + Math.floor(cut * duration)).toSorted((a, b) => a - b);
    const breaks = [];
    for (let i = 0; i + 1 < points.length; i += 2) {
      breaks.push({ startedAt: iso(points[i] as number), endedAt: iso(points[i + 1] as number), paid });
    }
    return { startedAt: iso(from), endedAt: iso(from + duration), breaks };
  });

describe('worked time', () => {
  it('is never negative, also for breaks that make no sense', () => {
    const anyStretch = fc
      .tuple(start, fc.option(start, { nil: null }))
      .map(([from, to]) => ({ startedAt: iso(from), endedAt: to === null ? null : iso(to), paid: false }));
    fc.assert(
      fc.property(anyStretch, fc.array(anyStretch, { maxLength: 4 }), start, (stretch, breaks, now) => {
        expect(workedMinutes({ ...stretch, breaks }, now)).toBeGreaterThanOrEqual(0);
      }),
    );
  });

  it('is additive: two windows that touch sum to the whole', () => {
    fc.assert(
      fc.property(entry, fc.double({ min: -0.2, max: 1.2, noNaN: true }), (worked, cut) => {
        const [from, to] = [ms(worked.startedAt), ms(worked.endedAt)];
        const middle = Math.floor(from + cut * (to - from));
        const parts =
          workedMs(worked, { from: -Infinity, to: middle }) +
          workedMs(worked, { from: middle, to: Infinity });
        expect(parts).toBe(workedMs(worked, { from: -Infinity, to: Infinity }));
      }),
    );
  });

  it('equals what Temporal counts between wall-clock times of six zones, in 10,000 cases', () => {
    const wall = fc.record({
      zone: fc.constantFrom(...ZONES),
      year: fc.integer({ min: 2019, max: 2030 }),
      dayOfYear: fc.integer({ min: 0, max: 364 }),
      minute: fc.integer({ min: 0, max: 1439 }),
      length: fc.integer({ min: 1, max: 30 * 60 }),
      pause: fc.integer({ min: 0, max: 60 }),
      later: fc.boolean(),
    });
    fc.assert(
      fc.property(wall, ({ zone, year, dayOfYear, minute, length: minutes, pause, later }) => {
        const local = Temporal.PlainDateTime.from({ year, month: 1, day: 1 }).add({
          days: dayOfYear,
          minutes: minute,
        });
        const read = (when: Temporal.PlainDateTime) =>
          when.toZonedDateTime(zone, { disambiguation: later ? 'later' : 'compatible' });
        const [from, to] = [read(local), read(local.add({ minutes }))];
        fc.pre(Temporal.ZonedDateTime.compare(from, to) < 0);
        const elapsed = from.until(to, { largestUnit: 'minutes' }).minutes;
        const taken = Math.min(pause, elapsed);
        const breaks = [
          {
            startedAt: from.toInstant().toString(),
            endedAt: from.add({ minutes: taken }).toInstant().toString(),
            paid: false,
          },
        ];
        const found = workedMinutes(
          { startedAt: from.toInstant().toString(), endedAt: to.toInstant().toString(), breaks },
          Infinity,
        );
        expect(found).toBe(elapsed - taken);
      }),
      { numRuns: 10_000 },
    );
  });

  it('counts up to now while the entry is open, and stops during a break', () => {
    const open = { startedAt: '2025-12-01T08:00:00Z', endedAt: null };
    const now = ms('2025-12-01T10:30:59Z');
    expect(workedMinutes({ ...open, breaks: [] }, now)).toBe(150);
    const pause = { startedAt: '2025-12-01T10:00:00Z', endedAt: null };
    expect(workedMinutes({ ...open, breaks: [{ ...pause, paid: false }] }, now)).toBe(120);
    expect(workedMinutes({ ...open, breaks: [{ ...pause, paid: true }] }, now)).toBe(150);
    expect(entryState({ ...open, breaks: [pause] })).toBe('on_break');
  });
});

describe('isLate', () => {
  const shift = { startsAt: '2025-12-01T08:00:00Z', endsAt: '2025-12-01T12:00:00Z' };
  it.for([
    ['08:05:00', false, false],
    ['08:05:01', false, true],
    ['08:05:01', true, false],
    ['11:59:59', false, true],
    ['12:00:00', false, false],
  ] as const)('at %s, clocked in %s: %s', ([time, clockedIn, expected]) => {
    expect(isLate(shift, ms(`2025-12-01T${time}Z`), clockedIn)).toBe(expected);
  });
});
