import type * as z from 'zod';

/**
 * The schema of an answer, or how to get it. Schemas are a tenth of a page's script, so what a page needs for its
 * first paint names them by a function: development and the server check each answer, a page in production takes its
 * own API at its word.
 */
export type Contract<T> = z.ZodType<T> | (() => Promise<z.ZodType<T>>);

type Checked<T> = { success: true; data: T } | { success: false; issues: unknown };

const trusting = process.env.NODE_ENV === 'production' && typeof window !== 'undefined';

/** The answer as the contract has it, or what does not fit. */
export async function checkAnswer<T>(contract: Contract<T>, answer: unknown): Promise<Checked<T>> {
  if (typeof contract === 'function') {
    if (trusting) return { success: true, data: answer as T };
    return checkAnswer(await contract(), answer);
  }
  const read = contract.safeParse(answer);
  return read.success ? read : { success: false, issues: read.error.issues };
}
