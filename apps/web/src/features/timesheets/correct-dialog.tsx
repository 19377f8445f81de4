'use client';
import { getCorrectTimesheetsUrl } from '@vaktplan/api-client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button, Dialog, DialogContent, Field, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { TimesFields, timesOf } from './times-fields';
import { useReturnFocus } from './use-return-focus';
import { useSubmit } from './use-submit';

type Props = { line: TimesheetLine; onClose: () => void; onDone: () => Promise<unknown> };

/** Somebody who approves sets the times right. What was punched stays as it was, beside the correction. */
export function CorrectDialog({ line, onClose, onDone }: Props) {
  const id = useId();
  const format = useFormat();
  const returnFocus = useReturnFocus(`line-${line.id}`);
  const [times, setTimes] = useState(() => timesOf(line, line.shift?.endsAt));
  const [reason, setReason] = useState('');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { ...times, reason };
    await write('PATCH', getCorrectTimesheetsUrl(line.id), { body, version: line.version, idempotencyKey });
    toast.success(`Hours of ${line.employeeName} corrected`);
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={`Correct the hours of ${line.employeeName}`}
        description={`${format.longDay(line.localDate)}. Times at ${line.locationName}. What was punched is kept beside the correction.`}
        footer={
          <>
            <Button onClick={onClose}>Cancel</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              Save correction
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <TimesFields value={times} onChange={setTimes} errors={errors} />
          <Field label="Reason" hint={`${line.employeeName} reads this.`} error={errors.reason} required>
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
