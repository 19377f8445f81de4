import type { Redis } from 'ioredis';
import type { Pool } from 'pg';

/** What a restart or a failover may take with it: Redis writes to its disk and its replicas afterwards. */
const TAIL = '1 minute';
/** What an emptied Redis is told again; what is older was done or has failed for good. */
const EVERYTHING = '1 day';

/**
 * Looks whether Redis may have lost jobs, and undispatches the events that they came from; handlers drop what they did
 * already. `mark` holds the run id of the server that we last met: another run may have lost the last moments, a server
 * without a mark has lost everything. The mark follows the commit: a crash between repeats this, never skips it.
 * @returns what was lost and how many events are told again; undefined when it is the same server as before
 */
export async function redeliverAfterLoss(
  pool: Pool,
  redis: Redis,
  mark: string,
): Promise<{ lost: 'tail' | 'everything'; events: number } | undefined> {
  const [met, info] = await Promise.all([redis.get(mark), redis.info('server')]);
  const run = /^run_id:(\S+)/m.exec(info)?.[1] ?? 'unknown';
  if (met === run) return undefined;
  const lost = met === null ? 'everything' : 'tail';
  const { rowCount } = await pool.query(
    'update events set dispatched_at = null where dispatched_at > now() - $1::interval',
    [lost === 'tail' ? TAIL : EVERYTHING],
  );
  await redis.set(mark, run);
  return { lost, events: rowCount ?? 0 };
}
