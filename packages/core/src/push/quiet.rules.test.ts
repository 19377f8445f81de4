import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { quietUntil } from './quiet.rules.ts';

const night = { from: '22:00', to: '07:00' };
const until = (at: string, hours = night, zone = 'Europe/Copenhagen') =>
  quietUntil(Temporal.Instant.from(at), hours, zone)?.toString() ?? null;

test.each([
  ['an evening', '2025-12-01T20:59:59Z', null],
  ['the first moment', '2025-12-01T21:00:00Z', '2025-12-02T06:00:00Z'],
  ['after midnight', '2025-12-02T02:00:00Z', '2025-12-02T06:00:00Z'],
  ['the last moment', '2025-12-02T05:59:59Z', '2025-12-02T06:00:00Z'],
  ['the end', '2025-12-02T06:00:00Z', null],
  ['the night on which an hour is missing', '2026-03-29T00:30:00Z', '2026-03-29T05:00:00Z'],
  ['the night that has an hour twice', '2026-10-25T00:30:00Z', '2026-10-25T06:00:00Z'],
])('%s', (_, at, expected) => expect(until(at)).toBe(expected));

test('by the clock of the person, wherever the workplace is', () => {
  expect(until('2025-12-01T14:00:00Z', night, 'Asia/Tokyo')).toBe('2025-12-01T22:00:00Z');
  expect(until('2025-12-01T14:00:00Z', night, 'Europe/Copenhagen')).toBeNull();
});

test('within one day, and ends in a gap', () => {
  expect(until('2025-12-01T12:30:00Z', { from: '13:00', to: '15:00' })).toBe('2025-12-01T14:00:00Z');
  expect(until('2025-12-01T14:00:00Z', { from: '13:00', to: '15:00' })).toBeNull();
  expect(until('2026-03-29T00:30:00Z', { from: '01:00', to: '02:30' })).toBe('2026-03-29T01:30:00Z');
});

test('the end is never past, never a day away, and not quiet itself', () => {
  const time = fc.integer({ min: 0, max: 1439 }).map((minutes) => {
    const text = (value: number) => String(value).padStart(2, '0');
    return `${text(Math.floor(minutes / 60))}:${text(minutes % 60)}`;
  });
  const zones = fc.constantFrom(
    'Europe/Copenhagen',
    'America/New_York',
    'Australia/Lord_Howe',
    'Asia/Kathmandu',
  );
  const instants = fc.integer({ min: 1_767_000_000, max: 1_798_000_000 });
  fc.assert(
    fc.property(time, time, zones, instants, (from, to, zone, seconds) => {
      fc.pre(from !== to);
      const now = Temporal.Instant.fromEpochMilliseconds(seconds * 1000);
      const end = quietUntil(now, { from, to }, zone);
      if (end === null) return;
      const hours = now.until(end).total('hours');
      expect(hours).toBeGreaterThan(0);
      expect(hours).toBeLessThanOrEqual(25);
      const local = end.toZonedDateTimeISO(zone).toPlainTime().toString().slice(0, 5);
      expect(local >= to, `${local} ${to}`).toBe(true);
    }),
    { numRuns: 500 },
  );
});
