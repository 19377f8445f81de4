'use client';
import { getAddTimesheetsUrl } from '@vaktplan/api-client';
import type { TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { Button, Dialog, DialogContent, Field, NativeSelect, Textarea, toast } from '@vaktplan/ui';
import { useId, useState } from 'react';
import { FormProblem } from '@/features/account/form-parts';
import { useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { emptyDay, timesToSend } from './times';
import { TimesFields } from './times-fields';
import { useReturnFocus } from './use-return-focus';
import { useSubmit } from './use-submit';

type Props = { sheet: TimesheetView; date: string; onClose: () => void; onDone: () => Promise<unknown> };

/** Somebody who approves enters work that the person never punched; it is to be approved like any other. */
export function AddDialog({ sheet, date, onClose, onDone }: Props) {
  const id = useId();
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const app = useWords('app');
  const returnFocus = useReturnFocus();
  const { locations } = useMe();
  const places = sheet.abilities.addAt.flatMap((at) => locations.find((one) => one.id === at) ?? []);
  const { employeeId, employeeName: name } = sheet;
  const [times, setTimes] = useState(() => emptyDay(date));
  const [reason, setReason] = useState('');
  const [locationId, setLocationId] = useState(places[0]?.id ?? '');
  const { submit, busy, errors, rootError } = useSubmit(async (idempotencyKey) => {
    const said = reason.trim() ? { reason } : {};
    const body = { employeeId, locationId, ...timesToSend(times, undefined), ...said };
    await write('POST', getAddTimesheetsUrl(), { body, idempotencyKey });
    toast.success(t('added', { name }));
    await onDone();
    onClose();
  });
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <DialogContent
        onCloseAutoFocus={returnFocus}
        title={t('addTitle', { name })}
        description={t('addHint')}
        footer={
          <>
            <Button onClick={onClose}>{app('cancel')}</Button>
            <Button type="submit" form={id} variant="primary" loading={busy}>
              {t('add')}
            </Button>
          </>
        }
      >
        <form id={id} onSubmit={(event) => void submit(event)} noValidate className="grid gap-4">
          <FormProblem message={rootError} />
          <Field label={hours('where')} error={errors.locationId}>
            <NativeSelect value={locationId} onChange={(event) => setLocationId(event.target.value)}>
              {places.map((place) => (
                <option key={place.id} value={place.id}>
                  {place.name}
                </option>
              ))}
            </NativeSelect>
          </Field>
          <TimesFields value={times} onChange={setTimes} errors={errors} />
          <Field label={t('reason')} hint={t('readsThis', { name })} error={errors.reason} optional>
            <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
          </Field>
        </form>
      </DialogContent>
    </Dialog>
  );
}
