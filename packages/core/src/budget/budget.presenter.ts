import type {
  BudgetQuery,
  BudgetSection,
  BudgetView,
  ForecastView,
  RevenueDayView,
} from '@vaktplan/contracts/http/budget';
import type { ForecastRow, RevenueDayRow } from '@vaktplan/db/queries/budget';
import { datesOf } from '../time/local-time.rules.ts';
import { addPlans, compareDay, comparePeriod, NO_PLAN } from './budget.rules.ts';
import type { PlannedSection } from './plan-sections.rules.ts';

export const presentForecast = (row: ForecastRow): ForecastView => ({
  revenueMinor: row.revenueMinor,
  minutes: row.minutes,
  targetBasisPoints: row.targetBasisPoints,
  currency: row.currency,
  version: row.version,
});

export const presentRevenueDay = (row: RevenueDayRow): RevenueDayView => ({
  revenueMinor: row.revenueMinor,
  currency: row.currency,
  version: row.version,
});

type Facts = {
  query: BudgetQuery;
  currency: string;
  complete: boolean;
  sections: readonly PlannedSection[];
  forecasts: readonly ForecastRow[];
  revenue: readonly RevenueDayRow[];
  update: boolean;
};

/** Rows and planned sections -> the view. Figures of another currency are shown as they are and compared with nothing. */
export function presentBudget(facts: Facts): BudgetView {
  const { query, currency, complete } = facts;
  const dates = datesOf(query);
  const forecasts = new Map(facts.forecasts.map((row) => [row.date, row]));
  const revenue = new Map(facts.revenue.map((row) => [row.date, row]));
  const comparable = <Row extends { currency: string }>(row: Row | undefined) =>
    complete && row?.currency === currency ? row : undefined;
  const days = dates.map((date) => {
    const plan = addPlans(facts.sections.flatMap((section) => section.days.get(date) ?? []));
    const forecast = forecasts.get(date);
    const actual = revenue.get(date);
    const expected = comparable(forecast);
    const comparison = compareDay(plan, {
      forecastMinor: expected?.revenueMinor ?? null,
      forecastMinutes: complete ? (forecast?.minutes ?? null) : null,
      targetBasisPoints: expected?.targetBasisPoints ?? null,
      actualMinor: comparable(actual)?.revenueMinor ?? null,
    });
    return {
      date,
      ...plan,
      ...comparison,
      forecast: forecast ? presentForecast(forecast) : null,
      actual: actual ? presentRevenueDay(actual) : null,
    };
  });
  return {
    ...query,
    currency,
    complete,
    days,
    sections: facts.sections.map((section) => presentSection(section, dates)),
    period: comparePeriod(days),
    abilities: { update: facts.update },
  };
}

const presentSection = (section: PlannedSection, dates: readonly string[]): BudgetSection => {
  const days = dates.map((date) => ({ date, ...(section.days.get(date) ?? NO_PLAN) }));
  return {
    departmentId: section.departmentId,
    positionId: section.positionId,
    ...addPlans(days),
    days,
  };
};
