import { AppError } from '@vaktplan/contracts/errors';
import type { KioskCode } from '@vaktplan/contracts/http/kiosk';
import { lockKiosk, setKioskCode } from '@vaktplan/db/queries/kiosks';
import { authorize } from '../context/authorize.ts';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { CODE_MINUTES, kioskCodeHash, newKioskCode } from './kiosk-code.ts';
import { announceKiosk } from './kiosk.events.ts';
import { presentKiosk } from './kiosk.presenter.ts';

/**
 * Another one-time code for a kiosk: for a tablet that is new or was wiped. An earlier code ends now, the earlier tablet's
 * token when this code is used. Errors: not_found, forbidden.
 */
export const renewKioskCode = (ctx: Ctx, id: string, pinSecret: string): Promise<KioskCode> =>
  transact({ ...ctx, idempotency: undefined }, 'kiosk.renewCode', async (tx) => {
    const before = await lockKiosk(tx, ctx.orgId, id);
    if (!before) throw new AppError('not_found');
    authorize(ctx.actor, 'kiosk:manage', { locationId: before.locationId });
    const code = newKioskCode();
    const expiresAt = ctx.now().add({ minutes: CODE_MINUTES }).toString();
    const row = await setKioskCode(tx, ctx.orgId, id, kioskCodeHash(pinSecret, code), expiresAt);
    await announceKiosk(tx, ctx, 'kiosk.updated', row);
    return { kiosk: presentKiosk(ctx.actor, row, ctx.now().epochMilliseconds), code, expiresAt };
  });
