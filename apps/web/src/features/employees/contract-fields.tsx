'use client';
import type { CreateEmployee } from '@vaktplan/contracts/http/employees';
import { Field, Input } from '@vaktplan/ui';
import { useMe } from '@/features/shell/me';
import { ScaledNumberInput } from '@/lib/controls';
import { minorUnitsOf } from '@/lib/format';
import { useWords } from '@/lib/words';

type Contract = NonNullable<CreateEmployee['contract']>;
type Rate = NonNullable<CreateEmployee['rate']>;
type FieldErrors<T> = { [K in keyof T]?: { message?: string } } | undefined;

type ContractFieldsProps = {
  value: Contract | undefined;
  onChange: (value: Contract) => void;
  errors: FieldErrors<Contract>;
  today: string;
};

/** Weekly hours from a date on. The past stays as it was. */
export function ContractFields({ value, onChange, errors, today }: ContractFieldsProps) {
  const t = useWords('people');
  const contract = value ?? { from: today, to: null, minutesPerWeek: null };
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('hoursAWeek')} error={errors?.minutesPerWeek?.message} optional>
        <ScaledNumberInput
          scale={60}
          value={contract.minutesPerWeek}
          onChange={(minutesPerWeek) => onChange({ ...contract, minutesPerWeek })}
        />
      </Field>
      <Field label={t('contractFrom')} error={errors?.from?.message}>
        <Input
          type="date"
          value={contract.from}
          onChange={(event) => onChange({ ...contract, from: event.target.value })}
        />
      </Field>
    </div>
  );
}

type RateFieldsProps = {
  value: Rate | undefined;
  /** What they are paid today, in minor units. */
  current: number | null;
  onChange: (value: Rate | undefined) => void;
  errors: FieldErrors<Rate>;
  today: string;
};

/** Hourly pay from a date on; left empty, pay stays as it is. */
export function RateFields({ value, current, onChange, errors, today }: RateFieldsProps) {
  const t = useWords('people');
  const { currency } = useMe().organization;
  const scale = 10 ** minorUnitsOf(currency);
  const placeholder = current === null ? undefined : String(current / scale);
  return (
    <div className="grid grid-cols-2 gap-3">
      <Field label={t('hourlyPayIn', { currency })} error={errors?.hourlyMinor?.message} optional>
        <ScaledNumberInput
          scale={scale}
          placeholder={placeholder}
          value={value?.hourlyMinor}
          onChange={(hourlyMinor) =>
            onChange(hourlyMinor === null ? undefined : { from: value?.from ?? today, hourlyMinor })
          }
        />
      </Field>
      <Field label={t('payFrom')} error={errors?.from?.message}>
        <Input
          type="date"
          disabled={!value}
          value={value?.from ?? today}
          onChange={(event) => value && onChange({ ...value, from: event.target.value })}
        />
      </Field>
    </div>
  );
}
