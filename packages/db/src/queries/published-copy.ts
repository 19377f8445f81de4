import { sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { isoSql } from '../iso.ts';

/** What employees see of a shift: the snapshot its `publication_id` points at. Breaks in the plan's own order. */
export type PublishedCopy = {
  locationId: string;
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
  startsAt: string;
  endsAt: string;
  localDate: string;
  notes: string | null;
  breaks: { minutes: number; paid: boolean; startsAt: string | null }[];
};

const copy = (
  alias: string,
) => `json_build_object('locationId', ${alias}.location_id, 'departmentId', ${alias}.department_id,
  'positionId', ${alias}.position_id, 'employeeId', ${alias}.employee_id, 'startsAt', ${isoSql(`${alias}.starts_at`)},
  'endsAt', ${isoSql(`${alias}.ends_at`)}, 'localDate', ${alias}.local_date, 'notes', ${alias}.notes, 'breaks', ${alias}.breaks)`;

/**
 * The published copy of shift `s` as JSON where it is another than the plan, else NULL. A case and no join: the snapshot is looked up
 * for the few shifts that changed, not for each of a thousand.
 */
export const PUBLISHED_COPY = `case when s.publication_id is not null and s.published_version <> s.version then (
  select ${copy('p')} from shift_publications p where p.organization_id = s.organization_id and p.id = s.publication_id) end`;

/** The name of who changed shift `s` last; NULL when the product itself did. */
export const CHANGED_BY = `(select c.name from employees c where c.organization_id = s.organization_id and c.user_id = s.updated_by)`;

/** The same while writing: the name that a user has as a person of the organisation. */
export const changerName = (orgId: string, userId: string | null) =>
  sql<
    string | null
  >`(select name from employees where organization_id = ${orgId} and user_id = ${userId}::uuid)`;

/** The name that a user has as a person of the organisation; null for nobody and for who is none. */
export async function findChangerName(tx: Tx, orgId: string, userId: string | null): Promise<string | null> {
  if (userId === null) return null;
  const { rows } = await tx.$client.query<{ name: string }>({
    name: 'changer_name',
    text: 'select name from employees where organization_id = $1 and user_id = $2',
    values: [orgId, userId],
  });
  return rows[0]?.name ?? null;
}
