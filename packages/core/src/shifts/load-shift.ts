import { AppError } from '@vaktplan/contracts/errors';
import type { Permission } from '@vaktplan/contracts/permissions';
import type { Tx } from '@vaktplan/db/database';
import { findShift, type ShiftRow } from '@vaktplan/db/queries/shifts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { assertVersion } from '../context/version.ts';
import { presentShift } from './shift.presenter.ts';

/**
 * The shift that is about to be changed, locked. Errors: not_found,
 * forbidden, version_missing, version_conflict with the newer view.
 */
export async function loadShiftForChange(
  tx: Tx,
  ctx: Ctx,
  permission: Permission,
  id: string,
  expectedVersion: number | undefined,
): Promise<ShiftRow> {
  const shift = await findShift(tx, ctx.orgId, id, true);
  if (!shift) throw new AppError('not_found');
  authorize(ctx.actor, permission, shift);
  assertVersion(shift, expectedVersion, () => presentShift(ctx.actor, shift));
  return shift;
}
