'use client';
import { Checkbox, Input, useFieldControl } from '@vaktplan/ui';
import { useState, type ComponentProps } from 'react';

type ScaledNumberInputProps = Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'type'> & {
  /** In the stored unit (minutes, cents). */
  value: number | null | undefined;
  onChange: (value: number | null) => void;
  /** Stored units in one shown unit: 60 for hours, 100 for euros. */
  scale: number;
  /** Keep decimals (degrees); else stored units are whole. */
  decimals?: boolean;
};

const shown = (value: number | null | undefined, scale: number) =>
  value === null || value === undefined ? '' : String(value / scale);

/** Shows hours or euros, stores whole minutes or cents. Empty is null; comma and point both work. */
export function ScaledNumberInput({ value, onChange, scale, decimals, ...props }: ScaledNumberInputProps) {
  const [text, setText] = useState(() => shown(value, scale));
  const change = (next: string) => {
    setText(next);
    const number = Number(next.trim().replace(',', '.'));
    if (next.trim() === '') onChange(null);
    else if (Number.isFinite(number)) onChange(decimals ? number * scale : Math.round(number * scale));
    else onChange(Number.NaN);
  };
  return (
    <Input
      inputMode="decimal"
      {...useFieldControl()}
      {...props}
      value={text}
      onChange={(event) => change(event.target.value)}
    />
  );
}

type CheckboxGroupProps = {
  legend: string;
  options: { id: string; name: string; hint?: string }[];
  value: readonly string[];
  onChange: (value: string[]) => void;
  error?: string;
  none: string;
};

/** Any number of a short list. */
export function CheckboxGroup({ legend, options, value, onChange, error, none }: CheckboxGroupProps) {
  return (
    <fieldset className="grid gap-1.5" aria-invalid={error ? true : undefined}>
      <legend className="mb-1.5 text-[13px] font-medium">{legend}</legend>
      {options.length === 0 && <p className="text-[13px] text-muted">{none}</p>}
      <div className="grid max-h-52 gap-1 overflow-y-auto rounded-md border border-border p-2.5 empty:hidden">
        {options.map((option) => (
          <Checkbox
            key={option.id}
            label={
              <>
                {option.name}
                {option.hint && <span className="ms-2 text-[13px] text-muted">{option.hint}</span>}
              </>
            }
            checked={value.includes(option.id)}
            onCheckedChange={(checked) =>
              onChange(checked === true ? [...value, option.id] : value.filter((id) => id !== option.id))
            }
          />
        ))}
      </div>
      {error && (
        <p role="alert" className="text-[13px] text-danger">
          {error}
        </p>
      )}
    </fieldset>
  );
}
