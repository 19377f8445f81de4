import { AppError } from '@vaktplan/contracts/errors';
import { isPlannedAfter } from '@vaktplan/db/queries/future-shifts';
import { lockPosition, updatePositionRow } from '@vaktplan/db/queries/positions';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { placeOfPosition, presentPosition } from './organization.presenter.ts';

/** Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `still_in_use` (shifts to come). */
export const archivePosition = (ctx: Ctx, id: string, expectedVersion: number | undefined): Promise<void> =>
  transact(ctx, 'positions.archive', async (tx) => {
    const row = await lockPosition(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', placeOfPosition(row));
    assertVersion(row, expectedVersion, () => presentPosition(ctx.actor, row));
    const now = ctx.now().toString();
    if (await isPlannedAfter(tx, ctx.orgId, 'position', id, now)) throw new AppError('still_in_use');
    const archived = await updatePositionRow(tx, ctx.orgId, id, { archivedAt: now });
    await appendStructureChanged(
      tx,
      ctx,
      { type: 'position', id, version: archived.version },
      row.locationId,
    );
  });
