import { AppError } from '@vaktplan/contracts/errors';
import type { HistoryList } from '@vaktplan/contracts/http/timesheet-corrections';
import { listApprovals } from '@vaktplan/db/queries/approvals';
import { listLinesById } from '@vaktplan/db/queries/timesheet-lines';
import type { Ctx } from '../context/ctx.ts';
import { mayApprove } from './line.presenter.ts';

/** Every step of an entry, newest first: to the person it is about and those who approve there. Errors: not_found, forbidden. */
export const listEntryHistory = (ctx: Ctx, entryId: string): Promise<HistoryList> =>
  ctx.db.transaction(ctx.orgId, async (tx) => {
    const [row] = await listLinesById(tx, ctx.orgId, [entryId]);
    if (!row) throw new AppError('not_found');
    const own = ctx.actor.kind === 'user' && ctx.actor.employeeId === row.employeeId;
    if (!own && !mayApprove(ctx.actor, row)) throw new AppError('forbidden');
    const data = await listApprovals(tx, ctx.orgId, [entryId]);
    return { data, meta: { count: data.length } };
  });
