'use client';
import type { Fold } from '@vaktplan/contracts/primitives';
import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/lib/problem';
import { FoldQuestion } from './lazy-panels';

type Question = { detail: string; answer: (fold: Fold | null) => void };

/** Asks which of the two, when a time happens twice on the night the clocks go back. */
export function useFoldDialog() {
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback(
    (problem: ApiProblem) =>
      new Promise<Fold | null>((resolve) => {
        setQuestion({
          detail: problem.detail,
          answer: (fold) => {
            setQuestion(undefined);
            resolve(fold);
          },
        });
      }),
    [],
  );
  const dialog = question && <FoldQuestion detail={question.detail} onAnswer={question.answer} />;
  return { ask, dialog };
}
