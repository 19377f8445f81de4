'use client';
import { getAddTimesheetsUrl } from '@vaktplan/api-client';
import type { TimesheetView } from '@vaktplan/contracts/http/timesheets';
import { Field, Textarea, toast } from '@vaktplan/ui';
import { useState } from 'react';
import { useMe } from '@/features/shell/me';
import { write } from '@/lib/api';
import { useWords } from '@/lib/words';
import { emptyDay, timesToSend } from './times';
import { PlaceField, TimesDialog } from './times-dialog';
import { TimesFields } from './times-fields';
import { useSubmit } from './use-submit';

type Props = {
  sheet: TimesheetView;
  own: boolean;
  date: string;
  onClose: () => void;
  onDone: () => Promise<unknown>;
};

/** Somebody who approves enters work that the person never punched, who may be themselves; it is to be approved like any other. */
export function AddDialog({ sheet, own, date, onClose, onDone }: Props) {
  const t = useWords('timesheet');
  const { locations } = useMe();
  const places = sheet.abilities.addAt.flatMap((at) => locations.find((one) => one.id === at) ?? []);
  const { employeeId, employeeName: name } = sheet;
  const [times, setTimes] = useState(() => emptyDay(date));
  const [reason, setReason] = useState('');
  const [locationId, setLocationId] = useState(places[0]?.id ?? '');
  const form = useSubmit(async (idempotencyKey) => {
    const said = reason.trim() ? { reason } : {};
    const body = { employeeId, locationId, ...timesToSend(times, undefined), ...said };
    await write('POST', getAddTimesheetsUrl(), { body, idempotencyKey });
    toast.success(t('added', { name }));
    await onDone();
    onClose();
  });
  return (
    <TimesDialog
      title={own ? t('add') : t('addTitle', { name })}
      hint={t('addHint')}
      action={t('add')}
      form={form}
      onClose={onClose}
    >
      <PlaceField
        places={places}
        value={locationId}
        error={form.errors.locationId}
        onChange={setLocationId}
      />
      <TimesFields value={times} onChange={setTimes} errors={form.errors} />
      <Field
        label={t('reason')}
        hint={own ? undefined : t('readsThis', { name })}
        error={form.errors.reason}
        optional
      >
        <Textarea value={reason} maxLength={500} onChange={(event) => setReason(event.target.value)} />
      </Field>
    </TimesDialog>
  );
}
