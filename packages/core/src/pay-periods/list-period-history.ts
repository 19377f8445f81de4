import { AppError } from '@vaktplan/contracts/errors';
import type { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { listApprovals } from '@vaktplan/db/queries/approvals';
import { lockPayPeriod as holdPayPeriod } from '@vaktplan/db/queries/pay-periods';
import { canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';

/** Who closed, locked and unlocked a period, when and why, newest first: for all who approve somewhere. Errors: not_found, forbidden. */
export const listPeriodHistory = (ctx: Ctx, id: string): Promise<HistoryList> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    if (!(await holdPayPeriod(tx, ctx.orgId, id, 'share'))) throw new AppError('not_found');
    if (!canSomewhere(ctx.actor, 'pay-period:lock')) throw new AppError('forbidden');
    const data = await listApprovals(tx, ctx.orgId, [id]);
    return { data, meta: { count: data.length } };
  });
