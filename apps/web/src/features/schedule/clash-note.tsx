'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { Button } from '@vaktplan/ui';
import { useState } from 'react';
import { interfaceLocale } from '@/lib/format';
import { useMe } from '@/features/shell/me';
import { ago } from './ago';
import { changedFields, formOfShift, type ShiftFormInput } from './shift-form';

const LABELS: Record<keyof ShiftFormInput, string> = {
  employeeId: 'Person',
  positionId: 'Position',
  date: 'Day',
  startsAt: 'Start',
  endsAt: 'End',
  breakMinutes: 'Unpaid break',
  notes: 'Notes',
};

type ClashProps = {
  /** The shift as the other left it. */
  newer: ShiftView;
  roster: RosterView;
  typed: ShiftFormInput;
  onTake: (field: keyof ShiftFormInput, value: string | number) => void;
};

/** Somebody was faster: what was typed stays, theirs stands beside it and can be taken field by field. */
export function ClashNote({ newer, roster, typed, onTake }: ClashProps) {
  const { organization } = useMe();
  const [when] = useState(() =>
    ago(newer.changedAt, new Date().toISOString(), interfaceLocale(organization.locale)),
  );
  const theirs = formOfShift(newer);
  const different = Object.keys(changedFields(typed, theirs)) as (keyof ShiftFormInput)[];
  const words = (field: keyof ShiftFormInput, form: ShiftFormInput): string => {
    const value = String(form[field]);
    if (field === 'employeeId') return roster.employees.find((one) => one.id === value)?.name ?? 'Nobody yet';
    if (field === 'positionId')
      return roster.positions.find((one) => one.id === value)?.name ?? 'No position';
    if (field === 'breakMinutes') return `${value} min`;
    return value || 'nothing';
  };
  return (
    <section
      aria-label="Changed by somebody else"
      className="grid gap-2 rounded-md border border-warning px-3 py-2 text-sm"
    >
      <p className="font-medium">
        {newer.changedBy ?? 'Somebody'} changed this shift {when}.
      </p>
      <p className="text-[13px] text-muted">
        {different.length === 0
          ? 'What you typed is what they saved.'
          : 'What you typed is kept. Save to put it over theirs.'}
      </p>
      {different.length > 0 && (
        <ul className="grid gap-1">
          {different.map((field) => (
            <li key={field} className="flex flex-wrap items-center gap-x-2 text-[13px]">
              <span className="w-24 text-muted">{LABELS[field]}</span>
              <span className="min-w-0 flex-1">
                yours {words(field, typed)}, <strong>theirs {words(field, theirs)}</strong>
              </span>
              <Button
                size="sm"
                variant="ghost"
                onClick={() => onTake(field, theirs[field] as string | number)}
              >
                Take theirs<span className="sr-only">: {LABELS[field]}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
