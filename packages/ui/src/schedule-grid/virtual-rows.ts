import { defaultRangeExtractor, type Range } from '@tanstack/react-virtual';

/** Rows on screen plus the rows that must stay mounted: the one with focus and the one a shift is carried from. */
export function rowsToMount(range: Range, kept: readonly number[]): number[] {
  const rows = defaultRangeExtractor(range);
  const missing = kept.filter((row) => row >= 0 && row < range.count && !rows.includes(row));
  return missing.length === 0 ? rows : [...new Set([...rows, ...missing])].toSorted((a, b) => a - b);
}
