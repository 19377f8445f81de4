import type { ClosedDayRow } from '@vaktplan/db/queries/locations';

/** Closed days as they are read: by date, a name without letters is none. */
export const inOrder = (days: readonly ClosedDayRow[]): ClosedDayRow[] =>
  days.map((day) => ({ ...day, name: day.name || null })).toSorted((a, b) => (a.date < b.date ? -1 : 1));
