import { AppError } from '@vaktplan/contracts/errors';
import type { KioskList, ListKiosksQuery } from '@vaktplan/contracts/http/kiosk';
import { listKioskRows } from '@vaktplan/db/queries/kiosks';
import { findLocation } from '@vaktplan/db/queries/locations';
import { can, canSomewhere } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { presentKiosk } from './kiosk.presenter.ts';

/**
 * The kiosks in use at the places where the actor manages them, by name.
 * Errors: forbidden, not_found (location).
 */
export async function listKiosks(ctx: Ctx, { locationId }: ListKiosksQuery): Promise<KioskList> {
  if (!canSomewhere(ctx.actor, 'kiosk:manage')) throw new AppError('forbidden');
  const rows = await ctx.db.transaction(ctx.orgId, async (tx) => {
    if (locationId !== undefined) {
      if (!(await findLocation(tx, ctx.orgId, locationId))) throw new AppError('not_found');
      if (!can(ctx.actor, 'kiosk:manage', { locationId })) throw new AppError('forbidden');
    }
    return listKioskRows(tx, ctx.orgId, locationId ?? null);
  });
  const now = ctx.now().epochMilliseconds;
  const data = rows
    .filter((row) => can(ctx.actor, 'kiosk:manage', { locationId: row.locationId }))
    .map((row) => presentKiosk(ctx.actor, row, now));
  return { data, meta: { count: data.length } };
}
