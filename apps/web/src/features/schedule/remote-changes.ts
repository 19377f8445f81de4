import type { ShiftView } from '@vaktplan/contracts/http/shifts';

/** The shifts of some days as they were shown; other days are no change of these. */
export type Shown = { range: string; shifts: readonly ShiftView[] };

/** Shifts that somebody else changed since they were shown last: newer, and not by `own`. Empty when the days are others. */
export function changedByOthers(
  before: Shown | undefined,
  range: string,
  shifts: readonly ShiftView[],
  own: string | null,
): string[] {
  if (!before || before.range !== range || before.shifts === shifts) return [];
  const theirs = shifts.filter((shift, i) => shift !== before.shifts[i] && shift.changedBy !== own);
  if (theirs.length === 0) return [];
  const versions = new Map(before.shifts.map((shift) => [shift.id, shift.version]));
  return theirs.filter((shift) => (versions.get(shift.id) ?? 0) < shift.version).map((shift) => shift.id);
}
