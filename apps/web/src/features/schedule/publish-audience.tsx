'use client';
import type { NotifyScope, PublishPreview } from '@vaktplan/contracts/http/schedules';
import { Checkbox, Segmented } from '@vaktplan/ui';

export type Audience = { notify: NotifyScope; employeeIds: readonly string[] };

/** The audience as the API takes it: a list with nobody on it is nobody. */
export function notifyOf({ notify, employeeIds }: Audience): {
  notify: NotifyScope;
  notifyEmployeeIds?: readonly string[];
} {
  if (notify !== 'listed') return { notify };
  return employeeIds.length === 0 ? { notify: 'none' } : { notify, notifyEmployeeIds: employeeIds };
}

type AudienceProps = { preview: PublishPreview; value: Audience; onChange: (value: Audience) => void };

/** Whom to tell. Publishing is not notifying: screens are right for everybody in any case. */
export function PublishAudience({ preview, value, onChange }: AudienceProps) {
  const affected = preview.people.flatMap(({ employeeId, name }) =>
    employeeId === null ? [] : [{ id: employeeId, name }],
  );
  const choose = (notify: NotifyScope) =>
    onChange({ notify, employeeIds: notify === 'listed' ? affected.map((one) => one.id) : [] });
  return (
    <div className="grid gap-2">
      <span className="text-[13px] font-medium">Who gets a notification</span>
      <Segmented
        aria-label="Who gets a notification"
        value={value.notify}
        onValueChange={choose}
        options={[
          { value: 'affected', label: 'Affected' },
          { value: 'all', label: 'Everybody' },
          { value: 'none', label: 'Nobody' },
          ...(affected.length > 0 ? [{ value: 'listed' as const, label: 'Choose' }] : []),
        ]}
      />
      {value.notify === 'listed' && (
        <fieldset className="grid max-h-48 gap-1 overflow-y-auto rounded-md border border-border p-3">
          <legend className="sr-only">Those to tell</legend>
          {affected.map(({ id, name }) => (
            <Checkbox
              key={id}
              label={name}
              checked={value.employeeIds.includes(id)}
              onCheckedChange={(checked) =>
                onChange({
                  notify: 'listed',
                  employeeIds: value.employeeIds
                    .filter((one) => one !== id)
                    .concat(checked === true ? id : []),
                })
              }
            />
          ))}
        </fieldset>
      )}
    </div>
  );
}
