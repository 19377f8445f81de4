import { createDatabase, sqlError, type Database, type DatabaseOptions } from './database.ts';
import { sortableLsn } from './lsn.ts';

export type ReplicaOptions = DatabaseOptions & {
  primary: Database;
  /** Behind further than this it is not read at all; shorter than marks of writes are kept. */
  longestLagMs?: number;
  pollMs?: number;
};

export type Replica = {
  database: Database;
  /** Has it everything up to this place of the log? Undefined: all but the last `longestLagMs`. By the last look at it. */
  covers(lsn: string | undefined): boolean;
  /** It did not answer: not to be asked before the next look. */
  missed(): void;
  state(): { state: 'used' | 'behind' | 'down'; lagMs: number | undefined };
  close(): Promise<void>;
};

/**
 * A streaming replica, watched: twice a second the primary says how far its log goes and the replica how far it has replayed.
 * That also shows a replica that has lost its connection, which itself does not know that it is behind.
 */
export function createReplica({
  primary,
  longestLagMs = 10_000,
  pollMs = 500,
  ...options
}: ReplicaOptions): Replica {
  const database = createDatabase(options);
  /** Where the primary's log ended at which time, oldest first. */
  let samples: { at: number; lsn: string }[] = [];
  let replayed: string | undefined;
  let currentAsOf: number | undefined;
  let closed = false;

  const look = async (): Promise<void> => {
    const at = performance.now();
    const [written, seen] = await Promise.allSettled([
      primary.pool.query<{ lsn: string }>('select pg_current_wal_flush_lsn()::text as lsn'),
      database.pool.query<{ lsn: string | null }>('select pg_last_wal_replay_lsn()::text as lsn'),
    ]);
    const end = written.status === 'fulfilled' ? written.value.rows[0]?.lsn : undefined;
    if (end) samples.push({ at, lsn: sortableLsn(end) });
    const lsn = seen.status === 'fulfilled' ? seen.value.rows[0]?.lsn : undefined;
    replayed = lsn ? sortableLsn(lsn) : undefined;
    if (replayed === undefined) return;
    const has = replayed;
    currentAsOf = samples.findLast((sample) => sample.lsn <= has)?.at ?? currentAsOf;
    samples = samples.filter((sample) => sample.lsn > has).slice(-600);
  };
  let timer: NodeJS.Timeout | undefined;
  const watch = async (): Promise<void> => {
    await look();
    if (!closed) timer = setTimeout(() => void watch(), pollMs).unref();
  };
  void watch();

  const lag = (): number | undefined => currentAsOf && performance.now() - currentAsOf;
  const state = (): 'used' | 'behind' | 'down' => {
    if (replayed === undefined) return 'down';
    return (lag() ?? Infinity) <= longestLagMs + pollMs ? 'used' : 'behind';
  };
  return {
    database,
    covers: (asked) =>
      state() === 'used' && (asked === undefined || (replayed !== undefined && asked <= replayed)),
    missed: () => (replayed = undefined),
    state: () => ({ state: state(), lagMs: lag() }),
    close: async () => {
      closed = true;
      clearTimeout(timer);
      await database.close();
    },
  };
}

/** The place in the log of the organisation's last write, sortable; undefined: none lately; null: nobody can tell. */
export type LastWrite = (organizationId: string) => Promise<string | undefined | null>;

/**
 * The database for reads that may come from the replica: from the primary as soon as the replica lacks something that the
 * organisation has written, lags, or does not answer. Work that turns out to write is done again on the primary.
 */
export function readFromReplica(
  primary: Database,
  replica: Replica,
  lastWrite: LastWrite,
  count: (source: 'replica' | 'primary') => void = () => undefined,
): Database {
  const either = async <T>(organizationId: string, work: (database: Database) => Promise<T>): Promise<T> => {
    const written = replica.covers(undefined) ? await lastWrite(organizationId) : null;
    if (written === null || !replica.covers(written)) {
      count('primary');
      return work(primary);
    }
    try {
      const result = await work(replica.database);
      count('replica');
      return result;
    } catch (error) {
      const why = turnedAway(error);
      if (!why) throw error;
      if (why === 'gone') replica.missed();
      count('primary');
      return work(primary);
    }
  };
  return {
    ...primary,
    transaction: (organizationId, work) =>
      either(organizationId, (db) => db.transaction(organizationId, work)),
    read: (organizationId, statements) => either(organizationId, (db) => db.read(organizationId, statements)),
  };
}

const READ_ONLY = '25006';
const CONFLICT_WITH_RECOVERY = '40001';

/** Is it the replica's own doing? Then the primary may answer. */
function turnedAway(error: unknown): 'gone' | 'refused' | undefined {
  const seen = sqlError(error);
  if (seen) {
    if (seen.state === READ_ONLY || seen.state === CONFLICT_WITH_RECOVERY) return 'refused';
    // shut down, starting, connection failure, too many connections
    return /^(57P0[1-5]|08...|53300)$/.test(seen.state) ? 'gone' : undefined;
  }
  for (let at: unknown = error; at instanceof Error; at = at.cause) {
    const code = String((at as NodeJS.ErrnoException).code);
    if (/^E(CONN|PIPE|TIMEDOUT|NOTFOUND|AI_AGAIN|HOSTUNREACH|NETUNREACH)/.test(code)) return 'gone';
    if (/^(Connection terminated|timeout exceeded when trying to connect)/.test(at.message)) return 'gone';
  }
  return undefined;
}
