import type { Tx } from '../database.ts';
import { isoSql } from '../iso.ts';
import {
  CHANGED,
  IN_SCOPE,
  SEEN_IN_SCOPE,
  scopeValues,
  staysSql,
  type PublishScope,
} from './publish-scope.ts';

export type Publication = { id: string; at: string; by: string | null };

/** What a publication did: the shifts with a new snapshot, those out of sight, and whose view that changes. */
export type PublicationOutcome = {
  published: string[];
  removed: string[];
  affectedEmployeeIds: string[];
  /** First and last business day on which anything looks different; null when nothing does. */
  startDate: string | null;
  endDate: string | null;
};

const BREAKS = `(select coalesce(jsonb_agg(jsonb_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', ${isoSql('b.starts_at')}) order by b.id), '[]')
  from shift_breaks b where b.organization_id = w.organization_id and b.shift_id = w.id)`;

// what people see of a shift, in the order of the snapshot's columns
const FACTS = `schedule_id, location_id, department_id, position_id, employee_id, starts_at, ends_at, zone, local_date, notes, breaks`;
const of = (alias: string, columns: string) =>
  columns
    .split(', ')
    .map((column) => `(${alias}).${column}`)
    .join(', ');

const WRITE = `with entry as (select * from unnest($2::uuid[], $3::uuid[]) as e(shift_id, snapshot_id)),
  judged as materialized (
    select e.snapshot_id, w, p, pauses, case
        when $9::boolean or not ${staysSql('$7', '$8')} then case when p.id is not null then 'removed' end
        when p.id is null or (w.location_id, w.department_id, w.position_id, w.employee_id, w.starts_at, w.ends_at, w.notes, pauses)
          is distinct from (p.location_id, p.department_id, p.position_id, p.employee_id, p.starts_at, p.ends_at, p.notes, p.breaks)
          then 'published'
        else 'settled' end as verdict
    from entry e join shifts w on w.organization_id = $1 and w.id = e.shift_id
    left join shift_publications p on p.organization_id = $1 and p.id = w.publication_id
    cross join lateral (select ${BREAKS} as pauses) b
  ), written as (
    insert into shift_publications (organization_id, id, publication_id, shift_id, kind, version, published_at, published_by, ${FACTS})
    select $1, snapshot_id, $4::uuid, (w).id, verdict, (w).version, $5::timestamptz, $6::uuid, ${of('w', FACTS).replace('(w).breaks', 'pauses')}
      from judged where verdict = 'published'
    union all
    select $1, snapshot_id, $4, (w).id, verdict, (w).version, $5, $6, ${of('p', FACTS)} from judged where verdict = 'removed'
    returning id, shift_id, kind, version
  ), marked as (
    update shifts s set publication_id = case when n.kind = 'published' then n.id end,
      published_version = case when n.kind = 'published' then n.version end
    from written n where s.organization_id = $1 and s.id = n.shift_id
  ), settled as (
    update shifts s set published_version = s.version from judged j
    where s.organization_id = $1 and s.id = (j.w).id and j.verdict = 'settled'
  ), seen as (
    select (w).employee_id, (w).local_date from judged where verdict = 'published' union all
    select (p).employee_id, (p).local_date from judged where verdict in ('published', 'removed')
  )
  select (select coalesce(array_agg((w).id), '{}') from judged where verdict = 'published') as published,
    (select coalesce(array_agg((w).id), '{}') from judged where verdict = 'removed') as removed,
    array(select distinct employee_id from seen where employee_id is not null) as "affectedEmployeeIds",
    (select min(local_date) from seen) as "startDate", (select max(local_date) from seen) as "endDate"`;

/**
 * Writes the snapshots of one publication and points the shifts at them: one statement however many there are. What looks
 * as before gets none. `ids` are pairs of a locked shift and the id of its snapshot; `takeBack` takes all of them out of sight.
 */
export async function writePublication(
  tx: Tx,
  orgId: string,
  publication: Publication,
  ids: { shiftIds: readonly string[]; snapshotIds: readonly string[] },
  scope: { locationId: string; permitted?: string[] | undefined; takeBack: boolean },
): Promise<PublicationOutcome> {
  const { rows } = await tx.$client.query<PublicationOutcome>({
    name: 'publication_write',
    text: WRITE,
    values: [
      orgId,
      ids.shiftIds,
      ids.snapshotIds,
      publication.id,
      publication.at,
      publication.by,
      scope.locationId,
      scope.permitted ?? null,
      scope.takeBack,
    ],
  });
  return rows[0] as PublicationOutcome;
}

