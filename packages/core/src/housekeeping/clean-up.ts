import { deleteOutdated } from '@vaktplan/db/queries/job-runs';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { DEFAULT_RETENTION, type Retention } from './retention.ts';

/**
 * Deletes the organisation's idempotency keys, finished job runs and read notifications that are older than they are kept.
 * Returns how many of each.
 */
export const cleanUp = (
  ctx: Ctx,
  keep: Retention = DEFAULT_RETENTION,
): Promise<{ keys: number; runs: number; notifications: number }> =>
  transact(ctx, 'housekeeping.clean-up', (tx) => {
    const before = (hours: number) => ctx.now().subtract({ hours }).toString();
    return deleteOutdated(tx, ctx.orgId, {
      keys: before(keep.keyHours),
      runs: before(24 * keep.jobRunDays),
      notifications: before(24 * keep.notificationDays),
    });
  });
