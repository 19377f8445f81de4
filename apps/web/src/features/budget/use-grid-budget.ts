'use client';
import type { GridBudget, GridShift } from '@vaktplan/ui/schedule-grid';
import { useMemo } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useMay } from '@/features/shell/me';
import { useOncePainted } from '@/lib/use-painted';
import { useResource } from '@/lib/use-resource';
import { toGridBudget } from './grid-budget';
import { budgetDaysResource, type BudgetRange } from './resources';

/** The budget under the schedule, live; `wanted: false` while what is shown is not the whole plan of the location. */
export function useGridBudget(
  range: BudgetRange,
  shifts: readonly GridShift[],
  wanted: boolean,
): GridBudget | undefined {
  const may = useMay('budget:read');
  // the plan is painted first
  const shown = `${range.startDate} ${range.endDate}`;
  const isPainted = useOncePainted(shown) === shown;
  const { data } = useResource(budgetDaysResource(range), { enabled: may && wanted && isPainted });
  useRefetchOn(['budget:updated'], ['budget']);
  return useMemo(() => {
    if (!data || !wanted) return undefined;
    const planned = new Set(shifts.filter(({ state }) => state !== 'deleted').map(({ date }) => date));
    return toGridBudget(data, planned);
  }, [data, wanted, shifts]);
}
