import { AppError } from '@vaktplan/contracts/errors';
import type { AdjustmentList } from '@vaktplan/contracts/http/timesheet-corrections';
import { listAdjustments as findAdjustments } from '@vaktplan/db/queries/timesheet-adjustments';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { maySettle, presentAdjustment } from './adjustment.presenter.ts';

/** What came too late for a locked period and waits to be settled, oldest first (500 at most). Errors: forbidden. */
export async function listAdjustments(ctx: Ctx): Promise<AdjustmentList> {
  if (!canSomewhere(ctx.actor, 'timesheet:approve')) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, (tx) =>
    findAdjustments(tx, ctx.orgId, { state: 'open', employeeId: null, countedInId: null }),
  );
  const data = rows
    .filter((row) => maySettle(ctx.actor, row))
    .map((row) => presentAdjustment(ctx.actor, row));
  return { data, meta: { count: data.length } };
}
