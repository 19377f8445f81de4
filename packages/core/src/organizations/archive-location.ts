import { AppError } from '@vaktplan/contracts/errors';
import { archiveDepartmentsOf } from '@vaktplan/db/queries/departments';
import { isPlannedAfter } from '@vaktplan/db/queries/future-shifts';
import { lockLocation, updateLocationRow } from '@vaktplan/db/queries/locations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentLocation } from './organization.presenter.ts';

/**
 * Takes a location with its departments out of use; history keeps it.
 * Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `still_in_use` (shifts to come).
 */
export const archiveLocation = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<void> =>
  transact(ctx, 'locations.archive', async (tx) => {
    const row = await lockLocation(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', { locationId: id });
    assertVersion(row, expectedVersion, () => presentLocation(ctx.actor, row));
    const now = ctx.now().toString();
    if (await isPlannedAfter(tx, ctx.orgId, 'location', id, now)) throw new AppError('still_in_use');
    await archiveDepartmentsOf(tx, ctx.orgId, id, now);
    const archived = await updateLocationRow(tx, ctx.orgId, id, { archivedAt: now });
    await appendStructureChanged(tx, ctx, { type: 'location', id, version: archived.version }, id);
  });
