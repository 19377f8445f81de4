import { resource } from '@/lib/resource';

export type BudgetRange = { locationId: string; startDate: string; endDate: string };

/** Forecasts and revenue of a location's days. */
export const budgetDaysResource = (range: BudgetRange) =>
  resource(
    '/budget/days',
    () => import('@vaktplan/contracts/http/budget').then((contracts) => contracts.BudgetDays),
    range,
  );
