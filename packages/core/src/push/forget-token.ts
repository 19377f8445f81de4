import { forgetPushToken } from '@vaktplan/db/queries/devices';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

/**
 * Nothing is sent to this token any more; the device stays in its person's list. `since` (milliseconds since the epoch) is
 * when the service lost it: one that was registered after that stands.
 */
export const forgetToken = (
  ctx: Ctx,
  gone: { deviceId: string; token: string; since: number | undefined },
): Promise<void> =>
  transact(ctx, 'push.forget-token', (tx) =>
    forgetPushToken(tx, ctx.orgId, {
      id: gone.deviceId,
      token: gone.token,
      seenUntil: gone.since === undefined ? null : new Date(gone.since).toISOString(),
    }),
  );
