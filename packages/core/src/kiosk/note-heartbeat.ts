import { Temporal } from 'temporal-polyfill';
import type { Heartbeat, HeartbeatAnswer } from '@vaktplan/contracts/http/kiosk';
import { noteKioskSeen } from '@vaktplan/db/queries/kiosks';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { kioskOf } from './kiosk-actor.ts';
import { TOKEN_DAYS } from './renew-kiosk-token.ts';

const MOST_SKEW_MS = 2_000_000_000;

/** The tablet says that it is there and what its clock says; it is told ours. Errors: forbidden. */
export function noteHeartbeat(ctx: Ctx, { deviceTime }: Heartbeat): Promise<HeartbeatAnswer> {
  const { deviceId } = kioskOf(ctx);
  const now = ctx.now();
  const skew = Temporal.Instant.from(deviceTime).epochMilliseconds - now.epochMilliseconds;
  const clockSkewMs = Math.max(-MOST_SKEW_MS, Math.min(MOST_SKEW_MS, skew));
  return transact(ctx, 'kiosk.heartbeat', async (tx) => {
    const seen = { now: now.toString(), clockSkewMs };
    const issuedAt = await noteKioskSeen(tx, ctx.orgId, deviceId, seen);
    const old = now.subtract({ hours: TOKEN_DAYS * 24 }).epochMilliseconds;
    const renewToken = issuedAt !== undefined && Date.parse(issuedAt) < old;
    return { serverTime: now.toString(), renewToken };
  });
}
