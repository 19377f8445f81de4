import type { LineState } from '@vaktplan/contracts/http/timesheets';
import type { ErrorCode } from '@vaktplan/contracts/errors';

/** What decides where an entry stands. A decision is about one version of the entry: another version is undecided. */
export type ReviewFacts = {
  ended: boolean;
  version: number;
  review: { state: 'approved' | 'rejected' | 'reopened'; entryVersion: number } | null;
  submitted: boolean;
  period: 'open' | 'closed' | 'locked';
};

const standing = ({ review, version }: ReviewFacts) =>
  review && review.entryVersion === version && review.state !== 'reopened' ? review.state : null;

/** Open, complete, (submitted), approved or rejected; approved and locked is `locked`. */
export function lineState(facts: ReviewFacts): LineState {
  if (!facts.ended) return 'open';
  const decided = standing(facts);
  if (decided === 'approved') return facts.period === 'locked' ? 'locked' : 'approved';
  if (decided === 'rejected') return 'rejected';
  return facts.submitted ? 'submitted' : 'complete';
}

/** Was something decided about another version of it than there is now? */
export const changedSinceDecision = ({ review, version }: ReviewFacts): boolean =>
  review !== null && review.state !== 'reopened' && review.entryVersion !== version;

export type Act = 'approve' | 'reject' | 'reopen' | 'correct' | 'propose';

const REFUSALS: Readonly<Record<Act, Partial<Record<LineState, ErrorCode>>>> = {
  approve: { open: 'entry_open', approved: 'already_decided' },
  reject: { open: 'entry_open', rejected: 'already_decided' },
  reopen: { open: 'entry_open', complete: 'already_decided', submitted: 'already_decided' },
  correct: {},
  propose: {},
};

/**
 * Why the act is not possible now, or null. A locked period allows nothing; in a closed one the person it concerns can
 * propose nothing more. What is open can be corrected (a forgotten clock-out), not decided.
 */
export function refusalOf(act: Act, facts: ReviewFacts): ErrorCode | null {
  if (facts.period === 'locked') return 'period_locked';
  if (act === 'propose' && facts.period === 'closed') return 'period_locked';
  return REFUSALS[act][lineState(facts)] ?? null;
}
