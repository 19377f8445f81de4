'use client';
import type { NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { Checkbox, Field, Input, NativeSelect } from '@vaktplan/ui';
import { useMemo } from 'react';
import { useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { zonesWith } from '@/lib/regions';

const NIGHT = { from: '22:00', to: '07:00' };
const REMINDERS = [5, 10, 15, 30, 45, 60, 90, 120, 180];

type QuietFieldsProps = { value: NotificationSettings; onChange: (next: NotificationSettings) => void };

/** When not to be disturbed, by which clock, and how long before a shift to be told. */
export function QuietFields({ value, onChange }: QuietFieldsProps) {
  const t = useWords('profile');
  const { organization } = useMe();
  const { quietHours } = value;
  const zones = useMemo(() => zonesWith(value.zone ?? undefined), [value.zone]);
  const known = value.reminderMinutes === null || REMINDERS.includes(value.reminderMinutes);
  const reminders = known ? REMINDERS : [...REMINDERS, value.reminderMinutes ?? 0].toSorted((a, b) => a - b);
  return (
    <div className="grid grid-cols-1 gap-4">
      <Field label={t('remind')} className="max-w-sm">
        <NativeSelect
          value={value.reminderMinutes ?? ''}
          onChange={({ target }) =>
            onChange({ ...value, reminderMinutes: target.value === '' ? null : Number(target.value) })
          }
        >
          <option value="">{t('remindNever')}</option>
          {reminders.map((minutes) => (
            <option key={minutes} value={minutes}>
              {t('remindMinutes', { count: minutes })}
            </option>
          ))}
        </NativeSelect>
      </Field>
      <Checkbox
        label={t('quiet')}
        hint={t('quietHint')}
        checked={quietHours !== null}
        onCheckedChange={(on) => onChange({ ...value, quietHours: on === true ? NIGHT : null })}
      />
      {quietHours && (
        <div className="flex flex-wrap gap-4">
          <Field label={t('from')} className="w-32">
            <Input
              type="time"
              required
              value={quietHours.from}
              onChange={({ target }) =>
                onChange({ ...value, quietHours: { ...quietHours, from: target.value } })
              }
            />
          </Field>
          <Field label={t('to')} className="w-32">
            <Input
              type="time"
              required
              value={quietHours.to}
              onChange={({ target }) =>
                onChange({ ...value, quietHours: { ...quietHours, to: target.value } })
              }
            />
          </Field>
          <Field label={t('clockOf')} className="min-w-48 flex-1">
            <NativeSelect
              value={value.zone ?? ''}
              onChange={({ target }) => onChange({ ...value, zone: target.value || null })}
            >
              <option value="">{organization.name}</option>
              {zones.map((zone) => (
                <option key={zone} value={zone}>
                  {zone.replaceAll('_', ' ')}
                </option>
              ))}
            </NativeSelect>
          </Field>
        </div>
      )}
    </div>
  );
}
