'use client';
import type { Fold } from '@vaktplan/contracts/primitives';
import { Button, Dialog, DialogContent } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

type FoldQuestionProps = { detail: string; onAnswer: (fold: Fold | null) => void };

/** Which of the two, when a time happens twice on the night the clocks go back. */
export function FoldQuestion({ detail, onAnswer }: FoldQuestionProps) {
  const t = useWords('planShift');
  return (
    <Dialog open onOpenChange={(open) => !open && onAnswer(null)}>
      <DialogContent
        title={t('whichOne')}
        description={detail}
        footer={
          <>
            <Button onClick={() => onAnswer('earlier')}>{t('earlier')}</Button>
            <Button onClick={() => onAnswer('later')}>{t('later')}</Button>
          </>
        }
      >
        <p className="text-sm text-muted">{t('foldHint')}</p>
      </DialogContent>
    </Dialog>
  );
}
