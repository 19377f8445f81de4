import { AppError } from '@vaktplan/contracts/errors';
import type { DepartmentView, UpdateDepartment } from '@vaktplan/contracts/http/organizations';
import { lockDepartment, updateDepartmentRow } from '@vaktplan/db/queries/departments';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentDepartment } from './organization.presenter.ts';

/** Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `name_taken`. */
export const updateDepartment = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateDepartment,
): Promise<DepartmentView> =>
  transact(ctx, 'departments.update', async (tx) => {
    const row = await lockDepartment(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', { locationId: row.locationId, departmentId: id });
    assertVersion(row, expectedVersion, () => presentDepartment(ctx.actor, row));
    const updated = await updateDepartmentRow(tx, ctx.orgId, id, input);
    await appendStructureChanged(
      tx,
      ctx,
      { type: 'department', id, version: updated.version },
      row.locationId,
    );
    return presentDepartment(ctx.actor, updated);
  });
