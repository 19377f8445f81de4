import type { Tx } from '../database.ts';
import { isoSql } from '../iso.ts';
import type { BreakRow } from './shifts.ts';

/** One side of a comparison: what a person sees of a shift. */
export type Snapshot = {
  employeeId: string | null;
  employeeName: string | null;
  positionId: string | null;
  positionName: string | null;
  departmentId: string;
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  notes: string | null;
  breaks: BreakRow[];
};

/** A shift whose working copy and published copy may differ. `before` null: never published; `after` null: deleted. */
export type PublishCandidate = {
  shiftId: string;
  version: number;
  publishedVersion: number | null;
  before: Snapshot | null;
  after: Snapshot | null;
};

export type PublishScope = {
  locationId: string;
  startDate: string;
  endDate: string;
  departmentIds?: string[] | undefined;
  shiftIds?: string[] | undefined;
};

const snapshot = (alias: string, breaks: string) => `json_build_object(
  'employeeId', ${alias}.employee_id, 'employeeName', ${alias}_e.name, 'positionId', ${alias}.position_id, 'positionName', ${alias}_p.name,
  'departmentId', ${alias}.department_id, 'startsAt', ${isoSql(`${alias}.starts_at`)}, 'endsAt', ${isoSql(`${alias}.ends_at`)}, 'zone', ${alias}.zone,
  'localDate', ${alias}.local_date, 'notes', ${alias}.notes, 'breaks', ${breaks})`;
const names = (alias: string) => `
  left join employees ${alias}_e on ${alias}_e.organization_id = w.organization_id and ${alias}_e.id = ${alias}.employee_id
  left join positions ${alias}_p on ${alias}_p.organization_id = w.organization_id and ${alias}_p.id = ${alias}.position_id`;

// The plan and the snapshots by their own index of days: the "or" over both would read every shift there ever was.
const NEAR_RANGE = `select id from shifts where organization_id = $1 and location_id = $2 and local_date between $3 and $4
  union select shift_id from shift_publications where organization_id = $1 and local_date between $3 and $4`;

/**
 * Shifts of the scope that are published or could be, locked in id order. A shift moved out of the range counts too:
 * employees still see it inside. `changedOnly` leaves out those that stand as published.
 */
export async function findPublishCandidates(
  tx: Tx,
  orgId: string,
  scope: PublishScope,
  changedOnly: boolean,
): Promise<PublishCandidate[]> {
  const { rows } = await tx.$client.query<PublishCandidate>({
    name: changedOnly ? 'publish_candidates_changed' : 'publish_candidates',
    text: `select w.id as "shiftId", w.version, w.published_version as "publishedVersion",
        case when p.id is null then null else ${snapshot('p', 'p.breaks')} end as before,
        case when w.deleted_at is not null then null else ${snapshot(
          'w',
          `(select coalesce(json_agg(json_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', ${isoSql('b.starts_at')}) order by b.id), '[]')
            from shift_breaks b where b.organization_id = w.organization_id and b.shift_id = w.id)`,
        )} end as after
      from shifts w
      left join shift_publications p on p.organization_id = w.organization_id and p.id = w.publication_id
      ${names('w')} ${names('p')}
      where w.organization_id = $1 and w.location_id = $2 and w.id = any(array(${NEAR_RANGE}))
        and (w.local_date between $3 and $4 or p.local_date between $3 and $4)
        and ($5::uuid[] is null or w.department_id = any($5) or p.department_id = any($5)) and ($6::uuid[] is null or w.id = any($6))
        and (w.deleted_at is null or w.publication_id is not null)
        ${changedOnly ? 'and (w.publication_id is null or w.deleted_at is not null or w.published_version <> w.version)' : 'and w.publication_id is not null'}
      order by w.id for update of w`,
    values: [
      orgId,
      scope.locationId,
      scope.startDate,
      scope.endDate,
      scope.departmentIds ?? null,
      scope.shiftIds ?? null,
    ],
  });
  return rows;
}

export type NewPublication = { id: string; shiftId: string; kind: 'published' | 'removed' };

/** Writes the snapshots of one publication and points the shifts at them: one statement however many there are. */
export async function writePublications(
  tx: Tx,
  orgId: string,
  publication: { id: string; at: string; by: string | null },
  rows: readonly NewPublication[],
): Promise<void> {
  await tx.$client.query({
    name: 'write_publications',
    text: `with entry as (select * from unnest($5::uuid[], $6::uuid[], $7::text[]) as e(id, shift_id, kind)),
      copy as (
        insert into shift_publications (organization_id, id, publication_id, shift_id, kind, version, schedule_id, location_id, department_id,
          position_id, employee_id, starts_at, ends_at, zone, local_date, notes, breaks, published_at, published_by)
        select s.organization_id, e.id, $2, s.id, e.kind, s.version, s.schedule_id, s.location_id, s.department_id, s.position_id,
          s.employee_id, s.starts_at, s.ends_at, s.zone, s.local_date, s.notes,
          coalesce((select jsonb_agg(jsonb_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', ${isoSql('b.starts_at')}) order by b.id)
            from shift_breaks b where b.organization_id = s.organization_id and b.shift_id = s.id), '[]'), $3, $4
        from entry e join shifts s on s.organization_id = $1 and s.id = e.shift_id
        returning id, shift_id, kind, version)
      update shifts s set publication_id = case when copy.kind = 'published' then copy.id end,
        published_version = case when copy.kind = 'published' then copy.version end
      from copy where s.organization_id = $1 and s.id = copy.shift_id`,
    values: [
      orgId,
      publication.id,
      publication.at,
      publication.by,
      rows.map((r) => r.id),
      rows.map((r) => r.shiftId),
      rows.map((r) => r.kind),
    ],
  });
}

/** Shifts changed there and back again: what employees see is what is planned, no new snapshot needed. */
export async function settleUnchanged(tx: Tx, orgId: string, shiftIds: readonly string[]): Promise<void> {
  if (shiftIds.length === 0) return;
  await tx.$client.query({
    name: 'settle_unchanged',
    text: 'update shifts set published_version = version where organization_id = $1 and id = any($2)',
    values: [orgId, shiftIds],
  });
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
    values: [state, at, orgId, scope.locationId, scope.startDate, scope.endDate, scope.departmentIds ?? null],
  });
}

/** Everybody with a published shift in the scope. */
export async function findPublishedEmployees(tx: Tx, orgId: string, scope: PublishScope): Promise<string[]> {
  const { rows } = await tx.$client.query<{ employee_id: string }>({
    name: 'published_employees',
    text: `select distinct p.employee_id from shift_publications p
           join shifts w on w.organization_id = p.organization_id and w.id = p.shift_id and w.publication_id = p.id
           where p.organization_id = $1 and p.location_id = $2 and p.local_date between $3 and $4 and p.employee_id is not null
             and ($5::uuid[] is null or p.department_id = any($5))`,
    values: [orgId, scope.locationId, scope.startDate, scope.endDate, scope.departmentIds ?? null],
  });
  return rows.map((row) => row.employee_id);
}
