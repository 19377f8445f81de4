import { AppError } from '@vaktplan/contracts/errors';
import type { PunchKind } from '@vaktplan/contracts/http/time-tracking';
import { PAIR_LIMIT_MS } from '../compute/pair.rules.ts';
import { CLOCK_SKEW_MS } from '../time-entry.rules.ts';
import { isOpen, type ClockEntry } from './person-clock.ts';

/**
 * When a tap of now counts, after `last` by `gap` milliseconds at least: two clocks differ a little, so up to 2 minutes
 * before it is the first moment possible. Throws `punch_out_of_order` further back.
 */
function afterLast(at: number, last: number, gap: 0 | 1): number {
  if (last - at > CLOCK_SKEW_MS) throw new AppError('punch_out_of_order');
  return Math.max(at, last + gap);
}

/** The last moment that an entry which goes on tells of. */
const lastMoment = ({ start, breaks }: ClockEntry): number =>
  Math.max(start, ...breaks.map((pause) => pause.end ?? pause.start));

/**
 * Somebody stands before the clock and taps: what cannot be is refused, so that they can do something about it. Out: when
 * the tap counts. A clock-out also follows work that the product has ended by itself. Throws `already_clocked_in`,
 * `not_clocked_in`, `already_on_break`, `not_on_break`, `punch_out_of_order`.
 */
export function liveTapAt(
  entries: readonly ClockEntry[],
  { kind, at }: { kind: PunchKind; at: number },
  now: number,
): number {
  const last = entries.at(-1);
  const open = isOpen(last, now) ? last : undefined;
  if (kind === 'in') {
    if (open) throw new AppError('already_clocked_in');
    return last?.closedBy ? afterLast(at, last.end ?? last.start, 0) : at;
  }
  if (!open) {
    const forgotten = last && kind === 'out' && last.flags.includes('missing_out') && at > (last.end ?? at);
    if (!forgotten || at - last.start > PAIR_LIMIT_MS) throw new AppError('not_clocked_in');
    return at;
  }
  const resting = open.breaks.some((pause) => pause.end === null);
  if (kind === 'break_start' && resting) throw new AppError('already_on_break');
  if (kind === 'break_end' && !resting) throw new AppError('not_on_break');
  return afterLast(at, lastMoment(open), kind === 'break_start' ? 0 : 1);
}
