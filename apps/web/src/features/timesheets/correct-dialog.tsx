'use client';
import { getCorrectTimesheetsUrl } from '@vaktplan/api-client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Field, Textarea, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { timesOf, timesToSend } from './times';
import { TimesDialog } from './times-dialog';
import { TimesFields } from './times-fields';
import { useSubmit } from './use-submit';

type Props = { line: TimesheetLine; own?: boolean; onClose: () => void; onDone: () => Promise<unknown> };

/** Somebody who approves sets the times right. What was punched stays as it was, beside the correction. */
export function CorrectDialog({ line, own = false, onClose, onDone }: Props) {
  const format = useFormat();
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const [times, setTimes] = useState(() => timesOf(line, line.shift?.endsAt));
  const [reason, setReason] = useState('');
  const form = useSubmit(async (idempotencyKey) => {
    const body = { ...timesToSend(times, line.zone), reason };
    await write('PATCH', getCorrectTimesheetsUrl(line.id), { body, version: line.version, idempotencyKey });
    toast.success(t('corrected', { name: line.employeeName }));
    await onDone();
    onClose();
  });
  return (
    <TimesDialog
      title={own ? hours('title') : t('correctTitle', { name: line.employeeName })}
      hint={t('correctHint', { day: format.longDay(line.localDate), place: line.locationName })}
      action={t('saveCorrection')}
      form={form}
      opener={`line-${line.id}`}
      onClose={onClose}
    >
      <TimesFields value={times} onChange={setTimes} errors={form.errors} />
      <Field
        label={t('reason')}
        hint={own ? undefined : t('readsThis', { name: line.employeeName })}
        error={form.errors.reason}
        required
      >
        <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </TimesDialog>
  );
}
