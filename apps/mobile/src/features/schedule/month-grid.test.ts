import { describe, expect, test } from 'vitest';
import { monthFrom, monthGrid } from './month-grid';

describe('the weeks of a month', () => {
  test('from Monday', () => {
    const grid = monthGrid('2026-03', 1);
    expect(grid[0]).toEqual([null, null, null, null, null, null, '2026-03-01']);
    expect(grid.at(-1)).toEqual(['2026-03-30', '2026-03-31', null, null, null, null, null]);
  });
  test('from Sunday, a February of four whole weeks', () => {
    const grid = monthGrid('2026-02', 7);
    expect(grid).toHaveLength(4);
    expect(grid.flat()).not.toContain(null);
  });
  test.each([
    ['2024-02', 29],
    ['2026-02', 28],
    ['2026-10', 31],
  ])('%s has %i days, each once', (month, days) => {
    const dates = monthGrid(month, 6).flat().filter(Boolean);
    expect(new Set(dates).size).toBe(days);
    expect(dates).toHaveLength(days);
  });
  test('months go on over the year', () => {
    expect(monthFrom('2026-12', 1)).toBe('2027-01');
    expect(monthFrom('2026-01', -1)).toBe('2025-12');
  });
});
