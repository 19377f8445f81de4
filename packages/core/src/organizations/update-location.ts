import { AppError } from '@vaktplan/contracts/errors';
import type { LocationView, UpdateLocation } from '@vaktplan/contracts/http/organizations';
import { replaceClosedDays } from '@vaktplan/db/queries/closed-days';
import { lockLocation, updateLocationRow } from '@vaktplan/db/queries/locations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertVersion } from '../context/version.ts';
import { assertZone } from '../time/local-time.rules.ts';
import { geofenceColumns } from './geofence-columns.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentLocation } from './organization.presenter.ts';

/**
 * Changes a location; what is left out stays. A new zone holds for what is planned from now on: shifts keep theirs.
 * Throws `not_found`, `forbidden`, `version_missing`, `version_conflict`, `unknown_zone`, `name_taken`.
 */
export const updateLocation = (
  ctx: Ctx,
  id: string,
  expectedVersion: number | undefined,
  input: UpdateLocation,
): Promise<LocationView> =>
  transact(ctx, 'locations.update', async (tx) => {
    const row = await lockLocation(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'location:manage', { locationId: id });
    assertVersion(row, expectedVersion, () => presentLocation(ctx.actor, row));
    if (input.zone !== undefined) assertZone(input.zone);
    const { geofence, closedDays, ...values } = input;
    if (closedDays) await replaceClosedDays(tx, ctx.orgId, id, closedDays);
    const updated = await updateLocationRow(tx, ctx.orgId, id, { ...values, ...geofenceColumns(geofence) });
    await appendStructureChanged(tx, ctx, { type: 'location', id, version: updated.version }, id);
    return presentLocation(ctx.actor, updated);
  });
