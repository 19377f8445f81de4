'use client';
import type { Fold } from '@vaktplan/contracts/primitives';
import { Button, Dialog, DialogContent } from '@vaktplan/ui';
import { useCallback, useState } from 'react';
import type { ApiProblem } from '@/lib/problem';

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
  const dialog = (
    <Dialog open={question !== undefined} onOpenChange={(open) => !open && question?.answer(null)}>
      {question && (
        <DialogContent
          title="Which one of the two?"
          description={question.detail}
          footer={
            <>
              <Button onClick={() => question.answer('earlier')}>The earlier</Button>
              <Button onClick={() => question.answer('later')}>The later</Button>
            </>
          }
        >
          <p className="text-sm text-muted">
            The clocks go back that night, so the hour between is lived twice. Paid hours follow your choice.
          </p>
        </DialogContent>
      )}
    </Dialog>
  );
  return { ask, dialog };
}
