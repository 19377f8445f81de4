import type { PlannedShift } from './facts.rules.ts';

export type MatchLimits = { earlyMinutes: number; lateMinutes: number };
type Window<S> = { shift: S; from: number; to: number };

/**
 * Each shift with the window [start - early, end + late) in which a clock-in belongs to it. Where the windows of two
 * neighbours overlap, the middle of the overlap parts them.
 */
export function matchWindows<S extends { start: number; end: number }>(
  shifts: readonly S[],
  limitsOf: (shift: S) => MatchLimits,
): Window<S>[] {
  const windows = shifts
    .map((shift) => {
      const { earlyMinutes, lateMinutes } = limitsOf(shift);
      return { shift, from: shift.start - earlyMinutes * 60_000, to: shift.end + lateMinutes * 60_000 };
    })
    .toSorted((a, b) => a.from - b.from || a.to - b.to);
  for (let i = 1; i < windows.length; i++) {
    const earlier = windows[i - 1] as Window<S>;
    const later = windows[i] as Window<S>;
    if (earlier.to <= later.from) continue;
    const middle = (later.from + Math.min(earlier.to, later.to)) / 2;
    earlier.to = middle;
    later.from = middle;
  }
  return windows;
}

export const windowAt = <S>(at: number, windows: readonly Window<S>[]): Window<S> | undefined =>
  windows.find(({ from, to }) => at >= from && at < to);

/** The shifts of one place: elsewhere a clock-in belongs to none. */
export const shiftsAt = (shifts: readonly PlannedShift[], locationId: string): PlannedShift[] =>
  shifts.filter((shift) => shift.locationId === locationId);
