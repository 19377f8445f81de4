import { AppError } from '@vaktplan/contracts/errors';
import type { PositionView, UpdatePosition } from '@vaktplan/contracts/http/organizations';
import { lockPosition, updatePositionRow } from '@vaktplan/db/queries/positions';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { appendStructureChanged } from './organization.events.ts';
import { placeOfPosition, presentPosition } from './organization.presenter.ts';

/** Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `name_taken`. */
export const updatePosition = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdatePosition,
): Promise<PositionView> =>
  transact(ctx, 'positions.update', async (tx) => {
    const row = await lockPosition(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', placeOfPosition(row));
    assertVersion(row, expectedVersion, () => presentPosition(ctx.actor, row));
    const updated = await updatePositionRow(tx, ctx.orgId, id, input);
    await appendStructureChanged(tx, ctx, { type: 'position', id, version: updated.version }, row.locationId);
    return presentPosition(ctx.actor, { ...updated, locationId: row.locationId });
  });
