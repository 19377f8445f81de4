import { sortableLsn } from '@vaktplan/db/lsn';
import type { WriteMarks } from '@vaktplan/platform/write-marks';
import type { PoolClient } from 'pg';
import type { ClaimedEvent } from './claim-events.ts';

/**
 * Before anybody is told: whoever looks again must not be shown a replica that has not got there. The writer marks as well, but
 * may not have come to it yet.
 */
export async function markWrites(
  client: PoolClient,
  claimed: readonly ClaimedEvent[],
  mark: WriteMarks['mark'] | undefined,
): Promise<void> {
  if (!mark) return;
  const { rows } = await client.query<{ lsn: string }>('select pg_current_wal_insert_lsn()::text as lsn');
  const lsn = sortableLsn(rows[0]?.lsn ?? '');
  const organizations = new Set(claimed.map(({ event }) => event.organizationId));
  await Promise.all([...organizations].map((id) => mark(id, lsn)));
}
