import type { GridFormat } from './grid-format.ts';
import type { Total } from './totals.ts';
import type { GridBudgetFigures } from './types.ts';

export interface BudgetWords {
  /** "of DKK 12,000", "of 80 h", "24 % of sales". */
  text: string;
  over: boolean;
}

/** What the plan costs against what was budgeted; `null` when nothing was. */
export function againstBudget(
  total: Pick<Total, 'minutes' | 'costMinor'>,
  budget: GridBudgetFigures | null | undefined,
  format: Pick<GridFormat, 'money' | 'hours' | 'percent'>,
): BudgetWords | null {
  if (!budget) return null;
  const { costMinor, minutes, revenueMinor } = budget;
  const share = revenueMinor ? `${format.percent(total.costMinor / revenueMinor)} of sales` : null;
  const limit =
    costMinor !== null
      ? `of ${format.money(costMinor)}`
      : minutes !== null
        ? `of ${format.hours(minutes)}`
        : null;
  const text = [limit, share].filter((part) => part !== null).join(', ');
  if (text === '') return null;
  const over =
    (costMinor !== null && total.costMinor > costMinor) || (minutes !== null && total.minutes > minutes);
  return { text, over };
}
