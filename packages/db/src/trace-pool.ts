import type { Tracing } from '@vaktplan/platform/tracing';
import type pg from 'pg';

type Query = (...parameters: unknown[]) => unknown;

/** Every statement of these connections becomes a span of the work that asks for it. Called only where traces are on. */
export function tracePool(pool: pg.Pool, tracing: Tracing): void {
  pool.on('connect', (client) => {
    client.query = tracedQuery(client.query.bind(client) as Query, tracing) as typeof client.query;
  });
  const query = pool.query.bind(pool) as Query;
  // the pool's own way runs a waiting statement in whichever work gives a connection back
  pool.query = (async (...parameters: unknown[]) => {
    if (typeof parameters.at(-1) === 'function') return query(...parameters);
    const client = await pool.connect();
    let broken: Error | undefined;
    try {
      return await (client.query as Query)(...parameters);
    } catch (error) {
      if (!(error instanceof Error && 'severity' in error)) broken = error as Error;
      throw error;
    } finally {
      client.release(broken);
    }
  }) as typeof pool.query;
}

const tracedQuery =
  (query: Query, tracing: Tracing): Query =>
  (...parameters) => {
    const parent = tracing.active();
    if (!parent) return query(...parameters);
    const { name, text } = statementOf(parameters[0]);
    const result = query(...parameters);
    if (!(result instanceof Promise)) return result;
    const span = tracing.start(name, {
      kind: 'client',
      parent,
      // the text has places for its values, never the values
      attributes: { 'db.system.name': 'postgresql', 'db.query.text': text },
    });
    result.then(
      () => span.end(),
      (error: unknown) => span.end(error),
    );
    return result;
  };

const statementOf = (asked: unknown): { name: string; text: string } => {
  const { name, text } =
    typeof asked === 'string'
      ? { name: undefined, text: asked }
      : (asked as { name?: string; text?: string });
  const words = (text ?? '').replaceAll(/\s+/g, ' ').trim();
  return { name: `postgres ${name ?? /^\w+/.exec(words)?.[0].toLowerCase() ?? 'query'}`, text: words };
};
