'use client';
import { Button, Dialog, DialogContent, Field, Textarea } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useWords } from '@/lib/words';
import { useReturnFocus } from './use-return-focus';
import { useSubmit } from './use-submit';

type Props = {
  title: string;
  description: string;
  action: string;
  danger?: boolean;
  send: (reason: string, idempotencyKey: string) => Promise<unknown>;
  onClose: () => void;
};

/** A step that needs a reason, which is written down and read by those it concerns. */
export function ReasonDialog({ title, description, action, danger = false, send, onClose }: Props) {
  const id = useId();
  const t = useWords('timesheet');
  const app = useWords('app');
  const returnFocus = useReturnFocus();
  const [reason, setReason] = useState('');
  const { submit, busy, errors, rootError } = useSubmit(async (key) => {
    await send(reason.trim(), key);
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={title}
        description={description}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button
              type="submit"
              form={id}
              variant={danger ? 'danger' : 'primary'}
              loading={busy}
              disabled={reason.trim() === ''}
            >
              {action}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <Field label={t('reason')} error={errors.reason} required>
            <Textarea
              autoFocus
              value={reason}
              maxLength={500}
              onChange={(event) => setReason(event.target.value)}
            />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
