'use client';
import type { LocationView } from '@vaktplan/contracts/http/organizations';
import { Button, Input, NativeSelect } from '@vaktplan/ui';
import { Plus, X } from 'lucide-react';
import { useState } from 'react';
import { weekdaysIn } from '@/lib/weekdays';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';

type ClosedDay = LocationView['closedDays'][number];

type WeekdaysProps = { value: readonly number[]; onChange: (value: number[]) => void };

/** Days of the week on which nobody is expected. */
export function ClosedWeekdays({ value, onChange }: WeekdaysProps) {
  const t = useWords('places');
  const language = tagOf(useLocale());
  const short = weekdaysIn(language, 'short');
  const toggle = (day: number) =>
    onChange(value.includes(day) ? value.filter((one) => one !== day) : [...value, day].toSorted());
  return (
    <fieldset className="grid gap-1.5">
      <legend className="mb-1.5 text-[13px] font-medium">{t('closedEvery')}</legend>
      <div className="flex flex-wrap gap-1.5">
        {weekdaysIn(language, 'long').map((name, i) => {
          const on = value.includes(i + 1);
          return (
            <Button
              key={name}
              size="sm"
              variant={on ? 'primary' : 'secondary'}
              aria-pressed={on}
              aria-label={name}
              onClick={() => toggle(i + 1)}
            >
              {short[i]}
            </Button>
          );
        })}
      </div>
    </fieldset>
  );
}

type DaysProps = { value: readonly ClosedDay[]; onChange: (value: ClosedDay[]) => void; error?: string };

/** Single dates that are not as their weekday is: holidays, stocktaking, a Sunday before Christmas. */
export function ClosedDates({ value, onChange, error }: DaysProps) {
  const t = useWords('places');
  const [date, setDate] = useState('');
  const [name, setName] = useState('');
  const there = value.some((day) => day.date === date);
  const add = () => {
    const day = { date, open: false, name: name.trim() || null };
    onChange([...value, day].toSorted((a, b) => (a.date < b.date ? -1 : 1)));
    setDate('');
    setName('');
  };
  const set = (changed: ClosedDay) =>
    onChange(value.map((day) => (day.date === changed.date ? changed : day)));
  return (
    <fieldset className="grid gap-2">
      <legend className="mb-1.5 text-[13px] font-medium">{t('dates')}</legend>
      {value.length > 0 && (
        <ul className="grid max-h-56 gap-2 overflow-y-auto">
          {value.map((day) => (
            <li key={day.date} className="flex flex-wrap items-center gap-2 text-sm">
              <span className="w-24 tabular-nums">{day.date}</span>
              <div className="w-28">
                <NativeSelect
                  aria-label={t('dayIs', { date: day.date })}
                  value={day.open ? 'open' : 'closed'}
                  onChange={(event) => set({ ...day, open: event.target.value === 'open' })}
                >
                  <option value="closed">{t('closed')}</option>
                  <option value="open">{t('open')}</option>
                </NativeSelect>
              </div>
              <span className="min-w-0 flex-1 truncate text-muted">{day.name}</span>
              <Button
                variant="ghost"
                size="icon-sm"
                aria-label={t('removeDate', { date: day.date })}
                onClick={() => onChange(value.filter((one) => one.date !== day.date))}
              >
                <X />
              </Button>
            </li>
          ))}
        </ul>
      )}
      <div className="flex flex-wrap items-center gap-2">
        <Input
          type="date"
          aria-label={t('date')}
          className="w-40"
          value={date}
          onChange={(event) => setDate(event.target.value)}
        />
        <Input
          aria-label={t('whatDay')}
          placeholder={t('whatDayExample')}
          className="min-w-0 flex-1 basis-32"
          maxLength={120}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <Button disabled={!date || there || value.length >= 400} onClick={add}>
          <Plus /> {t('add')}
        </Button>
      </div>
      {(error || there) && (
        <p role="alert" className="text-[13px] text-danger">
          {error ?? t('dateTwice')}
        </p>
      )}
    </fieldset>
  );
}
