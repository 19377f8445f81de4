import type pg from 'pg';

/** The newest migration when the bundle was built; sources that run unbundled know none. */
declare const LATEST_MIGRATION: string | undefined;

/**
 * A health check that fails until the database has the newest migration this process was built for. One that has more is
 * well: the next version is being rolled out. What was found once is not asked again.
 */
export function createSchemaCheck(
  pool: pg.Pool,
  wanted = typeof LATEST_MIGRATION === 'undefined' ? undefined : LATEST_MIGRATION,
): () => Promise<void> {
  let found = wanted === undefined;
  return async () => {
    if (found) return;
    const { rowCount } = await pool.query('select from drizzle.__drizzle_migrations where name = $1', [
      wanted,
    ]);
    found = rowCount === 1;
    if (!found) throw new Error(`the database lacks the migration ${wanted}: run the migrations`);
  };
}
