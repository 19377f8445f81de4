import { AppError } from '@vaktplan/contracts/errors';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { findPublishedShift, findShift } from '@vaktplan/db/queries/shifts';
import { can } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentShift } from './shift.presenter.ts';

/** One shift: the working copy for who may see drafts there, else the published copy if it is theirs. Errors: not_found. */
export async function getShift(ctx: Ctx, id: string): Promise<ShiftView> {
  const row = await ctx.db.transaction(ctx.orgId, (tx) => findShift(tx, ctx.orgId, id));
  if (row && can(ctx.actor, 'shift:read-draft', row) && (!row.deletedAt || row.publicationId))
    return presentShift(ctx.actor, row);
  const employeeId = ctx.actor.kind === 'user' ? ctx.actor.employeeId : null;
  if (!row?.publicationId || !employeeId) throw new AppError('not_found');
  const published = await findPublishedShift(ctx.db, ctx.orgId, id, employeeId);
  if (!published) throw new AppError('not_found');
  return presentShift(ctx.actor, published);
}
