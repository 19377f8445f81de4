'use client';
import type { RollOutResult } from '@vaktplan/contracts/http/roll-out';
import { Dialog, Field, Input, Segmented } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { addDays } from '@/lib/format';
import { useWords } from '@/lib/words';
import { RollOutBody } from './roll-out-body';
import type { Options } from './roll-out-options';

type Days = { startDate: string; endDate: string };
type CopyDialogProps = {
  locationId: string;
  /** What the page shows: where copies go unless said otherwise. */
  shown: Days;
  /** last: as many days before what is shown, ready to confirm. choose: any day, week or range. */
  what: 'last' | 'choose';
  onClose: () => void;
  onMade: (result: RollOutResult) => void;
  onCloseAutoFocus?: (event: Event) => void;
};

const lengthOf = ({ startDate, endDate }: Days): number =>
  Math.round((Date.parse(endDate) - Date.parse(startDate)) / 86_400_000) + 1;

/** Copies a day, a week or a range of the plan, after showing what will come of it. */
export function CopyDialog({ locationId, shown, what, onClose, onMade, ...focus }: CopyDialogProps) {
  const format = useFormat();
  const t = useWords('planRepeat');
  const [form, setForm] = useState(() => firstForm(shown, what));
  const { from, to } = form;
  const days = lengthOf(from);
  const valid = Boolean(from.startDate && from.endDate && to) && days >= 1 && days <= 62;
  const request = (options: Options) =>
    valid ? { path: '/schedules/copy', body: { locationId, from, toStartDate: to, ...options } } : undefined;
  return (
    <Dialog open onOpenChange={(open) => !open && onClose()}>
      <RollOutBody
        title={t(what === 'choose' ? 'copyShifts' : days > 7 ? 'copyLastTwo' : 'copyLastWeek')}
        description={
          valid
            ? t('fromTo', {
                from: format.range(from.startDate, from.endDate),
                to: format.range(to, addDays(to, days - 1)),
              })
            : t('chooseDays')
        }
        verb="copy"
        nothing={t('noShiftsThere')}
        request={request}
        onClose={onClose}
        onMade={onMade}
        {...focus}
      >
        {what === 'choose' && <CopyFields value={form} shown={shown} onChange={setForm} days={days} />}
      </RollOutBody>
    </Dialog>
  );
}

type Form = { unit: 'day' | 'week' | 'range'; from: Days; to: string };

function firstForm(shown: Days, what: CopyDialogProps['what']): Form {
  const days = what === 'last' ? lengthOf(shown) : 7;
  const startDate = what === 'last' ? addDays(shown.startDate, -days) : shown.startDate;
  const from = { startDate, endDate: addDays(startDate, days - 1) };
  return { unit: 'week', from, to: addDays(startDate, days) };
}

type FieldsProps = { value: Form; shown: Days; days: number; onChange: (next: Form) => void };

function CopyFields({ value, days, onChange }: FieldsProps) {
  const t = useWords('planRepeat');
  const { unit, from } = value;
  const startAt = (startDate: string) => {
    const length = unit === 'day' ? 1 : unit === 'week' ? 7 : Math.max(1, days);
    onChange({ ...value, from: { startDate, endDate: startDate && addDays(startDate, length - 1) } });
  };
  const choose = (next: Form['unit']) => {
    const length = next === 'day' ? 1 : next === 'week' ? 7 : Math.max(1, days);
    onChange({ ...value, unit: next, from: { ...from, endDate: addDays(from.startDate, length - 1) } });
  };
  const wrong = unit === 'range' && (days < 1 || days > 62) ? t('tooManyDays') : undefined;
  return (
    <div className="grid gap-4">
      <Segmented
        aria-label={t('howMuch')}
        className="justify-self-start"
        value={unit}
        onValueChange={choose}
        options={[
          { value: 'day', label: t('unit_day') },
          { value: 'week', label: t('unit_week') },
          { value: 'range', label: t('unit_range') },
        ]}
      />
      <div className="grid gap-4 sm:grid-cols-3">
        <Field label={t(unit === 'day' ? 'copy' : 'copyFrom')}>
          <Input type="date" value={from.startDate} onChange={(event) => startAt(event.target.value)} />
        </Field>
        {unit === 'range' && (
          <Field label={t('toAndWith')} error={wrong}>
            <Input
              type="date"
              value={from.endDate}
              min={from.startDate}
              onChange={(event) => onChange({ ...value, from: { ...from, endDate: event.target.value } })}
            />
          </Field>
        )}
        <Field label={t(unit === 'day' ? 'to' : 'firstDayThere')}>
          <Input
            type="date"
            value={value.to}
            onChange={(event) => onChange({ ...value, to: event.target.value })}
          />
        </Field>
      </div>
    </div>
  );
}
