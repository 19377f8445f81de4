import type { Database, Tx } from '../database.ts';
import { isoSql } from '../iso.ts';
import type { PlaceScope } from './place-scope.ts';
import { CHANGED_BY, PUBLISHED_COPY, type PublishedCopy } from './published-copy.ts';

export type BreakRow = { minutes: number; paid: boolean; startsAt: string | null };
export type ShiftRow = {
  id: string;
  scheduleId: string;
  locationId: string;
  departmentId: string;
  positionId: string | null;
  employeeId: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  notes: string | null;
  version: number;
  publishedVersion: number | null;
  publicationId: string | null;
  deletedAt: string | null;
  breaks: BreakRow[];
  /** What employees see now where it is another than the plan. */
  published: PublishedCopy | null;
  changedBy: string | null;
  changedAt: string;
};

export type ShiftFilter = {
  startDate: string;
  endDate: string;
  locationId?: string | undefined;
  departmentId?: string | undefined;
  employeeId?: string | undefined;
  open?: boolean | undefined;
  places?: PlaceScope;
};

/** More than this in one answer is refused by the verb: ask for a shorter range or one location. */
export const MAX_SHIFTS = 20_000;

const COLUMNS = `s.id, s.schedule_id as "scheduleId", s.location_id as "locationId", s.department_id as "departmentId",
  s.position_id as "positionId", s.employee_id as "employeeId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone,
  s.local_date as "localDate", s.notes, s.version`;

const PUBLISHED_COLUMNS = `${COLUMNS.replace('s.id,', 's.shift_id as id,')}, s.version as "publishedVersion",
  s.id as "publicationId", null as "deletedAt", s.breaks, null as published, null as "changedBy", s.published_at as "changedAt"`;

export const RANGE = `where s.organization_id = $1 and s.local_date between $2 and $3
  and ($4::uuid is null or s.location_id = $4) and ($5::uuid is null or s.department_id = $5)
  and ($6::uuid is null or s.employee_id = $6) and ($7::boolean is not true or s.employee_id is null)`;

export const PLACES = `and ($8::uuid[] is null or s.location_id = any($8) or s.department_id = any($9))`;
export const VISIBLE = `and (s.deleted_at is null or s.publication_id is not null)`;

export const filterValues = (orgId: string, filter: ShiftFilter) => [
  orgId,
  filter.startDate,
  filter.endDate,
  filter.locationId ?? null,
  filter.departmentId ?? null,
  filter.employeeId ?? null,
  filter.open ?? null,
  filter.places?.locationIds ?? null,
  filter.places?.departmentIds ?? null,
];

/** What employees see in a range: the current snapshots. `seenBy` also gets the open shifts of that person's departments. */
export async function listPublishedShifts(
  db: Database,
  orgId: string,
  filter: ShiftFilter & { seenBy?: string | undefined },
): Promise<ShiftRow[]> {
  const [rows] = await db.read(orgId, [
    {
      name: 'shifts_published',
      text: `select ${PUBLISHED_COLUMNS}
             from shift_publications s join shifts w on w.organization_id = s.organization_id and w.id = s.shift_id and w.publication_id = s.id
             ${RANGE} ${PLACES}
               and ($10::uuid is null or s.employee_id = $10 or (s.employee_id is null and s.department_id in (
                 select department_id from employee_departments where organization_id = $1 and employee_id = $10)))
             order by s.local_date, s.starts_at, s.shift_id limit ${MAX_SHIFTS + 1}`,
      values: [...filterValues(orgId, filter), filter.seenBy ?? null],
    },
  ]);
  return rows as ShiftRow[];
}

/** One published shift as `seenBy` sees it, by the shift's id. */
export async function findPublishedShift(
  db: Database,
  orgId: string,
  shiftId: string,
  seenBy: string,
): Promise<ShiftRow | undefined> {
  const [rows] = await db.read(orgId, [
    {
      name: 'shift_published',
      text: `select ${PUBLISHED_COLUMNS} from shifts w
             join shift_publications s on s.organization_id = w.organization_id and s.id = w.publication_id
             where w.organization_id = $1 and w.id = $2 and (s.employee_id = $3 or (s.employee_id is null and s.department_id in (
               select department_id from employee_departments where organization_id = $1 and employee_id = $3)))`,
      values: [orgId, shiftId, seenBy],
    },
  ]);
  return rows?.[0] as ShiftRow | undefined;
}

const WORKING = `select ${COLUMNS}, s.published_version as "publishedVersion", s.publication_id as "publicationId",
    s.deleted_at as "deletedAt", s.updated_at as "changedAt", ${CHANGED_BY} as "changedBy", ${PUBLISHED_COPY} as published,
    (select coalesce(json_agg(json_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', ${isoSql('b.starts_at')}) order by b.id), '[]')
      from shift_breaks b where b.organization_id = s.organization_id and b.shift_id = s.id) as breaks
  from shifts s where s.organization_id = $1 and s.id = $2`;

/** One shift of the working copy; `lock` holds it until the transaction ends. */
export async function findShift(
  tx: Tx,
  orgId: string,
  id: string,
  lock = false,
): Promise<ShiftRow | undefined> {
  const { rows } = await tx.$client.query<ShiftRow>(
    lock
      ? { name: 'shift_locked', text: `${WORKING} for update of s`, values: [orgId, id] }
      : { name: 'shift_working', text: WORKING, values: [orgId, id] },
  );
  return rows[0];
}
