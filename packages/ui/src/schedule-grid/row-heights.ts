import { lanesOf } from './day-lanes.ts';
import { type Metrics, rowHeight, SECTION_HEIGHT } from './layout.ts';
import type { ShiftIndex } from './shift-index.ts';
import type { DayAxis } from './types.ts';
import { type GridWorld, keyOfRow } from './world.ts';

/** How high each row is: as its fullest day needs, along the hours as many lanes as lie over each other. */
export function rowHeights(
  world: GridWorld,
  index: ShiftIndex,
  metrics: Metrics,
  axis: DayAxis | null,
): number[] {
  const low = rowHeight(1, metrics);
  const heights = world.rows.map(({ kind }) => (kind === 'section' ? SECTION_HEIGHT : low));
  // most cells hold one shift or none, so it is the others that are looked for
  for (const shifts of index.byCell.values()) {
    if (shifts.length < 2) continue;
    const cell = index.cellOf(shifts[0]!);
    const row = world.rowIndex.get(keyOfRow(cell));
    if (row === undefined || !world.days.includes(cell.date)) continue;
    const chips = axis ? lanesOf(shifts, axis).count : shifts.length;
    heights[row] = Math.max(heights[row]!, rowHeight(chips, metrics));
  }
  return heights;
}
