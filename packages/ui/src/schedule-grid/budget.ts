import type { GridFormat } from './grid-format.ts';
import type { Total } from './totals.ts';
import type { GridBudgetFigures } from './types.ts';

export interface BudgetWords {
  /** "of DKK 12,000", "of 80 h". */
  limit: string | null;
  /** The cost as a share of expected sales: "24 %". */
  share: string | null;
  /** All of it in full: "of DKK 12,000, 24 % of sales". */
  whole: string;
  over: boolean;
}

/** What the plan costs against what was budgeted; `null` when nothing was. */
export function againstBudget(
  total: Pick<Total, 'minutes' | 'costMinor'>,
  budget: GridBudgetFigures | null | undefined,
  format: Pick<GridFormat, 'say' | 'list' | 'money' | 'hours' | 'percent'>,
): BudgetWords | null {
  if (!budget) return null;
  const { costMinor, minutes, revenueMinor } = budget;
  const share = revenueMinor ? format.percent(total.costMinor / revenueMinor) : null;
  const costsTooMuch = costMinor !== null && total.costMinor > costMinor;
  const takesTooLong = minutes !== null && total.minutes > minutes;
  // the limit that is exceeded, if one is
  const limit =
    costMinor !== null && (costsTooMuch || !takesTooLong)
      ? format.say('ofBudget', { amount: format.money(costMinor) })
      : minutes !== null
        ? format.say('ofBudget', { amount: format.hours(minutes) })
        : null;
  if (limit === null && share === null) return null;
  const whole = [limit, share && format.say('ofSales', { share })].filter((part) => part !== null);
  return { limit, share, whole: format.list(whole), over: costsTooMuch || takesTooLong };
}
