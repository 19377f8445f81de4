import { AppError } from '@vaktplan/contracts/errors';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { instantOf } from '../time/local-time.rules.ts';
import { CLOCK_SKEW_MS, type EntryBreak } from './time-entry.rules.ts';

const OLDEST_MS = 31 * 24 * 60 * 60_000;

export type ClockBreak = EntryBreak & { id: string };
type ClockEntry = {
  startedAt: string;
  endedAt: string | null;
  breaks: readonly ClockBreak[];
  version: number;
};
/** `at`: milliseconds since the epoch. */
type Tap = { kind: PunchKind; at: number };

/** Would `assertPunchTime` let it pass? */
export const isPunchTime = (at: number, now: number): boolean =>
  at - now <= CLOCK_SKEW_MS && now - at <= OLDEST_MS;

/** Throws `punch_in_future` (more than 2 minutes ahead of us) or `punch_too_old` (31 days). */
export function assertPunchTime(at: number, now: number): void {
  if (at - now > CLOCK_SKEW_MS) throw new AppError('punch_in_future');
  if (now - at > OLDEST_MS) throw new AppError('punch_too_old');
}

/**
 * When a tap counts that comes after `last`, by `gap` milliseconds at least. Two clocks differ a little, so a tap up to
 * 2 minutes before `last` is taken as the first moment possible; further back is `punch_out_of_order`.
 */
function afterLast(at: number, last: number, gap: 0 | 1): number {
  if (last - at > CLOCK_SKEW_MS) throw new AppError('punch_out_of_order');
  return Math.max(at, last + gap);
}

/** The last moment that the entry tells of. */
const lastMoment = (entry: ClockEntry): number =>
  Math.max(
    Date.parse(entry.startedAt),
    ...entry.breaks.map((pause) => Date.parse(pause.endedAt ?? pause.startedAt)),
  );

/**
 * When a new entry starts, given the person's latest one. Throws `already_clocked_in`, or `punch_out_of_order` when
 * the tap lies inside or before work that is already recorded.
 */
export function entryStart(latest: ClockEntry | null, at: number): string {
  if (!latest) return instantOf(at);
  if (latest.endedAt === null) throw new AppError('already_clocked_in');
  return instantOf(afterLast(at, Date.parse(latest.endedAt), 0));
}

/**
 * The open entry after a break or the way out, and the break that changed. `out` closes the entry whatever the calendar
 * day, and an open break with it. In and out in the same instant: the entry gets one millisecond, so nobody is trapped
 * by a double tap. Throws `not_clocked_in`, `already_on_break`, `not_on_break`, `punch_out_of_order`.
 */
export function applyPunch<E extends ClockEntry>(
  entry: E | null,
  { kind, at }: Tap,
  newBreakId: string,
): { entry: E; pause: ClockBreak | null } {
  if (!entry || entry.endedAt !== null) throw new AppError('not_clocked_in');
  const open = entry.breaks.find((pause) => pause.endedAt === null);
  if (kind === 'break_start' && open) throw new AppError('already_on_break');
  if (kind === 'break_end' && !open) throw new AppError('not_on_break');

  const when = instantOf(afterLast(at, lastMoment(entry), kind === 'break_start' ? 0 : 1));
  const pause =
    kind === 'break_start'
      ? { id: newBreakId, startedAt: when, endedAt: null, paid: false }
      : open
        ? { ...open, endedAt: when }
        : null;
  const breaks = pause ? [...entry.breaks.filter((known) => known.id !== pause.id), pause] : entry.breaks;
  return {
    entry: { ...entry, breaks, endedAt: kind === 'out' ? when : null, version: entry.version + 1 },
    pause,
  };
}
