import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { isZone, localDateOf, onDate, resolveMoment, weekOf } from './local-time.rules.ts';

const ZONES = [
  'Europe/Copenhagen',
  'America/New_York',
  'Australia/Lord_Howe',
  'Pacific/Chatham',
  'Australia/Eucla',
  'Asia/Kathmandu',
];
const at = (text: string) => Temporal.Instant.from(text);

describe('a moment as people give it', () => {
  test.each([
    ['an instant stays', '2025-12-01T08:00:00Z', 'Asia/Tokyo', '2025-12-01T08:00:00Z'],
    ['an offset is an instant too', '2025-12-01T08:00:00+01:00', 'Asia/Tokyo', '2025-12-01T07:00:00Z'],
    [
      'a wall-clock time is read in the zone',
      '2025-12-01T08:00',
      'Europe/Copenhagen',
      '2025-12-01T07:00:00Z',
    ],
    ['in summer as well', '2025-07-01T08:00', 'Europe/Copenhagen', '2025-07-01T06:00:00Z'],
    ['in a zone of odd minutes', '2025-12-01T08:00', 'Australia/Eucla', '2025-11-30T23:15:00Z'],
  ])('%s', (_, text, zone, expected) => {
    expect(resolveMoment(text, zone, undefined, 'startsAt').toString()).toBe(expected);
  });

  test.each([
    ['Europe/Copenhagen', '2026-03-29T02:30'],
    ['Australia/Lord_Howe', '2026-10-04T02:15'],
    ['America/New_York', '2026-03-08T02:00'],
  ])('one that the clocks jump over is refused: %s %s', (zone, text) => {
    expect(() => resolveMoment(text, zone, 'later', 'startsAt')).toThrow(
      expect.objectContaining({ code: 'local_time_missing' }),
    );
  });

  test('one that happens twice asks which', () => {
    const twice = (fold?: 'earlier' | 'later') =>
      resolveMoment('2025-10-26T02:30', 'Europe/Copenhagen', fold, 'endsAt').toString();
    expect(() => twice()).toThrow(
      expect.objectContaining({
        code: 'local_time_ambiguous',
        errors: [expect.objectContaining({ path: 'endsAtFold' })],
      }),
    );
    expect(twice('earlier')).toBe('2025-10-26T00:30:00Z');
    expect(twice('later')).toBe('2025-10-26T01:30:00Z');
  });

  test('every instant is found again from its wall clock and fold', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 3 * 366 * 24 * 12 }),
        (zone, steps) => {
          const instant = at('2024-01-01T00:00:00Z').add({ minutes: steps * 5 });
          const wall = instant.toZonedDateTimeISO(zone).toPlainDateTime().toString();
          const found = (['earlier', 'later'] as const).map((fold) =>
            resolveMoment(wall, zone, fold, 'startsAt').toString(),
          );
          expect(found).toContain(instant.toString());
        },
      ),
      { numRuns: 500 },
    );
  });
});

describe('business days and weeks', () => {
  test('the day is the one of the zone, not of UTC', () => {
    expect(localDateOf(at('2025-12-01T23:30:00Z'), 'Europe/Copenhagen')).toBe('2025-12-02');
    expect(localDateOf(at('2025-12-01T03:00:00Z'), 'America/New_York')).toBe('2025-11-30');
  });
  test.each([
    [1, '2025-12-01', '2025-12-07'],
    [7, '2025-11-30', '2025-12-06'],
    [6, '2025-11-29', '2025-12-05'],
  ])('a week that starts on day %i', (weekStart, startDate, endDate) => {
    expect(weekOf('2025-12-03', weekStart)).toEqual({ startDate, endDate });
  });
  test('week 53 and leap day', () => {
    expect(weekOf('2027-01-01', 1)).toEqual({ startDate: '2026-12-28', endDate: '2027-01-03' });
    expect(weekOf('2028-02-29', 1)).toEqual({ startDate: '2028-02-28', endDate: '2028-03-05' });
  });
  test('unknown zones are known as such', () => {
    expect(isZone('Europe/Copenhagen')).toBe(true);
    expect(isZone('Europe/Atlantis')).toBe(false);
  });
});

describe('copying to another day', () => {
  const wall = (instant: Temporal.Instant, zone: string) =>
    instant.toZonedDateTimeISO(zone).toPlainDateTime().toString();

  test('a night shift keeps 22 to 6 when the clocks go back, and lasts nine hours', () => {
    const night = { startsAt: at('2025-10-18T20:00:00Z'), endsAt: at('2025-10-19T04:00:00Z') };
    const copy = onDate(night, 'Europe/Copenhagen', '2025-10-25');
    expect(wall(copy.startsAt, 'Europe/Copenhagen')).toBe('2025-10-25T22:00:00');
    expect(wall(copy.endsAt, 'Europe/Copenhagen')).toBe('2025-10-26T06:00:00');
    expect(copy.endsAt.since(copy.startsAt).total('hours')).toBe(9);
  });

  test('wall-clock times stay whenever they exist; the end always follows the start', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...ZONES),
        fc.integer({ min: 0, max: 2000 }),
        fc.integer({ min: 1, max: 24 * 12 }),
        fc.integer({ min: -400, max: 400 }),
        (zone, hour, fives, days) => {
          const startsAt = at('2025-01-01T00:00:00Z').add({ hours: hour * 7 });
          const interval = { startsAt, endsAt: startsAt.add({ minutes: fives * 5 }) };
          const date = startsAt.toZonedDateTimeISO(zone).toPlainDate().add({ days });
          const copy = onDate(interval, zone, date.toString());
          expect(Temporal.Instant.compare(copy.endsAt, copy.startsAt)).toBe(1);
          const wanted = startsAt.toZonedDateTimeISO(zone).toPlainDateTime().add({ days });
          const exists = wanted.toZonedDateTime(zone).toPlainDateTime().equals(wanted);
          if (exists) expect(wall(copy.startsAt, zone)).toBe(wanted.toString());
        },
      ),
      { numRuns: 500 },
    );
  });
});
