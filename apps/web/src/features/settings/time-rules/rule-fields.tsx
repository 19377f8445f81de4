'use client';
import type { TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import { Checkbox, Field, NativeSelect, Textarea } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { ScaledNumberInput } from '@/lib/controls';
import { breakRulesOf, breakRulesText } from './break-rules';
import {
  BREAK_MODES,
  FORGOTTEN,
  keyOfRounding,
  LONGEST,
  OVERNIGHT,
  ROUNDING_FIELDS,
  ROUNDINGS,
  UNSCHEDULED_ROUNDINGS,
} from './choices';

export type RulesProps = {
  settings: TimePolicySettings;
  onChange: (settings: TimePolicySettings) => void;
};

export function Group({ title, children }: { title: string; children: ReactNode }) {
  return (
    <fieldset className="grid gap-3 border-t border-border pt-4">
      <legend className="float-left mb-1 w-full text-[13px] font-semibold">{title}</legend>
      {children}
    </fieldset>
  );
}

type PickProps<K extends string> = {
  label: string;
  value: K;
  options: readonly (readonly [K, string])[];
  onChange: (value: K) => void;
};

/** A select of a few words. */
export function Pick<K extends string>({ label, value, options, onChange }: PickProps<K>) {
  return (
    <Field label={label}>
      <NativeSelect
        value={value}
        onChange={(event) => {
          const chosen = options.find(([key]) => key === event.target.value);
          if (chosen) onChange(chosen[0]);
        }}
      >
        {options.map(([key, words]) => (
          <option key={key} value={key}>
            {words}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

/** How punches become hours. */
export function HoursRules({ settings, onChange }: RulesProps) {
  const { rounding, breaks, maximum, forgotten, overnight } = settings;
  return (
    <>
      <Group title="Rounding">
        <div className="grid gap-3 sm:grid-cols-2">
          {ROUNDING_FIELDS.map(([field, label]) => {
            const choices = field === 'unscheduled' ? UNSCHEDULED_ROUNDINGS : ROUNDINGS;
            return (
              <Pick
                key={field}
                label={label}
                value={keyOfRounding(rounding[field])}
                options={choices.map((choice) => [choice.key, choice.label] as const)}
                onChange={(key) => {
                  const value = choices.find((choice) => choice.key === key)?.value;
                  if (value) onChange({ ...settings, rounding: { ...rounding, [field]: value } });
                }}
              />
            );
          })}
        </div>
        <p className="text-[13px] text-muted">What was punched is kept and shown beside what counts.</p>
      </Group>
      <Group title="Breaks">
        <Pick
          label="What is taken off"
          value={breaks.mode}
          options={BREAK_MODES}
          onChange={(mode) => onChange({ ...settings, breaks: { ...breaks, mode } })}
        />
        <Checkbox
          label="Punched breaks are paid"
          checked={breaks.paid}
          onCheckedChange={(paid) => onChange({ ...settings, breaks: { ...breaks, paid: paid === true } })}
        />
        <BreakRules settings={settings} onChange={onChange} />
      </Group>
      <Group title="Long and forgotten">
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label="Longest in one go, hours">
            <ScaledNumberInput
              scale={60}
              value={maximum.minutes}
              onChange={(minutes) =>
                onChange({ ...settings, maximum: { ...maximum, minutes: minutes ?? Number.NaN } })
              }
            />
          </Field>
          <Pick
            label="What is longer"
            value={maximum.mode}
            options={LONGEST}
            onChange={(mode) => onChange({ ...settings, maximum: { ...maximum, mode } })}
          />
          <Pick
            label="Close a forgotten clock-out"
            value={forgotten.closeAfterMinutes === null ? 'never' : String(forgotten.closeAfterMinutes)}
            options={FORGOTTEN}
            onChange={(key) =>
              onChange({
                ...settings,
                forgotten: { closeAfterMinutes: key === 'never' ? null : Number(key) },
              })
            }
          />
        </div>
        <Pick
          label="Work over midnight belongs to"
          value={overnight}
          options={OVERNIGHT}
          onChange={(mode) => onChange({ ...settings, overnight: mode })}
        />
      </Group>
    </>
  );
}

function BreakRules({ settings, onChange }: RulesProps) {
  const { breaks } = settings;
  return (
    <Field
      label="Needed breaks"
      hint="A line each: work longer than 6 h needs 30 min is “6 h: 30 min”."
      optional
    >
      <Textarea
        defaultValue={breakRulesText(breaks.rules)}
        onChange={(event) =>
          onChange({ ...settings, breaks: { ...breaks, rules: breakRulesOf(event.target.value) } })
        }
      />
    </Field>
  );
}
