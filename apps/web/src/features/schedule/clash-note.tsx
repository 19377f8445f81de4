'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { Button } from '@vaktplan/ui';
import { useState } from 'react';
import { useFormat } from '@/features/shell/me';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';
import { ago } from './ago';
import { changedFields, formOfShift, type ShiftFormInput } from './shift-form';

const LABELS = {
  employeeId: 'person',
  positionId: 'position',
  date: 'day',
  startsAt: 'start',
  endsAt: 'end',
  breakMinutes: 'break',
  notes: 'notes',
} as const satisfies Record<keyof ShiftFormInput, string>;

type ClashProps = {
  /** The shift as the other left it. */
  newer: ShiftView;
  roster: RosterView;
  typed: ShiftFormInput;
  onTake: (field: keyof ShiftFormInput, value: string | number) => void;
};

/** Somebody was faster: what was typed stays, theirs stands beside it and can be taken field by field. */
export function ClashNote({ newer, roster, typed, onTake }: ClashProps) {
  const t = useWords('planShift');
  const format = useFormat();
  const units = useWords('app');
  const language = tagOf(useLocale());
  const [when] = useState(() => ago(newer.changedAt, new Date().toISOString(), language, t('justNow')));
  const theirs = formOfShift(newer);
  const different = Object.keys(changedFields(typed, theirs)) as (keyof ShiftFormInput)[];
  const words = (field: keyof ShiftFormInput, form: ShiftFormInput): string => {
    const value = String(form[field]);
    if (field === 'employeeId')
      return roster.employees.find((one) => one.id === value)?.name ?? t('nobodyYetShort');
    if (field === 'positionId')
      return roster.positions.find((one) => one.id === value)?.name ?? t('noPosition');
    if (field === 'date' && value) return format.shortDay(value);
    if (field === 'breakMinutes') return units('minutes', { minutes: Number(value) });
    return value || t('nothing');
  };
  return (
    <section
      aria-label={t('clash')}
      className="grid gap-2 rounded-md border border-warning px-3 py-2 text-sm"
    >
      <p role="alert" className="font-medium">
        {t('changedThis', { name: newer.changedBy ?? t('somebody'), when })}
      </p>
      <p className="text-[13px] text-muted">{t(different.length === 0 ? 'sameAsTheirs' : 'kept')}</p>
      {different.length > 0 && (
        <ul className="divide-y divide-border">
          {different.map((field) => (
            <li key={field} className="flex items-center gap-3 py-2 text-[13px] last:pb-0">
              <p className="min-w-0 flex-1 break-words">
                <span className="block text-muted">{t(LABELS[field])}</span>
                <span className="block">{t('yours', { value: words(field, typed) })}</span>
                <strong className="block font-semibold">
                  {t('theirs', { value: words(field, theirs) })}
                </strong>
              </p>
              <Button size="sm" onClick={() => onTake(field, theirs[field] as string | number)}>
                {t('takeTheirs')}
                <span className="sr-only">: {t(LABELS[field])}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
