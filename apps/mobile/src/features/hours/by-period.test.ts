import { expect, test } from 'vitest';
import type { EntryNow } from '../../sync/entries-now';
import { byPeriod } from './by-period';

const entry = (id: string, localDate: string | null, startedAt = 0): EntryNow =>
  ({ id, line: localDate && { localDate }, startedAt }) as EntryNow;
const sheet = (id: string, startDate: string, endDate: string) =>
  ({ id, startDate, endDate }) as Parameters<typeof byPeriod>[0][number];

test('each in the period of its day; what is on this phone only by the day it began', () => {
  const sheets = [sheet('dec', '2025-12-01', '2025-12-31'), sheet('nov', '2025-11-01', '2025-11-30')];
  const lateEvening = Date.parse('2025-11-30T23:30:00Z');
  const entries = [
    entry('a', '2025-12-01'),
    entry('b', '2025-11-30'),
    entry('c', null, lateEvening),
    entry('d', '2026-01-01'),
  ];
  const told = byPeriod(sheets, entries, 'Europe/Copenhagen').map((one) => [
    one.sheet?.id ?? null,
    one.entries.map(({ id }) => id),
  ]);
  expect(told).toEqual([
    [null, ['d']],
    ['dec', ['a', 'c']],
    ['nov', ['b']],
  ]);
  expect(byPeriod(sheets, [], undefined)).toEqual([]);
});
