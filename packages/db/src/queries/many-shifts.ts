import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';
import { isoSql } from '../iso.ts';
import { CHANGED_BY, PUBLISHED_COPY } from './published-copy.ts';
import type { BreakRow, ShiftRow } from './shifts.ts';

const ROWS = `select s.id, s.schedule_id as "scheduleId", s.location_id as "locationId", s.department_id as "departmentId",
    s.position_id as "positionId", s.employee_id as "employeeId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone,
    s.local_date as "localDate", s.notes, s.version, s.published_version as "publishedVersion", s.publication_id as "publicationId",
    s.deleted_at as "deletedAt", s.updated_at as "changedAt", ${CHANGED_BY} as "changedBy", ${PUBLISHED_COPY} as published,
    (select coalesce(json_agg(json_build_object('minutes', b.minutes, 'paid', b.paid, 'startsAt', ${isoSql('b.starts_at')}) order by b.id), '[]')
      from shift_breaks b where b.organization_id = s.organization_id and b.shift_id = s.id) as breaks
  from shifts s where s.organization_id = $1`;

/** Shifts of the working copy by id, locked in the order of their ids until the transaction ends. */
export async function lockShifts(tx: Tx, orgId: string, ids: readonly string[]): Promise<ShiftRow[]> {
  const { rows } = await tx.$client.query<ShiftRow>({
    name: 'shifts_locked',
    text: `${ROWS} and s.id = any($2) order by s.id for update of s`,
    values: [orgId, ids],
  });
  return rows;
}

export type RangeScope = {
  locationId: string;
  startDate: string;
  endDate: string;
  departmentIds?: readonly string[] | undefined;
};

/** The plan of a range by day and start, without what is deleted; `limit` + 1 at most. */
export async function findShiftsOfRange(
  tx: Tx,
  orgId: string,
  { locationId, startDate, endDate, departmentIds }: RangeScope,
  limit: number,
): Promise<ShiftRow[]> {
  const { rows } = await tx.$client.query<ShiftRow>({
    name: 'shifts_of_range',
    text: `${ROWS} and s.location_id = $2 and s.local_date between $3 and $4 and s.deleted_at is null
        and ($5::uuid[] is null or s.department_id = any($5))
      order by s.local_date, s.starts_at, s.id limit $6`,
    values: [orgId, locationId, startDate, endDate, departmentIds ?? null, limit + 1],
  });
  return rows;
}

export type AskedInterval = { employeeId: string; startsAt: string; endsAt: string; localDate: string };

/** Which shifts of the plan lie over which of the intervals asked (by their place in the list), for the same person. */
export async function findOverlaps(
  tx: Tx,
  orgId: string,
  asked: readonly AskedInterval[],
): Promise<{ asked: number; shiftId: string }[]> {
  if (asked.length === 0) return [];
  const { rows } = await tx.$client.query<{ asked: number; shiftId: string }>({
    name: 'shifts_overlapping',
    text: `select (a.nr - 1)::int as asked, s.id as "shiftId"
           from unnest($2::uuid[], $3::timestamptz[], $4::timestamptz[], $5::date[]) with ordinality as a(employee_id, starts_at, ends_at, day, nr)
             join shifts s on s.organization_id = $1 and s.employee_id = a.employee_id and s.local_date between a.day - 2 and a.day + 2
               and s.deleted_at is null and s.starts_at < a.ends_at and s.ends_at > a.starts_at`,
    values: [
      orgId,
      asked.map((one) => one.employeeId),
      asked.map((one) => one.startsAt),
      asked.map((one) => one.endsAt),
      asked.map((one) => one.localDate),
    ],
  });
  return rows;
}

/** Which of these ids are taken by a shift. */
export async function findTakenIds(tx: Tx, orgId: string, ids: readonly string[]): Promise<string[]> {
  if (ids.length === 0) return [];
  const { rows } = await tx.$client.query<{ id: string }>({
    name: 'shift_ids_taken',
    text: 'select id from shifts where organization_id = $1 and id = any($2)',
    values: [orgId, ids],
  });
  return rows.map((row) => row.id);
}

export type ShiftColumns = Pick<
  ShiftRow,
  | 'id'
  | 'scheduleId'
  | 'locationId'
  | 'departmentId'
  | 'positionId'
  | 'employeeId'
  | 'startsAt'
  | 'endsAt'
  | 'zone'
  | 'localDate'
  | 'notes'
  | 'version'
  | 'publishedVersion'
  | 'deletedAt'
  | 'breaks'
>;
export type Stamp = { at: string; by: string | null };

