import { AppError } from '@vaktplan/contracts/errors';
import type { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { ShiftRow } from '@vaktplan/db/queries/shifts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { assertVersion } from '../context/version.ts';
import { copyWish } from './copy-wish.ts';
import { givenBreaks } from './given-breaks.rules.ts';
import type { Wish } from './plan-shift.ts';
import { wishOf } from './shift-change.ts';
import { presentShift } from './shift.presenter.ts';

/** What one change of a list comes to, before anything is planned. */
export type Step = { index: number } & (
  | { kind: 'insert'; id: string | undefined; wish: Wish }
  | { kind: 'change'; before: ShiftRow; wish: Wish }
  | { kind: 'mark'; before: ShiftRow; deleted: boolean }
  /** Nothing to do: it is so already. */
  | { kind: 'keep'; before: ShiftRow }
);

/**
 * A change with its shift in hand -> what to do. Errors, as the single verbs: not_found, forbidden, version_conflict
 * with the newer view, shift_deleted.
 */
export function stepOf(
  ctx: Ctx,
  change: BulkChange,
  index: number,
  found: ReadonlyMap<string, ShiftRow>,
): Step {
  if (change.op === 'create') {
    const { shift } = change;
    const wish = {
      ...shift,
      positionId: shift.positionId ?? null,
      employeeId: shift.employeeId ?? null,
      notes: shift.notes || null,
      reason: shift.override?.reason,
      breaks: givenBreaks(shift.breaks),
    };
    return { kind: 'insert', index, id: shift.id, wish };
  }
  const before = found.get(change.id.toLowerCase());
  if (!before) throw new AppError('not_found');
  if (change.op === 'copy') {
    authorize(ctx.actor, 'shift:read-draft', before);
    if (before.deletedAt) throw new AppError('shift_deleted');
    return { kind: 'insert', index, id: change.copy.id, wish: copyWish(before, change.copy) };
  }
  const permission: Permission = change.op === 'update' ? 'shift:update' : 'shift:delete';
  authorize(ctx.actor, permission, before);
  assertVersion(before, change.version, () => presentShift(ctx.actor, before));
  if (change.op === 'update') {
    if (before.deletedAt) throw new AppError('shift_deleted');
    return { kind: 'change', index, before, wish: wishOf(before, change.patch) };
  }
  const deleted = change.op === 'delete';
  return deleted === (before.deletedAt !== null)
    ? { kind: 'keep', index, before }
    : { kind: 'mark', index, before, deleted };
}
