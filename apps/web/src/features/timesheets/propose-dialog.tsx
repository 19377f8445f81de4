'use client';
import { getProposeCorrectionsUrl } from '@vaktplan/api-client';
import type { TimesheetLine } from '@vaktplan/contracts/http/timesheets';
import { Button, Dialog, DialogContent, Field, NativeSelect, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { emptyDay, timesOf, timesToSend } from './times';
import { TimesFields } from './times-fields';
import { useReturnFocus } from './use-return-focus';
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
  const id = useId();
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const app = useWords('app');
  const returnFocus = useReturnFocus();
  const { locations } = useMe();
  const [times, setTimes] = useState(() => (line ? timesOf(line, line.shift?.endsAt) : emptyDay(date)));
  const [comment, setComment] = useState('');
  const [locationId, setLocationId] = useState(locations[0]?.id ?? '');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const subject = line ? { entryId: line.id, entryVersion: line.version } : { locationId };
    const body = { ...subject, ...timesToSend(times, line?.zone), comment };
    await write('POST', getProposeCorrectionsUrl(), { body, idempotencyKey });
    toast.success(t('managerAsked'));
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={t(line ? 'propose' : 'addUnpunched')}
        description={t('proposeHint')}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              {hours('send')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          {!line && (
            <Field label={hours('where')} error={errors.locationId}>
              <NativeSelect value={locationId} onChange={(event) => setLocationId(event.target.value)}>
                {locations.map((location) => (
                  <option key={location.id} value={location.id}>
                    {location.name}
                  </option>
                ))}
              </NativeSelect>
            </Field>
          )}
          <TimesFields value={times} onChange={setTimes} errors={errors} />
          <Field label={t('whatHappened')} error={errors.comment} required>
            <Textarea value={comment} maxLength={500} onChange={(event) => setComment(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
