import type * as z from 'zod';
import type { OutboxRow, Settlement } from './outbox-row';
import { backoffMs, judge, type Answer, type Verdict } from './retry';
import { NotSignedIn } from './transport';

/** What an attempt came to for one row. */
export type Outcome =
  | { kind: 'confirmed'; entryId?: string | null; reason?: string | null; code?: string | null }
  | { kind: 'refused'; reason: string; code: string }
  /** `counts: false`: it was not even tried, so the pause does not grow. */
  | { kind: 'later'; reason: string; code: string | null; pauseMs?: number; counts?: boolean };

export const NOT_OURS = 'not an answer of the server';

export const later = (reason: string, more: { pauseMs?: number; counts?: boolean } = {}): Outcome => ({
  kind: 'later',
  reason,
  code: null,
  ...more,
});

/** An attempt, judged. No answer is `later`; without a sign-in it is not even an attempt. */
export async function attempt(send: () => Promise<Answer>, tries: number): Promise<Verdict> {
  try {
    return judge(await send(), tries);
  } catch (error) {
    if (error instanceof NotSignedIn) return { kind: 'signedOut' };
    return { kind: 'later', reason: error instanceof Error ? error.message : 'no answer', code: null };
  }
}

/** For an answer that says no more than that it was taken. One of another shape is not our server's: it waits. */
export function plainOutcome(verdict: Verdict, shape: z.ZodType): Outcome {
  if (verdict.kind === 'ok') {
    return shape.safeParse(verdict.body).success ? { kind: 'confirmed' } : later(NOT_OURS);
  }
  return failed(verdict);
}

export const failed = (verdict: Exclude<Verdict, { kind: 'ok' }>): Outcome =>
  verdict.kind === 'signedOut' ? signedOut : verdict;

export const signedOut: Outcome = {
  kind: 'later',
  reason: 'signed out',
  code: 'unauthenticated',
  counts: false,
  // whoever signs in again is heard soon, and a session that has ended is not asked after all the time
  pauseMs: 15_000,
};
export const isSignedOut = (outcome: Outcome): boolean => outcome === signedOut;

export function settlementOf(row: OutboxRow, outcome: Outcome, now: number, random: number): Settlement {
  const { id, attempts } = row;
  if (outcome.kind === 'later') {
    const tries = outcome.counts === false ? attempts : attempts + 1;
    const nextAt = now + (outcome.pauseMs ?? backoffMs(attempts, random));
    const { reason, code } = outcome;
    return { id, state: 'saved', attempts: tries, nextAt, reason, code, entryId: null };
  }
  const { reason = null, code = null } = outcome;
  const entryId = outcome.kind === 'confirmed' ? (outcome.entryId ?? null) : null;
  return { id, state: outcome.kind, attempts: attempts + 1, nextAt: 0, reason, code, entryId };
}
