import type { Tx } from '../database.ts';

const COLUMNS = {
  location: 'location_id',
  department: 'department_id',
  position: 'position_id',
} as const;

/** Does a shift that has not ended by `now` use this location, department or position? Published copies count too. */
export async function isPlannedAfter(
  tx: Tx,
  orgId: string,
  what: keyof typeof COLUMNS,
  id: string,
  now: string,
): Promise<boolean> {
  const column = COLUMNS[what];
  const { rows } = await tx.$client.query<{ planned: boolean }>({
    name: `planned_after_${what}`,
    // the business day bounds the index scan; two days back covers a shift of 24 hours in any zone
    text: `select exists (
             select 1 from shifts s left join shift_publications p
               on p.organization_id = s.organization_id and p.id = s.publication_id
             where s.organization_id = $1 and s.local_date >= ($3::timestamptz - interval '2 days')::date
               and ((s.deleted_at is null and s.ends_at > $3 and s.${column} = $2)
                 or (p.kind = 'published' and p.ends_at > $3 and p.${column} = $2))
           ) as planned`,
    values: [orgId, id, now],
  });
  return rows[0]?.planned === true;
}
