import { Temporal } from 'temporal-polyfill';
import type { ShiftBreak } from '@vaktplan/contracts/http/shifts';
import type { Interval } from './shift.rules.ts';

type Before = { startsAt: string; endsAt: string; breaks: ShiftBreak[] };

/**
 * The breaks of a shift that now lies at `to`. Moved as a whole, its timed breaks move along, by elapsed time; made longer
 * or shorter at one end, they stay where they are.
 */
export function movedBreaks(before: Before, to: Interval): ShiftBreak[] {
  const moved = to.startsAt.since(Temporal.Instant.from(before.startsAt));
  const stands = moved.blank || to.endsAt.equals(Temporal.Instant.from(before.endsAt));
  if (stands) return before.breaks;
  return before.breaks.map((pause) => ({
    ...pause,
    startsAt: pause.startsAt && Temporal.Instant.from(pause.startsAt).add(moved).toString(),
  }));
}
