import { AppError } from '@vaktplan/contracts/errors';
import type { Tx } from '@vaktplan/db/database';
import { findDepartments } from '@vaktplan/db/queries/departments';
import type { Ctx } from '../context/ctx.ts';

/** Throws `not_found` for an unknown department and `validation_failed` for one of another location. */
export async function assertDepartmentsOf(
  tx: Tx,
  ctx: Ctx,
  locationId: string,
  departmentIds: readonly string[],
): Promise<void> {
  const found = await findDepartments(tx, ctx.orgId, departmentIds);
  if (found.length !== new Set(departmentIds).size) throw new AppError('not_found');
  if (found.some((department) => department.locationId !== locationId)) {
    throw new AppError('validation_failed', {
      errors: [{ path: 'departmentIds', message: 'A department of another location' }],
    });
  }
}
