'use client';
import type { ApiProblem } from './problem';
import { useLocale, useSentWords } from './words';

type Said = Pick<ApiProblem, 'code' | 'detail'> & { said?: string | undefined };

/**
 * What went wrong, in the language of the page. The API's own sentence is English and may name the thing; in another
 * language that sentence is said again, or its code is put into words, and it stands where there are none.
 */
export function useProblemWords(): (problem: Said) => string {
  const locale = useLocale();
  const problems = useSentWords('problems');
  const trouble = useSentWords('trouble');
  const signIn = useSentWords('signInProblems');
  const sentences = useSentWords('said');
  return ({ code, detail, said }) => {
    if (locale === 'en') return detail;
    if (signIn?.has(said)) return signIn(said);
    if (sentences?.has(detail)) return sentences(detail);
    if (problems?.has(code)) return problems(code);
    return trouble?.has(code) ? trouble(code) : detail;
  };
}
