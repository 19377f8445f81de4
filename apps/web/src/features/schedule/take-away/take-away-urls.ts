import type { ExportFormat } from '@vaktplan/contracts/http/exports';
import type { View } from '../use-view';
import type { Period } from '../week';

type Shown = { locationId: string; period: Period; view: View };

/** Where the file of what is shown lies: the same days, people and filters. */
export function exportUrl({ locationId, period, view }: Shown, format: ExportFormat): string {
  const query = new URLSearchParams({
    format,
    locationId,
    startDate: period.startDate,
    endDate: period.endDate,
    ...filtersOf(view),
  });
  if (view.q) query.set('search', view.q);
  return `/api/v1/schedules/export?${query}`;
}

/** The page for paper of what is shown; its address has the words of the schedule's own. */
export function printUrl({ locationId, period, view }: Shown): string {
  const query = new URLSearchParams({
    location: locationId,
    week: period.startDate,
    range: period.range,
    ...filtersOf(view),
  });
  if (view.q) query.set('q', view.q);
  return `/schedule/print?${query}`;
}

const filtersOf = ({ departments, positions, findings }: View): Record<string, string> => ({
  ...(departments.length > 0 && { departments: departments.join(',') }),
  ...(positions.length > 0 && { positions: positions.join(',') }),
  ...(findings && { findings: 'true' }),
});
