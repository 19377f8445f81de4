import type { Pool, PoolClient } from 'pg';

// Work on the partitions of `events`, as the role vaktplan_relay, which sees every organisation.

/** Makes what is missing of the coming months; gives how many partitions were made. */
export async function makeEventMonths(pool: Pool, months: number): Promise<number> {
  const { rows } = await pool.query<{ made: number }>('select make_event_partitions($1) as made', [months]);
  return rows[0]?.made ?? 0;
}

/** Why a month cannot go yet: an event in it was not told, or is not in the audit chain. */
export type Retirement = { dropped: string[]; held: 'untold' | 'unsealed' | undefined };

/**
 * Removes the events of months that ended by `before` (ISO, the first instant of a month), and their links of the audit chain;
 * the chain goes on from the last of them. Nothing goes while something in it is needed.
 * @throws when `before` lies later than Postgres' own month: a clock that is wrong must not cost anything
 */
export async function retireEvents(pool: Pool, before: string): Promise<Retirement> {
  const client = await pool.connect();
  let broken: Error | undefined;
  try {
    await client.query('begin');
    const retirement = await retire(client, before);
    await client.query('commit');
    return retirement;
  } catch (error) {
    await client.query('rollback').catch((failure: Error) => (broken = failure));
    throw error;
  } finally {
    client.release(broken);
  }
}

async function retire(client: PoolClient, before: string): Promise<Retirement> {
  const { rows: clocks } = await client.query<{ late: boolean }>(
    `select $1::timestamptz > date_trunc('month', now(), 'UTC') as late`,
    [before],
  );
  if (clocks[0]?.late) throw new Error(`events until ${before} are not old by the clock of Postgres`);
  const ask = async (condition: string): Promise<boolean> => {
    const { rows } = await client.query<{ found: boolean }>(
      `select exists (select from events e where e.event_id < first_event_id($1) and ${condition}) as found`,
      [before],
    );
    return rows[0]?.found ?? false;
  };
  if (!(await ask('true'))) return { dropped: [], held: undefined };
  if (await ask('e.dispatched_at is null')) return { dropped: [], held: 'untold' };
  const unsealed = `not exists (select from audit_links l
    where l.organization_id = e.organization_id and l.event_id = e.event_id)`;
  if (await ask(unsealed)) return { dropped: [], held: 'unsealed' };

  // links lie nearly in the order of ids: all before the first that is kept go, the few old ones behind it stay
  await client.query(
    `with cut as (
       select h.organization_id, coalesce(kept.seq, h.seq + 1) as first from audit_heads h
       left join lateral (select l.seq from audit_links l where l.organization_id = h.organization_id and l.seq > h.base_seq
         and l.event_id >= first_event_id($1) order by l.seq limit 1) kept on true),
     base as (
       select c.organization_id, l.seq, l.hash from cut c
       join audit_links l on l.organization_id = c.organization_id and l.seq = c.first - 1),
     gone as (delete from audit_links l using base b where l.organization_id = b.organization_id and l.seq <= b.seq)
     update audit_heads h set retired_before = first_event_id($1),
       base_seq = coalesce((select b.seq from base b where b.organization_id = h.organization_id), h.base_seq),
       base_hash = coalesce((select b.hash from base b where b.organization_id = h.organization_id), h.base_hash)`,
    [before],
  );
  const { rows } = await client.query<{ dropped: string[] }>('select drop_event_partitions($1) as dropped', [
    before,
  ]);
  return { dropped: rows[0]?.dropped ?? [], held: undefined };
}
