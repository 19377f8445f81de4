'use client';
import { parseAsIsoDate, parseAsString, parseAsStringLiteral, useQueryStates } from 'nuqs';
import { useToday } from '@/features/shell/use-today';

export const SHOWN = ['all', 'undecided', 'exceptions', 'approved'] as const;
export type Shown = (typeof SHOWN)[number];
const SPANS = ['week', 'period'] as const;
export type Span = (typeof SPANS)[number];

/** What the page shows, kept in the address. */
export function useTimesheetView() {
  const today = useToday();
  const [state, set] = useQueryStates(
    {
      date: parseAsIsoDate,
      span: parseAsStringLiteral(SPANS).withDefault('week'),
      show: parseAsStringLiteral(SHOWN).withDefault('all'),
      location: parseAsString,
      department: parseAsString,
    },
    { history: 'replace' },
  );
  const date = state.date?.toISOString().slice(0, 10) ?? today;
  const setDate = (next: string) => set({ date: new Date(`${next}T00:00:00Z`) });
  return { ...state, date, set, setDate };
}
