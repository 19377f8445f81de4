import { AppError } from '@vaktplan/contracts/errors';
import type { BudgetDays, BudgetQuery } from '@vaktplan/contracts/http/budget';
import {
  enteredStatements,
  type BudgetLocationRow,
  type ForecastRow,
  type RevenueDayRow,
} from '@vaktplan/db/queries/budget';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { datesOf } from '../time/local-time.rules.ts';
import { presentForecast, presentRevenueDay } from './budget.presenter.ts';

/** The forecasts and revenue of a location's days, one entry a day. Throws `not_found`, `forbidden`. */
export async function getBudgetDays(ctx: Ctx, query: BudgetQuery): Promise<BudgetDays> {
  const [[location], forecasts, revenue] = (await ctx.db.read(
    ctx.orgId,
    enteredStatements(ctx.orgId, query),
  )) as [BudgetLocationRow[], ForecastRow[], RevenueDayRow[]];
  if (!location) throw new AppError('not_found');
  if (!canAtLocation(ctx.actor, 'budget:read', location)) throw new AppError('forbidden');
  const forecastOf = new Map(forecasts.map((row) => [row.date, presentForecast(row)]));
  const revenueOf = new Map(revenue.map((row) => [row.date, presentRevenueDay(row)]));
  return {
    locationId: location.id,
    currency: location.currency,
    days: datesOf(query).map((date) => ({
      date,
      forecast: forecastOf.get(date) ?? null,
      actual: revenueOf.get(date) ?? null,
    })),
    abilities: { update: can(ctx.actor, 'budget:update', { locationId: location.id }) },
  };
}