const COLUMN_TYPES = {
  id: 'uuid',
  scheduleId: 'uuid',
  locationId: 'uuid',
  departmentId: 'uuid',
  positionId: 'uuid',
  employeeId: 'uuid',
  startsAt: 'timestamptz',
  endsAt: 'timestamptz',
  zone: 'text',
  localDate: 'date',
  notes: 'text',
  version: 'int',
  publishedVersion: 'int',
  deletedAt: 'timestamptz',
} as const;
const KEYS = Object.keys(COLUMN_TYPES) as (keyof typeof COLUMN_TYPES)[];
const snake = (key: string) => key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const NAMES = KEYS.map(snake);
// $1 organisation, $2 when, $3 by whom, then a list a column
const LISTS = `unnest(${KEYS.map((key, at) => `$${at + 4}::${COLUMN_TYPES[key]}[]`).join(', ')}) as r(${NAMES.join(', ')})`;
const values = (orgId: string, stamp: Stamp, rows: readonly ShiftColumns[]) => [
  orgId,
  stamp.at,
  stamp.by,
  ...KEYS.map((key) => rows.map((row) => row[key])),
];

/** New shifts with their breaks: two statements however many there are. */
export async function insertShifts(
  tx: Tx,
  orgId: string,
  stamp: Stamp,
  rows: readonly ShiftColumns[],
): Promise<void> {
  if (rows.length === 0) return;
  await tx.$client.query({
    name: 'shifts_insert_many',
    text: `insert into shifts (organization_id, updated_at, updated_by, ${NAMES.join(', ')})
           select $1, $2, $3, ${NAMES.map((name) => `r.${name}`).join(', ')} from ${LISTS}`,
    values: values(orgId, stamp, rows),
  });
  await insertBreaksOf(tx, orgId, rows);
}

/** Shifts as they are to be from now on. `vacate`: those whose person or times change; they make room first. */
export async function updateShifts(
  tx: Tx,
  orgId: string,
  stamp: Stamp,
  rows: readonly ShiftColumns[],
  { vacate, breaks }: { vacate: readonly string[]; breaks: readonly string[] },
): Promise<void> {
  if (rows.length === 0) return;
  // two shifts that change places would stand in each other's way: Postgres asks at every row
  if (vacate.length > 1)
    await tx.$client.query({
      name: 'shifts_vacate',
      text: 'update shifts set employee_id = null where organization_id = $1 and id = any($2)',
      values: [orgId, vacate],
    });
  await tx.$client.query({
    name: 'shifts_update_many',
    text: `update shifts s set updated_at = $2, updated_by = $3, ${NAMES.filter((name) => name !== 'id')
      .map((name) => `${name} = r.${name}`)
      .join(', ')}
           from ${LISTS} where s.organization_id = $1 and s.id = r.id`,
    values: values(orgId, stamp, rows),
  });
  if (breaks.length === 0) return;
  await tx.$client.query({
    name: 'shift_breaks_delete_many',
    text: 'delete from shift_breaks where organization_id = $1 and shift_id = any($2)',
    values: [orgId, breaks],
  });
  const rewritten = new Set(breaks);
  await insertBreaksOf(
    tx,
    orgId,
    rows.filter((row) => rewritten.has(row.id)),
  );
}

async function insertBreaksOf(tx: Tx, orgId: string, rows: readonly ShiftColumns[]): Promise<void> {
  const all = rows.flatMap((row) => row.breaks.map((pause: BreakRow) => ({ ...pause, shiftId: row.id })));
  if (all.length === 0) return;
  await tx.$client.query({
    name: 'shift_breaks_insert_many',
    text: `insert into shift_breaks (organization_id, id, shift_id, minutes, paid, starts_at)
           select $1, r.id, r.shift_id, r.minutes, r.paid, r.starts_at
           from unnest($2::uuid[], $3::uuid[], $4::int[], $5::boolean[], $6::timestamptz[]) as r(id, shift_id, minutes, paid, starts_at)`,
    values: [
      orgId,
      all.map(() => uuidv7()),
      all.map((pause) => pause.shiftId),
      all.map((pause) => pause.minutes),
      all.map((pause) => pause.paid),
      all.map((pause) => pause.startsAt),
    ],
  });
}

export type PlanKey = Pick<ShiftRow, 'departmentId' | 'positionId' | 'employeeId' | 'startsAt' | 'endsAt'>;

/** What is planned already on these days, as far as it tells one shift from another. */
export async function findPlanKeys(
  tx: Tx,
  orgId: string,
  { locationId, startDate, endDate }: RangeScope,
): Promise<PlanKey[]> {
  const { rows } = await tx.$client.query<PlanKey>({
    name: 'plan_keys',
    text: `select department_id as "departmentId", position_id as "positionId", employee_id as "employeeId",
             starts_at as "startsAt", ends_at as "endsAt"
           from shifts where organization_id = $1 and location_id = $2 and local_date between $3 and $4 and deleted_at is null`,
    values: [orgId, locationId, startDate, endDate],
  });
  return rows;
}
