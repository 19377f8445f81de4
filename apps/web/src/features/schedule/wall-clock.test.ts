import { expect, test } from 'vitest';
import { instantOfWall, minutesOf, timeText, wallMinutes, wallOfInstant, wallText } from './wall-clock';

test.each([
  ['2025-12-01T08:00:00Z', '2025-12-01', 'Europe/Copenhagen', 9 * 60],
  ['2025-12-02T05:00:00Z', '2025-12-01', 'Europe/Copenhagen', 30 * 60],
  ['2025-10-26T05:00:00Z', '2025-10-25', 'Europe/Copenhagen', 30 * 60],
  ['2026-03-29T04:00:00Z', '2026-03-28', 'Europe/Copenhagen', 30 * 60],
  ['2025-12-01T00:15:00Z', '2025-12-01', 'Australia/Eucla', 9 * 60],
])('%s is so many minutes after midnight of %s in %s', (instant, date, zone, minutes) => {
  expect(wallMinutes(instant, date, zone)).toBe(minutes);
});

test('wall-clock text runs on into the next day', () => {
  expect(wallText('2025-12-31', 22 * 60)).toBe('2025-12-31T22:00');
  expect(wallText('2025-12-31', 30 * 60)).toBe('2026-01-01T06:00');
  expect(wallText('2025-12-31', 1440)).toBe('2026-01-01T00:00');
});

test('time fields', () => {
  expect(timeText(1530)).toBe('01:30');
  expect(minutesOf('09:30')).toBe(570);
  expect(minutesOf('24:00')).toBeUndefined();
  expect(minutesOf('')).toBeUndefined();
});

test('a wall-clock time and its instant, over the nights the clocks change', () => {
  const zone = 'Europe/Copenhagen';
  for (const [wall, utc] of [
    ['2025-12-01T14:30', '2025-12-01T13:30'],
    ['2025-03-30T01:59', '2025-03-30T00:59'],
    ['2025-03-30T03:00', '2025-03-30T01:00'],
    ['2025-10-26T04:00', '2025-10-26T03:00'],
    ['2025-12-31T23:59', '2025-12-31T22:59'],
  ] as const) {
    expect(instantOfWall(wall, zone)).toBe(Date.parse(`${utc}Z`));
    expect(wallOfInstant(Date.parse(`${utc}Z`), zone)).toBe(wall);
  }
  expect(wallOfInstant(Date.parse('2025-12-01T23:30Z'), 'Asia/Kathmandu')).toBe('2025-12-02T05:15');
  expect(instantOfWall('', zone)).toBeUndefined();
});
