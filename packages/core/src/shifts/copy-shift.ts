import { AppError } from '@vaktplan/contracts/errors';
import type { CopyShift, ShiftView } from '@vaktplan/contracts/http/shifts';
import { findShift } from '@vaktplan/db/queries/shifts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { copyWish } from './copy-wish.ts';
import { insertShift } from './insert-shift.ts';
import { planShift } from './plan-shift.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * The same shift as a draft on another day or for another person, at the same wall-clock times, also over a DST night.
 * Timed breaks move along. Errors: as createShift, and shift_deleted.
 */
export const copyShift = (ctx: Ctx, id: string, input: CopyShift): Promise<ShiftView> =>
  transact(ctx, 'shifts.copy', async (tx) => {
    const source = await findShift(tx, ctx.orgId, id);
    if (!source) throw new AppError('not_found');
    authorize(ctx.actor, 'shift:read-draft', source);
    if (source.deletedAt) throw new AppError('shift_deleted');
    const planned = await planShift(tx, ctx, 'shift:create', copyWish(source, input));
    return presentShift(ctx.actor, await insertShift(tx, ctx, input.id, planned));
  });
