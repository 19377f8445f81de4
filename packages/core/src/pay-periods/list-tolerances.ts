import { AppError } from '@vaktplan/contracts/errors';
import type { ToleranceList, ToleranceView } from '@vaktplan/contracts/http/pay-periods';
import { listTolerances as findTolerances, type ToleranceRow } from '@vaktplan/db/queries/timesheet-settings';
import { can, canSomewhere } from '../context/authorize.ts';
import type { Actor, Ctx } from '../context/ctx.ts';

export const presentTolerance = (actor: Actor, row: ToleranceRow): ToleranceView => ({
  ...row,
  abilities: { update: can(actor, 'timesheet-settings:update', { locationId: row.locationId }) },
});

/** How far hours may lie from the plan, for each location in use, by name. Errors: forbidden. */
export async function listTolerances(ctx: Ctx): Promise<ToleranceList> {
  if (!canSomewhere(ctx.actor, 'timesheet:approve')) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => findTolerances(tx, ctx.orgId));
  return { data: rows.map((row) => presentTolerance(ctx.actor, row)), meta: { count: rows.length } };
}
