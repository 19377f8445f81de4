'use client';
import { Button, Dialog, DialogContent, Field, Textarea } from '@vaktplan/ui';
import { useId, useState, type FormEvent } from 'react';
import { useWords } from '@/lib/words';
import { sayFindingAgain } from './said-findings';

type ReasonQuestionProps = { findings: readonly string[]; onAnswer: (reason: string | null) => void };

/** Why somebody plans on though a rule warns. The reason is kept with the shift. */
export function ReasonQuestion({ findings, onAnswer }: ReasonQuestionProps) {
  const t = useWords('planShift');
  const words = useWords('findings');
  const form = useId();
  const [reason, setReason] = useState('');
  const [asked, setAsked] = useState(false);
  const missing = asked && reason.trim() === '';
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setAsked(true);
    if (reason.trim()) onAnswer(reason.trim());
  };
  return (
    <Dialog open onOpenChange={(open) => !open && onAnswer(null)}>
      <DialogContent
        title={t('anyway')}
        description={t('ruleWarns', {
          findings: [...new Set(findings)].map((one) => sayFindingAgain(one, words)).join('; '),
        })}
        footer={
          <>
            <Button onClick={() => onAnswer(null)}>{t('cancel')}</Button>
            <Button variant="primary" type="submit" form={form}>
              {t('planAnyway')}
            </Button>
          </>
        }
      >
        <form id={form} onSubmit={submit} noValidate>
          <Field label={t('reason')} hint={t('reasonHint')} error={missing ? t('sayWhy') : undefined}>
            <Textarea
              rows={3}
              maxLength={2000}
              value={reason}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
