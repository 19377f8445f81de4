import { drizzle, type NodePgDatabase } from 'drizzle-orm/node-postgres';
import type { Tracing } from '@vaktplan/platform/tracing';
import pg from 'pg';
import { createFlightSocket } from './flight-socket.ts';
import { toIso } from './iso.ts';
import { sortableLsn } from './lsn.ts';
import { prepareNothing } from './prepare-nothing.ts';
import { tracePool } from './trace-pool.ts';
import { isSilent, watchPool } from './watch-pool.ts';

/** One transaction inside one organisation: Drizzle for ordinary statements, `$client` for the few hand-tuned ones. */
export type Tx = NodePgDatabase & { $client: pg.PoolClient };

/** A statement of a hot path: prepared once a connection under `name`. */
export type Statement = { name: string; text: string; values: unknown[] };

export type Database = {
  /** Runs `work` in a transaction that sees and writes only this organisation's rows. */
  transaction<T>(organizationId: string, work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Reads with known statements: tenant, statements and commit travel in one round trip. Rows in the order asked. */
  read(organizationId: string, statements: Statement[]): Promise<Record<string, unknown>[][]>;
  /** Is the database answering? */
  ping(): Promise<void>;
  pool: pg.Pool;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  url: string;
  max?: number;
  statementTimeoutMs?: number;
  /** Behind a pooler that hands connections on after each transaction: no session settings, no prepared statements. */
  pooled?: boolean;
  /** Told after each transaction that wrote, before its caller: how far the log then went (`sortableLsn`). */
  onWrite?: ((organizationId: string, lsn: string) => Promise<void>) | undefined;
  /** undefined: statements are not traced, and nothing is wrapped */
  tracing?: Tracing | undefined;
};

const TIMESTAMPTZ = 1184;
const DATE = 1082;
const INT8 = 20;
const types: pg.CustomTypesConfig = {
  getTypeParser: ((oid: number, format?: 'text' | 'binary') => {
    if (oid === TIMESTAMPTZ) return toIso;
    if (oid === DATE) return (text: string) => text;
    if (oid === INT8) return Number;
    return pg.types.getTypeParser(oid, format as 'text');
  }) as pg.CustomTypesConfig['getTypeParser'],
};

/** A pool of connections for one role. Sessions run in UTC; a statement that hangs is ended by Postgres. */
export function createPool(asked: DatabaseOptions): pg.Pool {
  const { url, max = 10, statementTimeoutMs = 5000, tracing, pooled = false } = asked;
  const config: pg.PoolConfig & { pipeline: boolean } = {
    connectionString: url,
    max,
    types,
    // BEGIN, the tenant and the first statement go out together instead of waiting for each other
    pipeline: true,
    stream: createFlightSocket,
    connectionTimeoutMillis: 4000,
  };
  // behind a pooler the roles' own settings hold, see ensureLoginRoles
  if (!pooled) {
    config.options = `-c timezone=UTC -c statement_timeout=${statementTimeoutMs} -c lock_timeout=4000 -c idle_in_transaction_session_timeout=15000`;
  }
  const pool = new pg.Pool(config);
  // an idle connection that Postgres drops is replaced at the next use; without a listener it would end the process
  pool.on('error', () => undefined);
  watchPool(pool, url, statementTimeoutMs + 1000);
  if (pooled) prepareNothing(pool);
  if (tracing) tracePool(pool, tracing);
  return pool;
}

const ABORTED = '25P02';

/** What made the transactions of each connection fail, last. */
const failures = new WeakMap<object, pg.DatabaseError>();

const noteFailures = (client: pg.PoolClient): void => {
  const { connection } = client as unknown as { connection: NodeJS.EventEmitter };
  connection.on('errorMessage', (error: pg.DatabaseError) => {
    if (error.code !== ABORTED) failures.set(client, error);
  });
};

/** Of statements that went out together one may fail because of another: that other one is what its caller must know. */
const reasonOf = (client: pg.PoolClient, error: unknown): unknown =>
  sqlError(error)?.state === ABORTED ? (failures.get(client) ?? error) : error;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

// one message instead of two: it is sent before every transaction's own statements
const beginFor = (organizationId: string, mode: '' | ' read only'): string => {
  if (!UUID.test(organizationId)) throw new Error('an organisation is named by a UUID');
  return `begin${mode}; select set_config('app.organization_id', '${organizationId}', true)`;
};

async function commit(client: pg.PoolClient): Promise<undefined> {
  const { command } = await client.query('commit');
  // after a failed statement whose error was swallowed, Postgres answers COMMIT without an error
  if (command !== 'COMMIT') throw new Error('the transaction was rolled back: a statement in it failed');
}

/** Commits and gives the end of the log if anything was written, in one round trip. */
async function commitMarked(client: pg.PoolClient): Promise<string | undefined> {
  const answers = await client.query(
    'select pg_current_xact_id_if_assigned() is not null as wrote; commit; select pg_current_wal_insert_lsn()::text as lsn',
  );
  const [before, , after] = answers as unknown as pg.QueryResult<{ wrote: boolean; lsn: string }>[];
  const lsn = after?.rows[0]?.lsn;
  return before?.rows[0]?.wrote && lsn ? sortableLsn(lsn) : undefined;
}

const commits = new WeakMap<pg.PoolClient, () => Promise<unknown>>();

/**
 * Sends the commit right behind a transaction's last statements, which have been sent, instead of waiting for them: one
 * round trip less. Nothing may follow. Throws what a statement was refused with; then nothing of the transaction has happened.
 */
export async function commitBehind(tx: Tx, statements: readonly Promise<unknown>[]): Promise<void> {
  await Promise.all([...statements, commits.get(tx.$client)?.()]);
}

/** What is done inside does not end the transaction by `commitBehind`: more of others follows. */
export const staysOpen = (tx: Tx): unknown => commits.delete(tx.$client);

/** The product's database as one role sees it: every access is inside one organisation. */
export function createDatabase(options: DatabaseOptions): Database {
  const pool = createPool(options);
  pool.on('connect', noteFailures);
  const wrapped = new WeakMap<pg.PoolClient, Tx>();
  const wrap = (client: pg.PoolClient): Tx => {
    let tx = wrapped.get(client);
    if (!tx) wrapped.set(client, (tx = drizzle({ client })));
    return tx;
  };

  return {
    pool,
    ping: async () => {
      await pool.query('select 1');
      // requests are refused until it has been asked: who is told that it answers must not be refused then
      if (isSilent(pool)) throw new Error('Postgres was silent a moment ago');
    },
    close: () => pool.end(),

    async transaction(organizationId, work) {
      const begin = beginFor(organizationId, '');
      const client = await pool.connect();
      let broken: Error | undefined;
      let done: { result: Awaited<ReturnType<typeof work>>; written: string | undefined };
      let committing: Promise<string | undefined> | undefined;
      const end = () => (committing ??= options.onWrite ? commitMarked(client) : commit(client));
      commits.set(client, end);
      try {
        const opened = client.query(begin);
        // `work` waits for nothing: its first statement follows BEGIN on the wire. If BEGIN failed, so does it.
        const [result] = await Promise.all([work(wrap(client)), opened]);
        done = { result, written: await end() };
      } catch (error) {
        const reason = reasonOf(client, error);
        await client.query('rollback').catch((e: Error) => (broken = e));
        throw reason;
      } finally {
        client.release(broken);
      }
      if (done.written) await options.onWrite?.(organizationId, done.written);
      return done.result;
    },

    async read(organizationId, statements) {
      const begin = beginFor(organizationId, ' read only');
      const client = await pool.connect();
      let broken: Error | undefined;
      try {
        const opened = client.query(begin);
        const rows = statements.map((s) =>
          client.query<Record<string, unknown>>(s).then((result) => result.rows),
        );
        const all = await Promise.allSettled([opened, ...rows, client.query('commit')]);
        const failed = all.find((part) => part.status === 'rejected');
        if (failed) throw failed.reason;
        return await Promise.all(rows);
      } catch (error) {
        if (!isSqlError(error)) broken = error as Error;
        throw error;
      } finally {
        client.release(broken);
      }
    },
  };
}

/** The SQLSTATE and constraint of a failed statement, also when Drizzle has wrapped it. */
export function sqlError(error: unknown): { state: string; constraint: string | undefined } | undefined {
  const seen = error instanceof Error && error.cause instanceof Error ? error.cause : error;
  return isSqlError(seen) ? { state: seen.code as string, constraint: seen.constraint } : undefined;
}

const isSqlError = (error: unknown): error is pg.DatabaseError =>
  error instanceof Error && /^[0-9A-Z]{5}$/.test(String((error as pg.DatabaseError).code));
