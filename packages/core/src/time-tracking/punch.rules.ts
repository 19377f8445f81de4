import { AppError } from '@vaktplan/contracts/errors';
import { CLOCK_SKEW_MS } from './time-entry.rules.ts';

const OLDEST_MS = 31 * 24 * 60 * 60_000;

/** Would `assertPunchTime` let it pass? */
export const isPunchTime = (at: number, now: number): boolean =>
  at - now <= CLOCK_SKEW_MS && now - at <= OLDEST_MS;

/** Throws `punch_in_future` (more than 2 minutes ahead of us) or `punch_too_old` (31 days). */
export function assertPunchTime(at: number, now: number): void {
  if (at - now > CLOCK_SKEW_MS) throw new AppError('punch_in_future');
  if (now - at > OLDEST_MS) throw new AppError('punch_too_old');
}
