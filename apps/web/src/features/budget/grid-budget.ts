import type { BudgetDays } from '@vaktplan/contracts/http/budget';
import { budgetMinorOf } from '@vaktplan/core/rules';
import type { GridBudget, GridBudgetFigures } from '@vaktplan/ui/schedule-grid';

/**
 * What the grid's footer measures the plan by. A figure of the whole period is given only if every day on which
 * something is planned has one: half a forecast says nothing about a whole plan.
 */
export function toGridBudget(
  { days, currency }: Pick<BudgetDays, 'days' | 'currency'>,
  planned: ReadonlySet<string>,
): GridBudget {
  const byDay = new Map<string, GridBudgetFigures>();
  for (const { date, forecast } of days) {
    if (!forecast) continue;
    const comparable = forecast.currency === currency;
    byDay.set(date, {
      costMinor: comparable ? budgetMinorOf(forecast.revenueMinor, forecast.targetBasisPoints) : null,
      minutes: forecast.minutes,
      revenueMinor: comparable ? forecast.revenueMinor : null,
    });
  }
  const whole = (figure: keyof GridBudgetFigures): number | null => {
    if ([...planned].some((date) => (byDay.get(date)?.[figure] ?? null) === null)) return null;
    const known = [...byDay.values()].flatMap((day) => day[figure] ?? []);
    return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
  };
  const period = {
    costMinor: whole('costMinor'),
    minutes: whole('minutes'),
    revenueMinor: whole('revenueMinor'),
  };
  return { byDay, period };
}
