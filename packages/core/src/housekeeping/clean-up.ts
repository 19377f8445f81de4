import { deleteOutdated } from '@vaktplan/db/queries/job-runs';
import { deleteSyncCursors } from '@vaktplan/db/queries/sync';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { CURSOR_DAYS } from '../sync/sync-phone.ts';
import { DEFAULT_RETENTION, type Retention } from './retention.ts';

/**
 * Deletes the organisation's idempotency keys, finished job runs and read notifications that are older than they are kept,
 * and phones' cursors that are too old to be gone on with. Returns how many of each.
 */
export const cleanUp = (
  ctx: Ctx,
  keep: Retention = DEFAULT_RETENTION,
): Promise<{ keys: number; runs: number; notifications: number; cursors: number }> =>
  transact(ctx, 'housekeeping.clean-up', async (tx) => {
    const before = (hours: number) => ctx.now().subtract({ hours }).toString();
    const deleted = await deleteOutdated(tx, ctx.orgId, {
      keys: before(keep.keyHours),
      runs: before(24 * keep.jobRunDays),
      notifications: before(24 * keep.notificationDays),
    });
    return { ...deleted, cursors: await deleteSyncCursors(tx, ctx.orgId, before(24 * CURSOR_DAYS)) };
  });