/** A shift as a person sees it, with the names it is told by. */
export type Snapshot = {
  employeeId: string | null;
  employeeName: string | null;
  locationId: string;
  departmentId: string;
  positionId: string | null;
  positionName: string | null;
  departmentName: string;
  locationName: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  notes: string | null;
  breaks: { minutes: number; paid: boolean; startsAt: string | null }[];
};

/** A shift whose plan and published copy may differ. `before` null: not seen now; `after` null: not seen any more. */
export type PublishCandidate = { shiftId: string; before: Snapshot | null; after: Snapshot | null };

const snapshot = (
  alias: string,
  breaks: string,
) => `json_build_object('employeeId', ${alias}.employee_id, 'locationId', ${alias}.location_id,
  'departmentId', ${alias}.department_id, 'positionId', ${alias}.position_id,
  'employeeName', (select name from employees where organization_id = $1 and id = ${alias}.employee_id),
  'positionName', (select name from positions where organization_id = $1 and id = ${alias}.position_id),
  'departmentName', (select name from departments where organization_id = $1 and id = ${alias}.department_id),
  'locationName', (select name from locations where organization_id = $1 and id = ${alias}.location_id),
  'startsAt', ${isoSql(`${alias}.starts_at`)}, 'endsAt', ${isoSql(`${alias}.ends_at`)}, 'zone', ${alias}.zone,
  'notes', ${alias}.notes, 'breaks', ${breaks})`;

/** What publishing the scope would compare: both sides of every shift that is not as published. */
export async function listPublishCandidates(
  tx: Tx,
  orgId: string,
  scope: PublishScope,
): Promise<PublishCandidate[]> {
  const { rows } = await tx.$client.query<PublishCandidate>({
    name: 'publish_candidates',
    text: `select w.id as "shiftId", case when p.id is not null then ${snapshot('p', 'p.breaks')} end as before,
        case when ${staysSql('$2', '$7')} then ${snapshot('w', BREAKS)} end as after
      ${IN_SCOPE} and ${CHANGED} order by coalesce(w.starts_at, p.starts_at), w.id`,
    values: [...scopeValues(orgId, scope), scope.permitted ?? null],
  });
  return rows.filter(({ before, after }) => before !== null || after !== null);
}

/** What taking the scope back would take from sight: `after` is null in all of them. */
export async function listTakeBackCandidates(
  tx: Tx,
  orgId: string,
  scope: PublishScope,
): Promise<PublishCandidate[]> {
  const { rows } = await tx.$client.query<PublishCandidate>({
    name: 'take_back_candidates',
    text: `select w.id as "shiftId", ${snapshot('p', 'p.breaks')} as before, null as after
      ${SEEN_IN_SCOPE} order by p.starts_at, w.id`,
    values: scopeValues(orgId, scope),
  });
  return rows;
}

/** Sets the state of the schedules that the scope touches; `at` null keeps when they were last published. */
export async function markSchedules(
  tx: Tx,
  orgId: string,
  scope: PublishScope,
  state: 'draft' | 'published',
  at: string | null,
): Promise<void> {
  await tx.$client.query({
    name: 'mark_schedules',
    text: `update schedules set state = $1, published_at = coalesce($2::timestamptz, published_at), version = version + 1
           where organization_id = $3 and location_id = $4 and period && daterange($5, $6, '[]')
             and ($7::uuid[] is null or department_id = any($7)) and state <> $1`,
    values: [
      state,
      at,
      orgId,
      scope.locationId,
      scope.startDate,
      scope.endDate,
      scope.departmentIds ?? scope.permitted ?? null,
    ],
  });
}

/** Everybody with a published shift in the scope's range and departments. */
export async function findPublishedEmployees(tx: Tx, orgId: string, scope: PublishScope): Promise<string[]> {
  const { rows } = await tx.$client.query<{ employee_id: string }>({
    name: 'published_employees',
    text: `select distinct p.employee_id from shift_publications p
           join shifts w on w.organization_id = p.organization_id and w.id = p.shift_id and w.publication_id = p.id
           where p.organization_id = $1 and p.location_id = $2 and p.local_date between $3 and $4 and p.employee_id is not null
             and ($5::uuid[] is null or p.department_id = any($5))`,
    values: [
      orgId,
      scope.locationId,
      scope.startDate,
      scope.endDate,
      scope.departmentIds ?? scope.permitted ?? null,
    ],
  });
  return rows.map((row) => row.employee_id);
}
