import { Temporal } from 'temporal-polyfill';
import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftBreak, ShiftState } from '@vaktplan/contracts/http/shifts';
import { minutesBetween } from '../time/local-time.rules.ts';

const LONGEST_MINUTES = 24 * 60;

export type Interval = { startsAt: Temporal.Instant; endsAt: Temporal.Instant };

/** Throws `end_before_start` (also for zero length) or `shift_too_long` (over 24 elapsed hours). */
export function assertShiftInterval({ startsAt, endsAt }: Interval): void {
  const minutes = endsAt.since(startsAt).total('minutes');
  if (minutes <= 0)
    throw new AppError('end_before_start', {
      errors: [{ path: 'endsAt', message: 'Must come after the start' }],
    });
  if (minutes > LONGEST_MINUTES)
    throw new AppError('shift_too_long', {
      errors: [{ path: 'endsAt', message: '24 hours after the start at most' }],
    });
}

/** Throws `break_outside_shift` when a timed break leaves the shift or the breaks together fill it. */
export function assertBreaksFit({ startsAt, endsAt }: Interval, breaks: readonly ShiftBreak[]): void {
  const length = endsAt.since(startsAt).total('minutes');
  const total = breaks.reduce((sum, pause) => sum + pause.minutes, 0);
  const outside = breaks.findIndex((pause) => {
    if (!pause.startsAt) return false;
    const from = Temporal.Instant.from(pause.startsAt);
    return (
      Temporal.Instant.compare(from, startsAt) < 0 ||
      Temporal.Instant.compare(from.add({ minutes: pause.minutes }), endsAt) > 0
    );
  });
  if (outside >= 0 || total >= length) {
    throw new AppError('break_outside_shift', {
      errors: [{ path: `breaks.${Math.max(outside, 0)}`, message: 'Does not fit into the shift' }],
    });
  }
}

/** What employees see against what is planned. */
export function shiftState(shift: {
  deletedAt: string | null;
  publicationId: string | null;
  publishedVersion: number | null;
  version: number;
}): ShiftState {
  if (shift.deletedAt) return 'deleted';
  if (!shift.publicationId) return 'draft';
  return shift.publishedVersion === shift.version ? 'published' : 'changed';
}

/** Elapsed minutes of a shift, and those paid: without its unpaid breaks, never below zero. */
export function shiftMinutes(shift: {
  startsAt: string;
  endsAt: string;
  breaks: readonly { minutes: number; paid: boolean }[];
}) {
  const minutes = minutesBetween(shift.startsAt, shift.endsAt);
  let unpaid = 0;
  for (const pause of shift.breaks) if (!pause.paid) unpaid += pause.minutes;
  return { minutes, paidMinutes: Math.max(0, minutes - unpaid) };
}
