import type { TimeEntryView } from '@vaktplan/contracts/http/time-tracking';

/** Two clocks may differ by this much before a punch counts as one of the future or out of order. */
export const CLOCK_SKEW_MS = 2 * 60_000;
/** A published shift that started this long ago without a punch makes its person late. */
export const LATE_AFTER_MS = 5 * 60_000;

/** ISO text of an instant, or null while it goes on. */
type Stretch = { startedAt: string; endedAt: string | null };
export type EntryBreak = Stretch & { paid: boolean };
export type WorkedEntry = Stretch & { breaks: readonly EntryBreak[] };
/** Milliseconds since the epoch, half-open. */
type Window = { from: number; to: number };

/** Milliseconds of `stretch` inside the window; what goes on reaches to the window's end. Never negative. */
function elapsedIn(stretch: Stretch, { from, to }: Window): number {
  const start = Math.max(Date.parse(stretch.startedAt), from);
  const end = Math.min(stretch.endedAt === null ? to : Date.parse(stretch.endedAt), to);
  return Math.max(0, end - start);
}

/**
 * Elapsed milliseconds worked inside the window, without unpaid breaks. Counted on instants, so a night on which the
 * clocks change has its true length. Additive: two windows that touch sum to the window of both.
 */
export function workedMs(entry: WorkedEntry, window: Window): number {
  const from = Math.max(window.from, Date.parse(entry.startedAt));
  const to = entry.endedAt === null ? window.to : Math.min(window.to, Date.parse(entry.endedAt));
  if (to <= from) return 0;
  let worked = to - from;
  for (const pause of entry.breaks) if (!pause.paid) worked -= elapsedIn(pause, { from, to });
  return Math.max(0, worked);
}

/** Whole minutes worked up to `now` (or the end, if earlier). Rounded down once, here. */
export const workedMinutes = (entry: WorkedEntry, now: number): number =>
  Math.floor(workedMs(entry, { from: -Infinity, to: now }) / 60_000);

type Counted = WorkedEntry & { countedStart: string; workedMinutes: number | null };
/** Minutes that count, after rounding, limits and deductions; of an entry that is open, up to `now`. */
export const countedMinutes = (entry: Counted, now: number): number =>
  entry.workedMinutes ?? workedMinutes({ ...entry, startedAt: entry.countedStart }, now);

type Ending = { endedAt: string | number | null };
export function entryState(entry: Ending & { breaks: readonly Ending[] }): TimeEntryView['state'] {
  if (entry.endedAt !== null) return 'complete';
  return entry.breaks.some((pause) => pause.endedAt === null) ? 'on_break' : 'open';
}

type PlannedShift = { startsAt: string; endsAt: string };

/** Is the person of a published shift late? Started more than five minutes ago, not over, and nobody clocked in to it. */
export const isLate = (shift: PlannedShift, now: number, clockedIn: boolean): boolean =>
  !clockedIn && now - Date.parse(shift.startsAt) > LATE_AFTER_MS && now < Date.parse(shift.endsAt);
