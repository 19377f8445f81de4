import type { Fold } from '@vaktplan/contracts/primitives';
import { ApiProblem } from '@/lib/problem';

export type Folds = { startsAtFold?: Fold; endsAtFold?: Fold };
/** Asks which of the two, for a time that happens twice that night; null: neither. */
export type AskFold = (problem: ApiProblem) => Promise<Fold | null>;

const isFold = (path: string | undefined): path is keyof Folds =>
  path === 'startsAtFold' || path === 'endsAtFold';

/** Tries; when a wall-clock time happens twice, asks which and tries again. Throws what is left over. */
export async function askingFold<T>(
  ask: AskFold,
  attempt: (folds: Folds) => Promise<T>,
  folds: Folds = {},
): Promise<T> {
  try {
    return await attempt(folds);
  } catch (error) {
    const field =
      error instanceof ApiProblem && error.code === 'local_time_ambiguous'
        ? error.errors[0]?.path
        : undefined;
    if (!isFold(field) || folds[field]) throw error;
    const fold = await ask(error as ApiProblem);
    if (!fold) throw error;
    return askingFold(ask, attempt, { ...folds, [field]: fold });
  }
}

/** Another body needs another Idempotency-Key. */
export const keyWith = (key: string, folds: Folds): string =>
  [key, folds.startsAtFold, folds.endsAtFold].filter(Boolean).join('-');
