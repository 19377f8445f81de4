import type { DeviceList } from '@vaktplan/contracts/http/devices';
import { listDeviceRows } from '@vaktplan/db/queries/devices';
import type { Ctx } from '../context/ctx.ts';
import { ownInbox } from '../notifications/own-inbox.ts';
import { presentDevice } from './device.presenter.ts';

/** The signed-in person's own devices, the last seen first. Errors: forbidden. */
export async function listDevices(ctx: Ctx): Promise<DeviceList> {
  const userId = ownInbox(ctx.actor);
  const rows = await ctx.db.transaction(ctx.orgId, (tx) => listDeviceRows(tx, ctx.orgId, userId));
  return { data: rows.map(presentDevice), meta: { count: rows.length } };
}
