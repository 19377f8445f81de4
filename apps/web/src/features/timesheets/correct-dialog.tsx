'use client';
import { getCorrectTimesheetsUrl } from '@vaktplan/api-client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button, Dialog, DialogContent, Field, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { timesOf, timesToSend } from './times';
import { TimesFields } from './times-fields';
import { useReturnFocus } from './use-return-focus';
import { useSubmit } from './use-submit';

type Props = { line: TimesheetLine; onClose: () => void; onDone: () => Promise<unknown> };

/** Somebody who approves sets the times right. What was punched stays as it was, beside the correction. */
export function CorrectDialog({ line, onClose, onDone }: Props) {
  const id = useId();
  const format = useFormat();
  const t = useWords('timesheet');
  const app = useWords('app');
  const returnFocus = useReturnFocus(`line-${line.id}`);
  const [times, setTimes] = useState(() => timesOf(line, line.shift?.endsAt));
  const [reason, setReason] = useState('');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const body = { ...timesToSend(times, line.zone), reason };
    await write('PATCH', getCorrectTimesheetsUrl(line.id), { body, version: line.version, idempotencyKey });
    toast.success(t('corrected', { name: line.employeeName }));
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={t('correctTitle', { name: line.employeeName })}
        description={t('correctHint', { day: format.longDay(line.localDate), place: line.locationName })}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              {t('saveCorrection')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <TimesFields value={times} onChange={setTimes} errors={errors} />
          <Field
            label={t('reason')}
            hint={t('readsThis', { name: line.employeeName })}
            error={errors.reason}
            required
          >
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
