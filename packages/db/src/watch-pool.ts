import pg from 'pg';

const LOOK_MS = 500;
/** Without a word for this long, somebody waiting, Postgres is asked on a connection of its own. */
const LOOKS_BEFORE_ASKING = 4;
const ASKING_MS = 1_000;

type Watch = { silent: boolean };
const watches = new WeakMap<pg.Pool, Watch>();

/**
 * Does Postgres keep its connections open and say nothing, as a server that was stopped in the middle does? Told about
 * three seconds after its last word, and until it answers again. A server that is gone refuses by itself.
 */
export const isSilent = (pool: pg.Pool): boolean => watches.get(pool)?.silent ?? false;

/** The socket, or the TLS around it: not in the driver's types. */
const streamOf = (client: object): { bytesRead?: number; destroy: () => void } =>
  (client as { connection: { stream: { bytesRead?: number; destroy: () => void } } }).connection.stream;

/** One question on a connection of its own. */
async function answers(url: string): Promise<boolean> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: ASKING_MS,
    query_timeout: ASKING_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return true;
  } catch (error) {
    // too many connections, or just starting: a refusal is an answer
    return /^[0-9A-Z]{5}$/.test(String((error as { code?: unknown }).code));
  } finally {
    // a server that is silent does not say good-bye either
    streamOf(client).destroy();
  }
}

/**
 * Looks twice a second at the connections that are at work. One that has been given no byte for `longestMs` is cut, so that
 * its caller is told and the pool gets its place back: a statement's own limit is kept by Postgres, which may be what hangs.
 * Costs a query nothing.
 */
export function watchPool(pool: pg.Pool, url: string, longestMs: number): void {
  const watch: Watch = { silent: false };
  watches.set(pool, watch);
  const clients = new Map<pg.PoolClient, { works: boolean; bytes: number; quiet: number }>();
  let quiet = 0;
  let asking = false;
  pool.on('connect', (client) => {
    quiet = 0;
    clients.set(client, { works: true, bytes: 0, quiet: 0 });
    // between two statements of a transaction nobody listens, and an error that nobody hears ends the process
    client.on('error', () => undefined);
  });
  pool.on('acquire', (client) => {
    const seen = clients.get(client);
    if (!seen) return;
    seen.works = true;
    seen.quiet = 0;
  });
  pool.on('release', (_error, client) => {
    const seen = clients.get(client);
    if (seen) seen.works = false;
  });
  pool.on('remove', (client) => clients.delete(client));

  const ask = async (): Promise<void> => {
    asking = true;
    watch.silent = !(await answers(url));
    if (!watch.silent) quiet = 0;
    asking = false;
  };
  const look = (): void => {
    if (pool.ending) return clearInterval(timer);
    let heard = false;
    for (const [client, seen] of clients) {
      const bytes = streamOf(client).bytesRead ?? 0;
      if (bytes !== seen.bytes) {
        heard = true;
        Object.assign(seen, { bytes, quiet: 0 });
      } else if (seen.works && ++seen.quiet * LOOK_MS >= longestMs) {
        streamOf(client).destroy();
      }
    }
    const isAwaited = pool.totalCount > pool.idleCount;
    quiet = heard || !isAwaited ? 0 : quiet + 1;
    if ((watch.silent || quiet >= LOOKS_BEFORE_ASKING) && !asking) void ask();
  };
  const timer = setInterval(look, LOOK_MS).unref();
}
