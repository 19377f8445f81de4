import type { ShiftView } from '@vaktplan/contracts/http/shifts';

/** Versions shown of the shifts of some days; other days are no change of these. */
export type Shown = { range: string; versions: ReadonlyMap<string, number> };

export const shownNow = (range: string, shifts: readonly ShiftView[]): Shown => ({
  range,
  versions: new Map(shifts.map((shift) => [shift.id, shift.version])),
});

/** Shifts that somebody else changed since they were shown last: newer, and not by `own`. Empty when the days are others. */
export function changedByOthers(
  before: Shown | undefined,
  range: string,
  shifts: readonly ShiftView[],
  own: string | null,
): string[] {
  if (!before || before.range !== range) return [];
  return shifts
    .filter((shift) => (before.versions.get(shift.id) ?? 0) < shift.version && shift.changedBy !== own)
    .map((shift) => shift.id);
}
