import type { Tx } from '../database.ts';
import { isoSql } from '../iso.ts';

/** A shift as people saw it in one publication. */
export type PublishedShift = {
  employeeId: string | null;
  positionName: string | null;
  departmentName: string;
  locationName: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  notes: string | null;
  breaks: { minutes: number; paid: boolean; startsAt: string | null }[];
};

/** One shift of a publication: what was seen before it and what is seen after it (null: not seen). */
export type PublicationChange = {
  shiftId: string;
  before: PublishedShift | null;
  after: PublishedShift | null;
};

const seen = (alias: string) => `json_build_object(
  'employeeId', ${alias}.employee_id, 'startsAt', ${isoSql(`${alias}.starts_at`)}, 'endsAt', ${isoSql(`${alias}.ends_at`)},
  'zone', ${alias}.zone, 'notes', ${alias}.notes, 'breaks', ${alias}.breaks,
  'positionName', (select name from positions where organization_id = $1 and id = ${alias}.position_id),
  'departmentName', (select name from departments where organization_id = $1 and id = ${alias}.department_id),
  'locationName', (select name from locations where organization_id = $1 and id = ${alias}.location_id))`;

/** The shifts of one publication, in order of time; only those that `employeeId` had or has when it is given. */
export async function listPublicationChanges(
  tx: Tx,
  orgId: string,
  asked: { publicationId: string; employeeId?: string },
): Promise<PublicationChange[]> {
  const { rows } = await tx.$client.query<PublicationChange>({
    name: 'publication_changes',
    text: `select now.shift_id as "shiftId",
        case when earlier.kind = 'published' then ${seen('earlier')} end as before,
        case when now.kind = 'published' then ${seen('now')} end as after
      from shift_publications now
      left join lateral (
        select p.* from shift_publications p
        where p.organization_id = $1 and p.shift_id = now.shift_id
          and (p.published_at, p.id) < (now.published_at, now.id)
        order by p.published_at desc, p.id desc limit 1
      ) earlier on true
      where now.organization_id = $1 and now.publication_id = $2
        and ($3::uuid is null or now.employee_id = $3 or earlier.employee_id = $3)
      order by now.starts_at, now.shift_id`,
    values: [orgId, asked.publicationId, asked.employeeId ?? null],
  });
  return rows;
}
