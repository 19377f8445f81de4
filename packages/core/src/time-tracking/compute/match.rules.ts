import type { PlannedShift } from './facts.rules.ts';

export type MatchLimits = { earlyMinutes: number; lateMinutes: number };
export type Window<S> = { shift: S; from: number; to: number };

/**
 * Each shift with the window [start - early, end + late) in which a clock-in belongs to it. Where the windows of two
 * neighbours overlap, the middle of the overlap parts them. Of wide windows only what lies between the earlier shift's start
 * and the later one's end counts as overlap: who comes on time for an hour's work has not come for what follows it.
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
    .toSorted((a, b) => a.shift.start - b.shift.start || a.to - b.to);
  for (let i = 1; i < windows.length; i++) {
    const earlier = windows[i - 1] as Window<S>;
    const later = windows[i] as Window<S>;
    if (earlier.to <= later.from) continue;
    const from = Math.max(later.from, earlier.shift.start);
    const middle = (from + Math.min(earlier.to, later.to, later.shift.end)) / 2;
    earlier.to = middle;
    later.from = middle;
  }
  return windows;
}

export const windowAt = <S>(at: number, windows: readonly Window<S>[]): Window<S> | undefined =>
  windows.find(({ from, to }) => at >= from && at < to);

/** The windows of what is planned right after: each shift begins where the one before ends. */
export function touching<S extends { start: number; end: number }>(
  windows: readonly Window<S>[],
  first: Window<S>,
): Window<S>[] {
  const found: Window<S>[] = [];
  let { end } = first.shift;
  for (const next of windows.slice(windows.indexOf(first) + 1)) {
    if (next.shift.start !== end) break;
    found.push(next);
    end = next.shift.end;
  }
  return found;
}

/** The shifts of one place: elsewhere a clock-in belongs to none. */
export const shiftsAt = (shifts: readonly PlannedShift[], locationId: string): PlannedShift[] =>
  shifts.filter((shift) => shift.locationId === locationId);
