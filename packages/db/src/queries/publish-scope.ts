import type { Tx } from '../database.ts';

/** What is to be published or compared: a range of a location, or named shifts of it. */
export type PublishScope = {
  locationId: string;
  startDate: string;
  endDate: string;
  /** Asked for; undefined: all. */
  departmentIds?: string[] | undefined;
  /** Those the actor may publish here; undefined: all. */
  permitted?: string[] | undefined;
  /** Named shifts, wherever they lie by now. */
  shiftIds?: string[] | undefined;
};

export const scopeValues = (orgId: string, scope: PublishScope) => [
  orgId,
  scope.locationId,
  scope.startDate,
  scope.endDate,
  scope.departmentIds ?? scope.permitted ?? null,
  scope.shiftIds ?? null,
];

// The plan and the snapshots by their own index of days: the "or" over both would read every shift there ever was.
const NEAR = `select unnest($6::uuid[]) union
  select id from shifts where $6::uuid[] is null and organization_id = $1 and location_id = $2 and local_date between $3 and $4 union
  select shift_id from shift_publications where $6::uuid[] is null and organization_id = $1 and location_id = $2 and local_date between $3 and $4`;

const inside = (
  alias: string,
) => `(${alias}.location_id = $2 and ($5::uuid[] is null or ${alias}.department_id = any($5))
  and ($6::uuid[] is not null or ${alias}.local_date between $3 and $4))`;

/** Shifts `w` whose plan or whose published copy `p` lies in the scope, and that somebody can see. */
export const IN_SCOPE = `from shifts w
  left join shift_publications p on p.organization_id = w.organization_id and p.id = w.publication_id
  where w.organization_id = $1 and w.id = any(array(${NEAR})) and (${inside('w')} or ${inside('p')})
    and (w.deleted_at is null or w.publication_id is not null)`;
/** Those of them that employees see inside the scope. */
export const SEEN_IN_SCOPE = `from shifts w
  join shift_publications p on p.organization_id = w.organization_id and p.id = w.publication_id
  where w.organization_id = $1 and w.id = any(array(${NEAR})) and ${inside('p')}`;
/** Not as published. */
export const CHANGED = `(w.publication_id is null or w.deleted_at is not null or w.published_version <> w.version)`;

/**
 * Is the plan of shift `w` what employees will see? Not when it is deleted, nor when it has left for another location or
 * for a department that the actor may not publish: then it only leaves here, and waits there to be published.
 */
export const staysSql = (location: string, permitted: string) =>
  `(w.deleted_at is null and w.location_id = ${location} and (${permitted}::uuid[] is null or w.department_id = any(${permitted})))`;

/**
 * Locks the shifts of the scope and says which they are, in order of id. What is then read of them is newest: an edit that
 * was on its way is in, one that comes later waits. `published`: all that employees see, instead of all that changed.
 */
export async function lockPublishScope(
  tx: Tx,
  orgId: string,
  scope: PublishScope,
  which: 'changed' | 'published',
): Promise<string[]> {
  const from = which === 'changed' ? `${IN_SCOPE} and ${CHANGED}` : SEEN_IN_SCOPE;
  const { rows } = await tx.$client.query<{ ids: string[] }>({
    name: `publish_lock_${which}`,
    text: `select coalesce(array_agg(id), '{}') as ids from (select w.id ${from} order by w.id for update of w) locked`,
    values: scopeValues(orgId, scope),
  });
  return rows[0]?.ids ?? [];
}

/** Where each of the named shifts is planned and seen, of those that the location has. */
export async function findNamedShifts(
  tx: Tx,
  orgId: string,
  locationId: string,
  shiftIds: readonly string[],
): Promise<{ departmentIds: string[] }[]> {
  const { rows } = await tx.$client.query<{ departmentIds: string[] }>({
    name: 'publish_named',
    text: `select array_remove(array[case when w.location_id = $2 then w.department_id end,
        case when p.location_id = $2 then p.department_id end], null) as "departmentIds"
      from shifts w left join shift_publications p on p.organization_id = w.organization_id and p.id = w.publication_id
      where w.organization_id = $1 and w.id = any($3) and (w.location_id = $2 or p.location_id = $2)
        and (w.deleted_at is null or w.publication_id is not null)`,
    values: [orgId, locationId, shiftIds],
  });
  return rows;
}
