'use client';
import type { GridShift } from '@vaktplan/ui/schedule-grid';
import dynamic from 'next/dynamic';
import { useState } from 'react';
import type { BudgetRange } from '@/features/budget/resources';
import { useGridBudget } from '@/features/budget/use-grid-budget';
import { useMay } from '@/features/shell/me';
import { withWords } from '@/lib/later-words';
import type { View } from '../use-view';
import type { Period } from '../week';
import { TakeAway } from './take-away';

const CalendarDialog = dynamic(
  () =>
    withWords(
      ['calendar'],
      import('@/features/calendar/calendar-dialog').then((module) => module.CalendarDialog),
    ),
  { ssr: false },
);
const BudgetDialog = dynamic(
  () =>
    withWords(
      ['budget'],
      import('@/features/budget/budget-dialog').then((module) => module.BudgetDialog),
    ),
  { ssr: false },
);

type Shown = {
  location: { id: string; name: string };
  range: BudgetRange;
  period: Period;
  view: View;
  shifts: readonly GridShift[];
};

/** Files, paper, calendar and forecasts of what is shown: their menu, their dialogs, and the budget under the plan. */
export function useTakeAway({ location, range, period, view, shifts }: Shown) {
  const [open, setOpen] = useState<'budget' | 'calendar'>();
  const close = () => setOpen(undefined);
  const may = useMay('budget:read');
  // a part of the plan is not measured by the budget of the whole
  const whole =
    view.departments.length + view.positions.length === 0 && !view.findings && view.rows !== 'location';
  const budget = useGridBudget(range, shifts, whole);
  return {
    budget,
    menu: (
      <TakeAway
        locationId={location.id}
        period={period}
        view={view}
        onBudget={may ? () => setOpen('budget') : undefined}
        onCalendar={() => setOpen('calendar')}
      />
    ),
    dialog: (
      <>
        {open === 'budget' && <BudgetDialog range={range} onClose={close} />}
        {open === 'calendar' && <CalendarDialog location={location} onClose={close} />}
      </>
    ),
  };
}
