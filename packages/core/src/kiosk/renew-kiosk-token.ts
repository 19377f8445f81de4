import { setKioskToken } from '@vaktplan/db/queries/kiosks';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { kioskOf } from './kiosk-actor.ts';
import { kioskTokenHash, newKioskToken } from './kiosk-token.ts';

/** A tablet asks for a new token when its own is this old. */
export const TOKEN_DAYS = 7;

/** Gives the tablet a new token; `used`, the one it asks with, stays good until the new one is used. Errors: forbidden. */
export function renewKioskToken(ctx: Ctx, used: string): Promise<string> {
  const { deviceId } = kioskOf(ctx);
  const token = newKioskToken(ctx.orgId, deviceId);
  return transact(ctx, 'kiosk.renewToken', async (tx) => {
    const hashes = { tokenHash: kioskTokenHash(token), usedHash: kioskTokenHash(used) };
    await setKioskToken(tx, ctx.orgId, deviceId, { ...hashes, now: ctx.now().toString() });
    return token;
  });
}
