import { AppError } from '@vaktplan/contracts/errors';
import { lockDepartment, updateDepartmentRow } from '@vaktplan/db/queries/departments';
import { isPlannedAfter } from '@vaktplan/db/queries/future-shifts';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentDepartment } from './organization.presenter.ts';

/** Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `still_in_use` (shifts to come). */
export const archiveDepartment = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<void> =>
  transact(ctx, 'departments.archive', async (tx) => {
    const row = await lockDepartment(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', { locationId: row.locationId, departmentId: id });
    assertVersion(row, expectedVersion, () => presentDepartment(ctx.actor, row));
    const now = ctx.now().toString();
    if (await isPlannedAfter(tx, ctx.orgId, 'department', id, now)) throw new AppError('still_in_use');
    const archived = await updateDepartmentRow(tx, ctx.orgId, id, { archivedAt: now });
    await appendStructureChanged(
      tx,
      ctx,
      { type: 'department', id, version: archived.version },
      row.locationId,
    );
  });
