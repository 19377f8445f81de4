import type { Tx } from '../database.ts';

/** How many refusals of the actor are written down since then. Held until the transaction ends: nobody else counts meanwhile. */
export async function countRefusals(
  tx: Tx,
  orgId: string,
  { actorId, since, most }: { actorId: string; since: string; most: number },
): Promise<number> {
  const held = tx.$client.query({
    name: 'refusals_hold',
    text: "select pg_advisory_xact_lock(hashtextextended('refused:' || $1, 0))",
    values: [actorId],
  });
  const counted = tx.$client.query<{ refusals: number }>({
    name: 'refusals_count',
    text: `select count(*)::int as refusals from (
             select metadata from events where organization_id = $1 and aggregate_type = 'actor' and aggregate_id = $2
             order by position desc limit $4) latest
           where (metadata->>'timestamp')::timestamptz > $3`,
    values: [orgId, actorId, since, most],
  });
  const [, { rows }] = await Promise.all([held, counted]);
  return rows[0]?.refusals ?? 0;
}
