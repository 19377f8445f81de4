import { AppError } from '@vaktplan/contracts/errors';
import type { BudgetQuery, BudgetView } from '@vaktplan/contracts/http/budget';
import {
  budgetStatements,
  type BudgetLocationRow,
  type BudgetRateRow,
  type ForecastRow,
  type RevenueDayRow,
} from '@vaktplan/db/queries/budget';
import { MAX_SHIFTS } from '@vaktplan/db/queries/shifts';
import { listWorkingShifts } from '@vaktplan/db/queries/working-shifts';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { canAtLocation } from '../context/permitted-places.ts';
import { presentBudget } from './budget.presenter.ts';
import { planSections } from './plan-sections.rules.ts';

/**
 * The plan of a location, drafts included, per day and section, with its cost by the rates of pay, against forecasts
 * and revenue. Who plans some departments only sees the plan of those, without shares of the location's revenue.
 * Throws `not_found`, `forbidden`, `range_too_long`.
 */
export async function getBudget(ctx: Ctx, query: BudgetQuery): Promise<BudgetView> {
  const [[location], forecasts, revenue, rates] = (await ctx.db.read(
    ctx.orgId,
    budgetStatements(ctx.orgId, query),
  )) as [BudgetLocationRow[], ForecastRow[], RevenueDayRow[], BudgetRateRow[]];
  if (!location) throw new AppError('not_found');
  const seesPay = (departmentId: string) =>
    can(ctx.actor, 'pay:read', { locationId: location.id, departmentId });
  if (!canAtLocation(ctx.actor, 'budget:read', location)) throw new AppError('forbidden');
  const shifts = await listWorkingShifts(ctx.db, ctx.orgId, query);
  if (shifts.length > MAX_SHIFTS) throw new AppError('range_too_long');
  const seen = shifts.filter((shift) => shift.deletedAt === null && seesPay(shift.departmentId));
  return presentBudget({
    query,
    currency: location.currency,
    complete: can(ctx.actor, 'pay:read', { locationId: location.id }),
    sections: planSections(seen, rates),
    forecasts,
    revenue,
    update: can(ctx.actor, 'budget:update', { locationId: location.id }),
  });
}
