import { deleteOutdated } from '@vaktplan/db/queries/job-runs';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';

const HOURS_OF_KEYS = 24;
const HOURS_OF_RUNS = 30 * 24;

/**
 * Deletes the organisation's idempotency keys older than a day and its finished job runs older than thirty.
 * Returns how many of each.
 */
export const cleanUp = (ctx: Ctx): Promise<{ keys: number; runs: number }> =>
  transact(ctx, 'housekeeping.clean-up', (tx) => {
    const before = (hours: number) => ctx.now().subtract({ hours }).toString();
    return deleteOutdated(tx, ctx.orgId, { keys: before(HOURS_OF_KEYS), runs: before(HOURS_OF_RUNS) });
  });
