'use client';
import type { Fold } from '@vaktplan/contracts/primitives';
import { Button, Dialog, DialogContent } from '@vaktplan/ui';

type FoldQuestionProps = { detail: string; onAnswer: (fold: Fold | null) => void };

/** Which of the two, when a time happens twice on the night the clocks go back. */
export function FoldQuestion({ detail, onAnswer }: FoldQuestionProps) {
  return (
    <Dialog open onOpenChange={(open) => !open && onAnswer(null)}>
      <DialogContent
        title="Which one of the two?"
        description={detail}
        footer={
          <>
            <Button onClick={() => onAnswer('earlier')}>The earlier</Button>
            <Button onClick={() => onAnswer('later')}>The later</Button>
          </>
        }
      >
        <p className="text-sm text-muted">
          The clocks go back that night, so the hour between is lived twice. Paid hours follow your choice.
        </p>
      </DialogContent>
    </Dialog>
  );
}
