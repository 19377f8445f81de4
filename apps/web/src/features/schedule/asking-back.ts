import type { Fold } from '@vaktplan/contracts/primitives';
import { ApiProblem } from '@/lib/problem';

/** What people add to a change when the API asks back: which of two equal times, why they go on though a rule warns. */
export type Answers = { startsAtFold?: Fold; endsAtFold?: Fold; override?: { reason: string } };
/** Asks; null: no answer. */
export type AskBack = (problem: ApiProblem) => Promise<Answers | null>;

const FOLDS = ['startsAtFold', 'endsAtFold'] as const;

/** The field a problem asks for, if it is one that asks. */
function askedFor(problem: ApiProblem): keyof Answers | undefined {
  if (problem.code === 'override_reason_required') return 'override';
  if (problem.code !== 'local_time_ambiguous') return undefined;
  return FOLDS.find((field) => field === problem.errors[0]?.path);
}

/** Tries; when the API asks back, asks and tries again with the answer. Throws what is left over. */
export async function askingBack<T>(
  ask: AskBack,
  attempt: (answers: Answers) => Promise<T>,
  answers: Answers = {},
): Promise<T> {
  try {
    return await attempt(answers);
  } catch (error) {
    const field = error instanceof ApiProblem ? askedFor(error) : undefined;
    if (!field || answers[field]) throw error;
    const answer = await ask(error as ApiProblem);
    if (!answer?.[field]) throw error;
    return askingBack(ask, attempt, { ...answers, ...answer });
  }
}

/** Asks for a reason once: what follows in the same gesture has the same one. */
export function askingOnce(ask: AskBack): AskBack {
  let reason: Promise<Answers | null> | undefined;
  return (problem) => {
    if (problem.code !== 'override_reason_required') return ask(problem);
    return (reason ??= ask(problem));
  };
}

/** Another body needs another Idempotency-Key. */
export const keyWith = (key: string, { startsAtFold, endsAtFold, override }: Answers): string =>
  [key, startsAtFold, endsAtFold, override && 'because'].filter(Boolean).join('-');
