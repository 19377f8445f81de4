'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Field, Input, NativeSelect } from '@vaktplan/ui';
import { addDays } from '@/lib/format';
import { useWords } from '@/lib/words';

export type Range = { locationId: string; startDate: string; endDate: string; departmentIds?: string[] };

const MOST_DAYS = 31;

type RangeProps = { roster: RosterView; value: Range; onChange: (range: Range) => void };

/** Which days, and of which department; the days shown to begin with. */
export function PublishRange({ roster, value, onChange }: RangeProps) {
  const t = useWords('planPublish');
  const { startDate, endDate, departmentIds, ...rest } = value;
  const last = addDays(startDate, MOST_DAYS - 1);
  const set = (from: string, to: string) => {
    if (!from || !to) return;
    const end = to < from ? from : to > addDays(from, MOST_DAYS - 1) ? addDays(from, MOST_DAYS - 1) : to;
    onChange({ ...value, startDate: from, endDate: end });
  };
  return (
    <div className="grid grid-cols-2 gap-3 sm:grid-cols-3">
      <Field label={t('from')}>
        <Input type="date" value={startDate} onChange={(event) => set(event.target.value, endDate)} />
      </Field>
      <Field label={t('to')}>
        <Input
          type="date"
          min={startDate}
          max={last}
          value={endDate}
          onChange={(event) => set(startDate, event.target.value)}
        />
      </Field>
      {roster.departments.length > 1 && (
        <Field label={t('department')} className="max-sm:col-span-2">
          <NativeSelect
            value={departmentIds?.[0] ?? ''}
            onChange={({ target }) =>
              onChange({
                ...rest,
                startDate,
                endDate,
                ...(target.value ? { departmentIds: [target.value] } : {}),
              })
            }
          >
            <option value="">{t('all')}</option>
            {roster.departments.map(({ id, name }) => (
              <option key={id} value={id}>
                {name}
              </option>
            ))}
          </NativeSelect>
        </Field>
      )}
    </div>
  );
}
