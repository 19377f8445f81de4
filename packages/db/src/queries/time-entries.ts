import type { EntryDeviation, EntryFlag } from '@vaktplan/contracts/http/time-tracking';
import type { Database, Tx } from '../database.ts';
import type { PlaceScope } from './place-scope.ts';

/** A break as it lies in the entry's row; instants are ISO text in Z. */
export type EntryBreakRow = { id: string; startedAt: string; endedAt: string | null; paid: boolean };
export type TimeEntryRow = {
  id: string;
  employeeId: string;
  locationId: string;
  shiftId: string | null;
  startedAt: string;
  endedAt: string | null;
  zone: string;
  localDate: string;
  countedStart: string;
  countedEnd: string | null;
  /** Null while open, and of entries written before they were computed. */
  workedMinutes: number | null;
  deductedMinutes: number;
  flags: EntryFlag[];
  deviations: EntryDeviation[];
  days: { localDate: string; minutes: number }[];
  version: number;
  /** In the order they began. */
  breaks: EntryBreakRow[];
};

/** Columns of a TimeEntryRow; the entry is `t`. */
export const ENTRY_COLUMNS = `t.id, t.employee_id as "employeeId", t.location_id as "locationId", t.shift_id as "shiftId",
  t.started_at as "startedAt", t.ended_at as "endedAt", t.zone, t.local_date as "localDate", t.version,
  coalesce(t.counted_start, t.started_at) as "countedStart", coalesce(t.counted_end, t.ended_at) as "countedEnd",
  t.worked_minutes as "workedMinutes", t.deducted_minutes as "deductedMinutes", t.flags, t.deviations, t.days,
  (select json_agg(json_build_object('id', b.id, 'startedAt', b.started_at, 'endedAt', b.ended_at, 'paid', b.paid)
     order by b.started_at, b.id) from time_entry_breaks b
   where b.organization_id = t.organization_id and b.time_entry_id = t.id) as breaks`;

const inZ = (text: string): string => text.replace('+00:00', 'Z');

/** Instants inside JSON come as `+00:00`; an entry without breaks as null. */
export function withBreaks<R extends { breaks: EntryBreakRow[] | null }>(
  row: R,
): R & { breaks: EntryBreakRow[] } {
  const breaks = (row.breaks ?? []).map((pause) => ({
    ...pause,
    startedAt: inZ(pause.startedAt),
    endedAt: pause.endedAt && inZ(pause.endedAt),
  }));
  return { ...row, breaks };
}

/**
 * Whether the scope (`$locations`, `$departments`, null: everything) holds an entry `t`: its location, or the department
 * of its shift `s`; without a shift, one of the person's departments.
 */
export const entryInScope = (locations: string, departments: string): string =>
  `(${locations}::uuid[] is null or t.location_id = any(${locations}) or coalesce(s.department_id = any(${departments}), exists (
     select 1 from employee_departments m where m.organization_id = t.organization_id and m.employee_id = t.employee_id
       and m.department_id = any(${departments}))))`;

/** More than this in one answer is refused by the verb. */
export const MAX_TIME_ENTRIES = 20_000;

export type TimeEntryFilter = {
  startDate: string;
  endDate: string;
  employeeId: string | null;
  locationId: string | null;
  scope: PlaceScope;
  /** Whose own entries are always in. */
  ownEmployeeId: string | null;
};

/** Entries of a range of business days, by day and start. */
export async function listTimeEntryRows(
  db: Database,
  orgId: string,
  filter: TimeEntryFilter,
): Promise<TimeEntryRow[]> {
  const [rows] = await db.read(orgId, [
    {
      name: 'time_entries_list',
      text: `select ${ENTRY_COLUMNS} from time_entries t
             left join shifts s on s.organization_id = t.organization_id and s.id = t.shift_id
             where t.organization_id = $1 and t.local_date between $2 and $3
               and ($4::uuid is null or t.employee_id = $4) and ($5::uuid is null or t.location_id = $5)
               and (t.employee_id = $8 or ${entryInScope('$6', '$7')})
             order by t.local_date, t.started_at, t.id limit ${MAX_TIME_ENTRIES + 1}`,
      values: [
        orgId,
        filter.startDate,
        filter.endDate,
        filter.employeeId,
        filter.locationId,
        filter.scope?.locationIds ?? null,
        filter.scope?.departmentIds ?? null,
        filter.ownEmployeeId,
      ],
    },
  ]);
  return (rows as TimeEntryRow[]).map(withBreaks);
}

/** The person's departments with their locations; undefined: no such person here. */
export async function findEmployeePlaces(
  db: Database,
  orgId: string,
  employeeId: string,
): Promise<{ locationId: string; departmentId: string }[] | undefined> {
  const [people, places] = await db.read(orgId, [
    {
      name: 'employee_exists',
      text: 'select id from employees where organization_id = $1 and id = $2',
      values: [orgId, employeeId],
    },
    {
      name: 'employee_places',
      text: `select d.location_id as "locationId", d.id as "departmentId" from employee_departments m
             join departments d on d.organization_id = m.organization_id and d.id = m.department_id
             where m.organization_id = $1 and m.employee_id = $2`,
      values: [orgId, employeeId],
    },
  ]);
  return people?.length ? (places as { locationId: string; departmentId: string }[]) : undefined;
}

/** When an entry of the person began; undefined: there is none. */
export async function findEntryStart(
  tx: Tx,
  orgId: string,
  employeeId: string,
  id: string,
): Promise<string | undefined> {
  const { rows } = await tx.$client.query<{ startedAt: string }>({
    name: 'time_entry_start',
    text: 'select started_at as "startedAt" from time_entries where organization_id = $1 and id = $2 and employee_id = $3',
    values: [orgId, id, employeeId],
  });
  return rows[0]?.startedAt;
}

/** Entries that are open longer than they should be, the longest first. */
export async function listDueEntries(
  tx: Tx,
  orgId: string,
  now: string,
  most: number,
): Promise<{ employeeId: string; startedAt: string }[]> {
  const { rows } = await tx.$client.query<{ employeeId: string; startedAt: string }>({
    name: 'time_entries_due',
    text: `select employee_id as "employeeId", started_at as "startedAt" from time_entries
           where organization_id = $1 and ended_at is null and due_at <= $2 order by due_at limit $3`,
    values: [orgId, now, most],
  });
  return rows;
}
