'use client';
import type { NotifyScope, PublishPreview } from '@vaktplan/contracts/http/schedules';
import { Checkbox, Input, Segmented } from '@vaktplan/ui';
import { useState } from 'react';
import { useWords } from '@/lib/words';
import { namedLike } from './narrowed-changes';

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
  const t = useWords('planPublish');
  const affected = preview.people.flatMap(({ employeeId, name }) =>
    employeeId === null ? [] : [{ id: employeeId, name }],
  );
  const choose = (notify: NotifyScope) =>
    onChange({ notify, employeeIds: notify === 'listed' ? affected.map((one) => one.id) : [] });
  return (
    <div className="grid gap-2">
      <span className="text-[13px] font-medium">{t('whoIsTold')}</span>
      <Segmented
        aria-label={t('whoIsTold')}
        className="justify-self-start"
        value={value.notify}
        onValueChange={choose}
        options={[
          { value: 'affected', label: t('audience_affected') },
          { value: 'all', label: t('audience_all') },
          { value: 'none', label: t('audience_none') },
          ...(affected.length > 0 ? [{ value: 'listed' as const, label: t('audience_listed') }] : []),
        ]}
      />
      {value.notify === 'listed' && (
        <Listed
          people={affected}
          chosen={value.employeeIds}
          onChange={(employeeIds) => onChange({ notify: 'listed', employeeIds })}
        />
      )}
    </div>
  );
}

/** So many are looked through without a search. */
const FEW = 8;

type ListedProps = {
  people: readonly { id: string; name: string }[];
  chosen: readonly string[];
  onChange: (chosen: readonly string[]) => void;
};

/** Those affected, each to be told or not; of many found by name, and all those found told or not at once. */
function Listed({ people, chosen, onChange }: ListedProps) {
  const t = useWords('planPublish');
  const [text, setText] = useState('');
  const told = new Set(chosen);
  const found = namedLike(people, text);
  const count = found.filter(({ id }) => told.has(id)).length;
  const tell = (ids: readonly string[], on: boolean) => {
    const others = chosen.filter((id) => !ids.includes(id));
    onChange(on ? [...others, ...ids] : others);
  };
  return (
    <fieldset className="rounded-md border border-border">
      <legend className="sr-only">{t('thoseToTell')}</legend>
      {people.length > FEW && (
        <div className="flex flex-wrap items-center gap-x-4 gap-y-2 border-b border-border px-3 py-2">
          <Checkbox
            className="shrink-0"
            label={t(text.trim() === '' ? 'toldAll' : 'toldFound', { count, all: found.length })}
            checked={count === 0 ? false : count === found.length || 'indeterminate'}
            onCheckedChange={() =>
              tell(
                found.map(({ id }) => id),
                count < found.length,
              )
            }
          />
          <Input
            type="search"
            className="min-w-40 flex-1"
            aria-label={t('findWhom')}
            placeholder={t('findPerson')}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        </div>
      )}
      <div className="grid max-h-48 gap-1 overflow-y-auto p-3">
        {found.map(({ id, name }) => (
          <Checkbox
            key={id}
            label={name}
            checked={told.has(id)}
            onCheckedChange={(checked) => tell([id], checked === true)}
          />
        ))}
        {found.length === 0 && <p className="text-[13px] text-muted">{t('noSuchName')}</p>}
      </div>
    </fieldset>
  );
}
