import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { loadShiftForChange } from './load-shift.ts';
import { markDeleted } from './mark-deleted.ts';
import { announceShift } from './shift.events.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * Takes a shift out of the plan. A published one is only marked: employees see it until the deletion is published.
 * Deleting twice is fine when the version is the newest. Errors: not_found, forbidden, version_missing, version_conflict.
 */
export const deleteShift = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<ShiftView> =>
  transact(ctx, 'shifts.delete', async (tx) => {
    const before = await loadShiftForChange(tx, ctx, 'shift:delete', id, expectedVersion);
    if (before.deletedAt) return presentShift(ctx.actor, before);
    const after = await markDeleted(tx, ctx, before, ctx.now().toString());
    await announceShift(tx, ctx, 'shift.deleted', after);
    return presentShift(ctx.actor, after);
  });
