'use client';
import { getProposeCorrectionsUrl } from '@vaktplan/api-client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Field, Textarea, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { emptyDay, timesOf, timesToSend } from './times';
import { PlaceField, TimesDialog } from './times-dialog';
import { TimesFields } from './times-fields';
import { useSubmit } from './use-submit';

type Props = {
  /** Left out: work that was never punched, on `date`. */
  line: TimesheetLine | undefined;
  date: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
};

/** "It was otherwise": the person says how, and somebody who approves answers. */
export function ProposeDialog({ line, date, onClose, onDone }: Props) {
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const { locations } = useMe();
  const [times, setTimes] = useState(() => (line ? timesOf(line, line.shift?.endsAt) : emptyDay(date)));
  const [comment, setComment] = useState('');
  const [locationId, setLocationId] = useState(locations[0]?.id ?? '');
  const form = useSubmit(async (idempotencyKey) => {
    const subject = line ? { entryId: line.id, entryVersion: line.version } : { locationId };
    const body = { ...subject, ...timesToSend(times, line?.zone), comment };
    await write('POST', getProposeCorrectionsUrl(), { body, idempotencyKey });
    toast.success(t('managerAsked'));
    await onDone();
    onClose();
  });
  return (
    <TimesDialog
      title={t(line ? 'propose' : 'addUnpunched')}
      hint={t('proposeHint')}
      action={hours('send')}
      form={form}
      onClose={onClose}
    >
      {!line && (
        <PlaceField
          places={locations}
          value={locationId}
          error={form.errors.locationId}
          onChange={setLocationId}
        />
      )}
      <TimesFields value={times} onChange={setTimes} errors={form.errors} />
      <Field label={t('whatHappened')} error={form.errors.comment} required>
        <Textarea value={comment} maxLength={500} onChange={(event) => setComment(event.target.value)} />
      </Field>
    </TimesDialog>
  );
}
