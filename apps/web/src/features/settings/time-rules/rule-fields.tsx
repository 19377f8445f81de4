'use client';
import type { Rounding, TimePolicySettings } from '@vaktplan/contracts/http/time-policies';
import { Checkbox, Field, NativeSelect, Textarea } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { ScaledNumberInput } from '@/lib/controls';
import { useWords } from '@/lib/words';
import { breakRulesOf, breakRulesText } from './break-rules';
import {
  BREAK_MODES,
  forgottenFor,
  keyOfRounding,
  LONGEST,
  OVERNIGHT,
  ROUNDING_FIELDS,
  roundingsFor,
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
  options: readonly K[];
  words: (option: K) => string;
  onChange: (value: K) => void;
};

/** A select of a few words. */
export function Pick<K extends string>({ label, value, options, words, onChange }: PickProps<K>) {
  return (
    <Field label={label}>
      <NativeSelect
        value={value}
        onChange={(event) => {
          const chosen = options.find((one) => one === event.target.value);
          if (chosen !== undefined) onChange(chosen);
        }}
      >
        {options.map((one) => (
          <option key={one} value={one}>
            {words(one)}
          </option>
        ))}
      </NativeSelect>
    </Field>
  );
}

/** How punches become hours. */
export function HoursRules({ settings, onChange }: RulesProps) {
  const t = useWords('timeRules');
  const { rounding, breaks, maximum, forgotten, overnight } = settings;
  const roundingWords = (value: Rounding): string => {
    if (value.to === 'nearest') return t('nearest', { minutes: value.minutes });
    return value.to === 'schedule' ? t('toShift', { minutes: value.withinMinutes }) : t('asPunched');
  };
  const closes = String(forgotten.closeAfterMinutes ?? 'never');
  const forgottenWords = (key: string): string => {
    const known = `forgotten_${key}`;
    return t.has(known) ? t(known) : t('forgottenAfter', { minutes: Number(key) });
  };
  return (
    <>
      <MatchRules settings={settings} onChange={onChange} />
      <Group title={t('rounding')}>
        <div className="grid gap-3 sm:grid-cols-2">
          {ROUNDING_FIELDS.map((field) => {
            const choices = roundingsFor(field, rounding[field]);
            const valueOf = (key: string) => choices.find((choice) => choice.key === key)?.value;
            return (
              <Pick
                key={field}
                label={t(`round_${field}`)}
                value={keyOfRounding(rounding[field])}
                options={choices.map(({ key }) => key)}
                words={(key) => roundingWords(valueOf(key) ?? { to: 'none' })}
                onChange={(key) => {
                  const value = valueOf(key);
                  if (value) onChange({ ...settings, rounding: { ...rounding, [field]: value } });
                }}
              />
            );
          })}
        </div>
        <p className="text-[13px] text-muted">{t('roundingHint')}</p>
      </Group>
      <Group title={t('breaks')}>
        <Pick
          label={t('takenOff')}
          value={breaks.mode}
          options={BREAK_MODES}
          words={(mode) => t(`breaks_${mode}`)}
          onChange={(mode) => onChange({ ...settings, breaks: { ...breaks, mode } })}
        />
        <Checkbox
          label={t('breaksPaid')}
          checked={breaks.paid}
          onCheckedChange={(paid) => onChange({ ...settings, breaks: { ...breaks, paid: paid === true } })}
        />
        <BreakRules settings={settings} onChange={onChange} />
      </Group>
      <Group title={t('long')}>
        <div className="grid gap-3 sm:grid-cols-3">
          <Field label={t('longest')}>
            <ScaledNumberInput
              scale={60}
              value={maximum.minutes}
              onChange={(minutes) =>
                onChange({ ...settings, maximum: { ...maximum, minutes: minutes ?? Number.NaN } })
              }
            />
          </Field>
          <Pick
            label={t('longer')}
            value={maximum.mode}
            options={LONGEST}
            words={(mode) => t(`longer_${mode}`)}
            onChange={(mode) => onChange({ ...settings, maximum: { ...maximum, mode } })}
          />
          <Pick
            label={t('forgotten')}
            value={closes}
            options={forgottenFor(closes)}
            words={forgottenWords}
            onChange={(key) =>
              onChange({
                ...settings,
                forgotten: { closeAfterMinutes: key === 'never' ? null : Number(key) },
              })
            }
          />
        </div>
        <Pick
          label={t('overnight')}
          value={overnight}
          options={OVERNIGHT}
          words={(mode) => t(`overnight_${mode}`)}
          onChange={(mode) => onChange({ ...settings, overnight: mode })}
        />
      </Group>
    </>
  );
}

/** When a clock-in still, or already, belongs to a shift. */
function MatchRules({ settings, onChange }: RulesProps) {
  const t = useWords('timeRules');
  const { match } = settings;
  return (
    <Group title={t('matching')}>
      <div className="grid gap-3 sm:grid-cols-2">
        {(['earlyMinutes', 'lateMinutes'] as const).map((key) => (
          <Field key={key} label={t(key === 'earlyMinutes' ? 'matchEarly' : 'matchLate')}>
            <ScaledNumberInput
              scale={1}
              value={match[key]}
              onChange={(minutes) =>
                onChange({ ...settings, match: { ...match, [key]: minutes ?? Number.NaN } })
              }
            />
          </Field>
        ))}
      </div>
    </Group>
  );
}

function BreakRules({ settings, onChange }: RulesProps) {
  const t = useWords('timeRules');
  const { breaks } = settings;
  return (
    <Field label={t('neededBreaks')} hint={t('neededBreaksHint')} optional>
      <Textarea
        dir="ltr"
        defaultValue={breakRulesText(breaks.rules)}
        onChange={(event) =>
          onChange({ ...settings, breaks: { ...breaks, rules: breakRulesOf(event.target.value) } })
        }
      />
    </Field>
  );
}
