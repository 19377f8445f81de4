import { spawnSync } from 'node:child_process';
import path from 'node:path';
import pg from 'pg';

/** @typedef {{ organizations: number, checked: number, broken: string[] }} Chains */

/** How many rows each table has. @param {string} url of a superuser @returns {Promise<Record<string, number>>} */
export async function countRows(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    const { rows: tables } = await client.query(
      `select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') and not relispartition
       order by 1`,
    );
    /** @type {Record<string, number>} */
    const counts = {};
    for (const { relname } of tables) {
      const { rows } = await client.query(
        `select count(*)::int as count from ${pg.escapeIdentifier(relname)}`,
      );
      counts[relname] = rows[0].count;
    }
    return counts;
  } finally {
    await client.end();
  }
}

/**
 * Compares the events of every organisation with their chain.
 * @param {string} url of a superuser @param {string | undefined} secret AUDIT_SECRET of the worker
 * @returns {Chains}
 */
export function checkChains(url, secret) {
  const program = path.resolve(import.meta.dirname, '../../apps/worker/src/verify-audit.ts');
  const env = { ...process.env, OWNER_DATABASE_URL: url, AUDIT_SECRET: secret ?? '' };
  const run = spawnSync(process.execPath, [program], { env, encoding: 'utf8' });
  if (!run.stdout.startsWith('{')) throw new Error(`The chains could not be read:\n${run.stderr}`);
  return JSON.parse(run.stdout);
}
