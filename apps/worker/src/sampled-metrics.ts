import type { Metrics } from '@vaktplan/platform/metrics';
import type { Redis } from 'ioredis';
import type { Pool } from 'pg';

/** Tables whose size says how much the product is used. */
const COUNTED = ['employees', 'shifts', 'time_entries', 'shift_publications', 'notifications'];

/** How much there is of what the business is about: organisations counted, the rest as Postgres estimates it. */
export function measureBusiness(metrics: Metrics, relayPool: Pool): void {
  metrics.sampled(
    { name: 'organizations', help: 'Organisations of this installation', labels: [] },
    async (set) => {
      const { rows } = await relayPool.query<{ count: number }>(
        'select count(*) as count from organizations',
      );
      set({}, rows[0]?.count ?? 0);
    },
  );
  metrics.sampled(
    { name: 'rows_estimated', help: 'Rows of a table, as its statistics have them', labels: ['table'] },
    async (set) => {
      const { rows } = await relayPool.query<{ name: string; rows: number }>(
        `select relname as name, greatest(reltuples, 0)::float8 as rows from pg_class
         where relnamespace = 'public'::regnamespace and relname = any($1)`,
        [COUNTED],
      );
      for (const row of rows) set({ table: row.name }, row.rows);
    },
  );
}

/** How often what was looked for was at hand: pages in Postgres' memory, keys in Redis. Since the servers began. */
export function measureCaches(metrics: Metrics, pool: Pool, redis: Redis): void {
  metrics.sampled(
    { name: 'cache_lookups', help: 'Lookups in a cache by outcome', labels: ['cache', 'outcome'] },
    async (set) => {
      const { rows } = await pool.query<{ hit: number; miss: number }>(
        'select blks_hit as hit, blks_read as miss from pg_stat_database where datname = current_database()',
      );
      set({ cache: 'postgres', outcome: 'hit' }, rows[0]?.hit ?? 0);
      set({ cache: 'postgres', outcome: 'miss' }, rows[0]?.miss ?? 0);
      const stats = await redis.info('stats');
      const figure = (name: string): number =>
        Number(new RegExp(`^${name}:(\\d+)`, 'm').exec(stats)?.[1] ?? 0);
      set({ cache: 'redis', outcome: 'hit' }, figure('keyspace_hits'));
      set({ cache: 'redis', outcome: 'miss' }, figure('keyspace_misses'));
    },
  );
}
