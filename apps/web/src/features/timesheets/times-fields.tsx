'use client';
import { Button, Field, Input, NativeSelect } from '@vaktplan/ui';
import { Plus, X } from 'lucide-react';
import { useWords } from '@/lib/words';
import type { Times } from './times';

type Errors = Record<string, string | undefined>;
type Props = { value: Times; onChange: (value: Times) => void; errors: Errors };

const FOLDS = ['earlier', 'later'] as const;

/** Start, end and breaks on the clock of the place; which hour is asked only where it comes twice. */
export function TimesFields({ value, onChange, errors }: Props) {
  const t = useWords('timesheet');
  const hours = useWords('hours');
  const set = (change: Partial<Times>) => onChange({ ...value, ...change });
  const setBreak = (at: number, change: Partial<Times['breaks'][number]>) =>
    set({ breaks: value.breaks.map((pause, i) => (i === at ? { ...pause, ...change } : pause)) });
  return (
    <div className="grid gap-4">
      <div className="grid gap-4 *:min-w-0 sm:grid-cols-2">
        {(['startedAt', 'endedAt'] as const).map((key) => (
          <div key={key} className="grid gap-2">
            <Field label={hours(key === 'startedAt' ? 'start' : 'end')} error={errors[key]} required>
              <Input
                type="datetime-local"
                value={value[key]}
                onChange={(event) => set({ [key]: event.target.value })}
              />
            </Field>
            {(errors[`${key}Fold`] ?? value[`${key}Fold`]) && (
              <Field label={t('whichOne')} error={errors[`${key}Fold`]}>
                <NativeSelect
                  value={value[`${key}Fold`] ?? ''}
                  onChange={(event) =>
                    set({ [`${key}Fold`]: FOLDS.find((fold) => fold === event.target.value) })
                  }
                >
                  <option value="">{hours('choose')}</option>
                  {FOLDS.map((fold) => (
                    <option key={fold} value={fold}>
                      {t(`fold_${fold}`)}
                    </option>
                  ))}
                </NativeSelect>
              </Field>
            )}
          </div>
        ))}
      </div>
      {value.breaks.map((pause, i) => (
        <fieldset
          key={i}
          className="grid grid-cols-[1fr_auto] items-end gap-2 rounded-md border border-border p-3"
        >
          <legend className="px-1 text-[13px] font-medium">{t('breakNumber', { number: i + 1 })}</legend>
          <div className="grid gap-2 *:min-w-0 sm:grid-cols-2">
            {(['startedAt', 'endedAt'] as const).map((key) => (
              <Field
                key={key}
                label={t(key === 'startedAt' ? 'from' : 'to')}
                error={errors[`breaks.${i}.${key}`]}
              >
                <Input
                  type="datetime-local"
                  value={pause[key]}
                  onChange={(event) => setBreak(i, { [key]: event.target.value })}
                />
              </Field>
            ))}
          </div>
          <Button
            variant="ghost"
            size="icon-sm"
            aria-label={t('removeBreak', { number: i + 1 })}
            onClick={() => set({ breaks: value.breaks.filter((_, at) => at !== i) })}
          >
            <X />
          </Button>
        </fieldset>
      ))}
      <Button
        size="sm"
        className="justify-self-start"
        onClick={() =>
          set({
            breaks: [...value.breaks, { startedAt: value.startedAt, endedAt: value.startedAt }],
          })
        }
      >
        <Plus />
        {hours('addBreak')}
      </Button>
    </div>
  );
}
