import type { BudgetDays, SaveForecasts, SaveRevenue } from '@vaktplan/contracts/http/budget';
import { parseHours, parseMoney, parsePercent, type Typed } from './amounts';

export type BudgetDay = BudgetDays['days'][number];
export const FIGURES = ['revenue', 'hours', 'target', 'actual'] as const;
export type Figure = (typeof FIGURES)[number];
/** What was typed and not saved, by day and figure. */
export type Drafts = Readonly<Record<string, Partial<Record<Figure, string>>>>;

const parse = (figure: Figure, text: string, currency: string): Typed =>
  figure === 'hours'
    ? parseHours(text)
    : figure === 'target'
      ? parsePercent(text)
      : parseMoney(text, currency);

/** What is wrong with a typed figure; undefined when it can be saved. */
export function faultOf(
  figure: Figure,
  text: string | undefined,
  currency: string,
): 'bad_hours' | 'bad_number' | 'bad_nothing' | undefined {
  if (text === undefined) return undefined;
  const typed = parse(figure, text, currency);
  if (typed === undefined) return figure === 'hours' ? 'bad_hours' : 'bad_number';
  return typed === null && figure === 'actual' ? 'bad_nothing' : undefined;
}

/** The writes that the drafts ask for: the days that were typed into, with the version each was seen in. */
export function writesOf(days: readonly BudgetDay[], drafts: Drafts, currency: string) {
  const forecasts: SaveForecasts['days'] = [];
  const revenue: SaveRevenue['days'] = [];
  for (const { date, forecast, actual } of days) {
    const draft = drafts[date] ?? {};
    const typed = (figure: Figure) => {
      const text = draft[figure];
      return text === undefined ? undefined : parse(figure, text, currency);
    };
    const figures = {
      revenueMinor: typed('revenue'),
      minutes: typed('hours'),
      targetBasisPoints: typed('target'),
    };
    if (Object.values(figures).some((value) => value !== undefined))
      forecasts.push({ date, version: forecast?.version ?? null, ...figures });
    const came = typed('actual');
    if (typeof came === 'number')
      revenue.push({ date, version: actual?.version ?? null, revenueMinor: came });
  }
  return { forecasts, revenue };
}

/** The days as they stand after a save, and the drafts that were not taken. */
export function afterSave(
  days: readonly BudgetDay[],
  drafts: Drafts,
  saved: {
    forecasts: readonly { date: string; result: string; current: BudgetDay['forecast'] }[];
    revenue: readonly { date: string; result: string; current: BudgetDay['actual'] }[];
  },
): { days: BudgetDay[]; drafts: Drafts; failed: string[] } {
  const forecastOf = new Map(saved.forecasts.map((one) => [one.date, one]));
  const revenueOf = new Map(saved.revenue.map((one) => [one.date, one]));
  const left: Record<string, Partial<Record<Figure, string>>> = {};
  const failed = new Set<string>();
  const next = days.map((day): BudgetDay => {
    const forecast = forecastOf.get(day.date);
    const actual = revenueOf.get(day.date);
    const { revenue, hours, target, actual: came } = drafts[day.date] ?? {};
    const keep = {
      ...(forecast?.result === 'failed' && { revenue, hours, target }),
      ...(actual?.result === 'failed' && { actual: came }),
    };
    if (Object.values(keep).some((text) => text !== undefined)) {
      left[day.date] = keep;
      failed.add(day.date);
    }
    return {
      date: day.date,
      forecast: forecast ? forecast.current : day.forecast,
      actual: actual ? actual.current : day.actual,
    };
  });
  return { days: next, drafts: left, failed: [...failed] };
}
