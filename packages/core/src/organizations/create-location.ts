import type { CreateLocation, LocationView } from '@vaktplan/contracts/http/organizations';
import { replaceClosedDays } from '@vaktplan/db/queries/closed-days';
import { insertLocation } from '@vaktplan/db/queries/locations';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { assertZone } from '../time/local-time.rules.ts';
import { inOrder } from './closed-days-in-order.ts';
import { geofenceColumns } from './geofence-columns.ts';
import { appendStructureChanged } from './organization.events.ts';
import { presentLocation } from './organization.presenter.ts';

/** Makes a location. Throws `forbidden`, `unknown_zone`, `name_taken`. */
export const createLocation = (ctx: Ctx, input: CreateLocation): Promise<LocationView> =>
  transact(ctx, 'locations.create', async (tx) => {
    authorize(ctx.actor, 'location:manage');
    assertZone(input.zone);
    const { geofence, closedDays = [], ...values } = input;
    const row = await insertLocation(tx, ctx.orgId, { ...values, ...geofenceColumns(geofence) });
    await replaceClosedDays(tx, ctx.orgId, row.id, closedDays);
    await appendStructureChanged(tx, ctx, { type: 'location', id: row.id, version: row.version }, row.id);
    return presentLocation(ctx.actor, { ...row, closedDays: inOrder(closedDays) });
  });
