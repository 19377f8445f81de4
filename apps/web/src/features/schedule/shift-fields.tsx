'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Field, Input, NativeSelect, Textarea } from '@vaktplan/ui';
import { useDeferredValue, useMemo } from 'react';
import type { UseFormReturn } from 'react-hook-form';
import { useWords } from '@/lib/words';
import type { ShiftForm, ShiftFormInput } from './shift-form';

type FieldsProps = {
  form: Pick<UseFormReturn<ShiftFormInput, unknown, ShiftForm>, 'register' | 'formState'>;
  roster: RosterView;
  disabled: boolean;
};

/** Who, when, what: the fields of a shift. */
export function ShiftFields({ form, roster, disabled }: FieldsProps) {
  const t = useWords('planShift');
  const { errors, defaultValues } = form.formState;
  const { employees } = roster;
  // the panel opens with who it is, the thousand others follow when it is there
  const chosen = employees.filter((employee) => employee.id === defaultValues?.employeeId);
  const offered = useDeferredValue(employees, chosen);
  const people = useMemo(
    () =>
      offered.map((employee) => (
        <option key={employee.id} value={employee.id}>
          {employee.name}
        </option>
      )),
    [offered],
  );
  return (
    <fieldset disabled={disabled} className="grid gap-4">
      <Field label={t('person')} error={errors.employeeId?.message}>
        <NativeSelect {...form.register('employeeId')}>
          <option value="">{t('nobodyYet')}</option>
          {people}
        </NativeSelect>
      </Field>
      <Field label={t('day')} error={errors.date?.message}>
        <Input type="date" {...form.register('date')} />
      </Field>
      <div className="grid grid-cols-2 gap-3">
        <Field label={t('start')} error={errors.startsAt?.message}>
          <Input type="time" {...form.register('startsAt')} />
        </Field>
        <Field label={t('end')} error={errors.endsAt?.message} hint={t('endHint')}>
          <Input type="time" {...form.register('endsAt')} />
        </Field>
      </div>
      <Field label={t('position')} error={errors.positionId?.message}>
        <NativeSelect {...form.register('positionId')}>
          <option value="">{t('noPosition')}</option>
          {roster.positions.map((position) => (
            <option key={position.id} value={position.id}>
              {position.name}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Field label={t('break')} hint={t('minutes')} error={errors.breakMinutes?.message}>
        <Input
          type="number"
          inputMode="numeric"
          min={0}
          max={240}
          step={5}
          {...form.register('breakMinutes')}
        />
      </Field>
      <Field label={t('notes')} optional error={errors.notes?.message}>
        <Textarea rows={3} {...form.register('notes')} />
      </Field>
    </fieldset>
  );
}
