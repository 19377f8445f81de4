import { createDatabase, type Database } from '@vaktplan/db/database';
import { createReplica, readFromReplica } from '@vaktplan/db/replica';
import { measurePool } from '@vaktplan/platform/load-metrics';
import type { Metrics } from '@vaktplan/platform/metrics';
import type { Tracing } from '@vaktplan/platform/tracing';
import { createWriteMarks } from '@vaktplan/platform/write-marks';
import type { Redis } from 'ioredis';
import type { Env } from './env.ts';

export type Databases = {
  db: Database;
  /** For reads that may come from a replica. Without a replica the very same as `db`. */
  reads: Database;
  close: () => Promise<void>;
};

/** Opens the primary and, where one is set, its replica; nothing is waited for. */
export function openDatabases(
  env: Env,
  { redis, metrics, tracing }: { redis: Redis; metrics: Metrics; tracing: Tracing | undefined },
): Databases {
  const pooled = env.DATABASE_POOLER === 'transaction';
  const shared = { max: env.DATABASE_POOL, pooled, tracing };
  const marks = env.DATABASE_REPLICA_URL ? createWriteMarks(redis) : undefined;
  const db = createDatabase({ ...shared, url: env.DATABASE_URL, onWrite: marks?.mark });
  measurePool(metrics, 'app', db.pool);
  if (!env.DATABASE_REPLICA_URL || !marks) return { db, reads: db, close: () => db.close() };

  const replica = createReplica({ ...shared, url: env.DATABASE_REPLICA_URL, primary: db });
  measurePool(metrics, 'replica', replica.database.pool);
  const count = metrics.counter({
    name: 'db_reads_total',
    help: 'Reads that may come from the replica, by where they came from',
    labels: ['source'],
  });
  metrics.sampled(
    { name: 'db_replica', help: '1 for what the replica is: used, behind or down', labels: ['state'] },
    (set) => {
      const { state } = replica.state();
      for (const one of ['used', 'behind', 'down'] as const) set({ state: one }, one === state ? 1 : 0);
    },
  );
  metrics.sampled({ name: 'db_replica_lag_seconds', help: 'How far the replica is behind' }, (set) => {
    const { lagMs } = replica.state();
    if (lagMs !== undefined) set({}, lagMs / 1000);
  });
  return {
    db,
    reads: readFromReplica(db, replica, marks.last, (source) => count.inc({ source })),
    close: async () => {
      await Promise.all([replica.close(), db.close()]);
    },
  };
}
