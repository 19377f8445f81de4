'use client';
import type { ProblemCode } from './problem';
import { useProblemWords } from './problem-words';

/** What went wrong, in the language of the page, for pages that the server renders. */
export function ProblemText({ code, detail }: { code: ProblemCode; detail: string }) {
  return useProblemWords()({ code, detail });
}
