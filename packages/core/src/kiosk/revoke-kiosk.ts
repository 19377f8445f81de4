import { AppError } from '@vaktplan/contracts/errors';
import { lockKiosk, revokeKioskRow } from '@vaktplan/db/queries/kiosks';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { announceKiosk } from './kiosk.events.ts';

/**
 * Ends a kiosk for good: its token and code are worth nothing from now on. Asks for no version: a stolen tablet must not
 * wait for somebody's change of its name. What it recorded stays. Errors: not_found, forbidden.
 */
export const revokeKiosk = (ctx: Ctx, id: string): Promise<void> =>
  transact(ctx, 'kiosk.revoke', async (tx) => {
    const row = await lockKiosk(tx, ctx.orgId, id);
    if (!row) throw new AppError('not_found');
    authorize(ctx.actor, 'kiosk:manage', { locationId: row.locationId });
    const version = await revokeKioskRow(tx, ctx.orgId, id, ctx.now().toString());
    await announceKiosk(tx, ctx, 'kiosk.revoked', { ...row, version });
  });
