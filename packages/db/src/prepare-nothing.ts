import type pg from 'pg';

/**
 * Takes the names off all statements of a pool: the next transaction may run on another connection of the server, which has
 * not prepared them. They are parsed each time then.
 */
export function prepareNothing(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown;
    client.query = ((first: unknown, ...rest: unknown[]) => {
      const isNamed = typeof first === 'object' && first !== null && 'name' in first && 'text' in first;
      return query(isNamed ? { ...first, name: undefined } : first, ...rest);
    }) as typeof client.query;
  });
}
