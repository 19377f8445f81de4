/** Paid minutes and cost of planned work; `unknownCosts` counts assigned shifts without a rate. */
export type Plan = { minutes: number; costMinor: number; unknownCosts: number };
/** What a day or period is measured by; null: nothing was entered. Amounts in minor units of one currency. */
export type Expectation = {
  forecastMinor: number | null;
  forecastMinutes: number | null;
  targetBasisPoints: number | null;
  actualMinor: number | null;
};
export type Comparison = {
  budgetMinor: number | null;
  forecastMinor: number | null;
  forecastMinutes: number | null;
  actualMinor: number | null;
  shareOfForecast: number | null;
  shareOfActual: number | null;
  overCost: boolean;
  overMinutes: boolean;
};

export const NO_PLAN: Readonly<Plan> = Object.freeze({ minutes: 0, costMinor: 0, unknownCosts: 0 });
const PARTS = 10_000n;

const halfUp = (amount: bigint, divisor: bigint): number => Number((amount * 2n + divisor) / (divisor * 2n));

/** What labour may cost: revenue times the target, rounded half up (the rounding point: once per day). */
export const budgetMinorOf = (revenueMinor: number | null, targetBasisPoints: number | null): number | null =>
  revenueMinor === null || targetBasisPoints === null
    ? null
    : halfUp(BigInt(revenueMinor) * BigInt(targetBasisPoints), PARTS);

/** Cost as a share of revenue in basis points, rounded half up; null when there is no revenue to share. */
export const shareOf = (costMinor: number, revenueMinor: number | null): number | null =>
  revenueMinor ? halfUp(BigInt(costMinor) * PARTS, BigInt(revenueMinor)) : null;

/** A day's plan against what was expected. Exactly on budget is not over it. */
export function compareDay(plan: Plan, expected: Expectation): Comparison {
  const { forecastMinor, forecastMinutes, actualMinor, targetBasisPoints } = expected;
  const budgetMinor = budgetMinorOf(forecastMinor, targetBasisPoints);
  return {
    budgetMinor,
    forecastMinor,
    forecastMinutes,
    actualMinor,
    shareOfForecast: shareOf(plan.costMinor, forecastMinor),
    shareOfActual: shareOf(plan.costMinor, actualMinor),
    overCost: budgetMinor !== null && plan.costMinor > budgetMinor,
    overMinutes: forecastMinutes !== null && plan.minutes > forecastMinutes,
  };
}

/** A period from its days. Each figure is compared over the days that have one: half a forecast is not exceeded by a whole plan. */
export function comparePeriod(days: readonly (Plan & Comparison)[]): Plan & Comparison {
  const over = (has: (day: Plan & Comparison) => number | null) => {
    const known = days.filter((day) => has(day) !== null);
    return {
      value: known.length ? known.reduce((sum, day) => sum + (has(day) ?? 0), 0) : null,
      plan: addPlans(known),
    };
  };
  const budget = over((day) => day.budgetMinor);
  const forecast = over((day) => day.forecastMinor);
  const minutes = over((day) => day.forecastMinutes);
  const actual = over((day) => day.actualMinor);
  return {
    ...addPlans(days),
    budgetMinor: budget.value,
    forecastMinor: forecast.value,
    forecastMinutes: minutes.value,
    actualMinor: actual.value,
    shareOfForecast: shareOf(forecast.plan.costMinor, forecast.value),
    shareOfActual: shareOf(actual.plan.costMinor, actual.value),
    overCost: budget.value !== null && budget.plan.costMinor > budget.value,
    overMinutes: minutes.value !== null && minutes.plan.minutes > minutes.value,
  };
}

export const addPlans = (plans: readonly Plan[]): Plan => {
  const sum = { ...NO_PLAN };
  for (const plan of plans) {
    sum.minutes += plan.minutes;
    sum.costMinor += plan.costMinor;
    sum.unknownCosts += plan.unknownCosts;
  }
  return sum;
};
