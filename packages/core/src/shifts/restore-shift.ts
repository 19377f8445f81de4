import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { judgeAgain } from './judge-again.ts';
import { loadShiftForChange } from './load-shift.ts';
import { markDeleted } from './mark-deleted.ts';
import { readsOf } from './plan-source.ts';
import { announceShift } from './shift.events.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * Brings a deleted shift back as it was: the undo of deleteShift. Errors: as deleteShift, and shift_overlap,
 * employee_inactive or outside_contract when its place has been taken meanwhile.
 */
export const restoreShift = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<ShiftView> =>
  transact(ctx, 'shifts.restore', async (tx) => {
    const before = await loadShiftForChange(tx, ctx, 'shift:delete', id, expectedVersion);
    if (!before.deletedAt) return presentShift(ctx.actor, before);
    if (before.employeeId) {
      const source = readsOf(tx, ctx);
      await source.lockPlan(before.employeeId);
      await judgeAgain(source, before);
    }
    const after = await markDeleted(tx, ctx, before, null);
    await announceShift(tx, ctx, 'shift.updated', after);
    return presentShift(ctx.actor, after);
  });
