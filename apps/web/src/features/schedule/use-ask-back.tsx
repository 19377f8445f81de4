'use client';
import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/lib/problem';
import type { Answers } from './asking-back';
import { useProblemWords } from '@/lib/problem-words';
import { FoldQuestion, ReasonQuestion } from './lazy-panels';

type Question = { problem: ApiProblem; answer: (answers: Answers | null) => void };

/** Asks what the API asks back: which of two equal times, or why a warning is planned over. */
export function useAskBack() {
  const [question, setQuestion] = useState<Question>();
  const ask = useCallback(
    (problem: ApiProblem) =>
      new Promise<Answers | null>((resolve) => {
        setQuestion({
          problem,
          answer: (answers) => {
            setQuestion(undefined);
            resolve(answers);
          },
        });
      }),
    [],
  );
  return { ask, dialog: question && <QuestionDialog {...question} /> };
}

function QuestionDialog({ problem, answer }: Question) {
  const wordsOf = useProblemWords();
  if (problem.code === 'override_reason_required')
    return (
      <ReasonQuestion
        findings={problem.errors.map((error) => error.message)}
        onAnswer={(reason) => answer(reason === null ? null : { override: { reason } })}
      />
    );
  const field = problem.errors[0]?.path ?? '';
  return (
    <FoldQuestion
      detail={wordsOf(problem)}
      onAnswer={(fold) => answer(fold === null ? null : { [field]: fold })}
    />
  );
}
