import type { Statement, Tx } from '../database.ts';
import type { PlaceScope } from './place-scope.ts';
import { entryInScope, withBreaks, type EntryBreakRow } from './time-entries.ts';
import { OWN_DECIDES, STANDING_TOLERANCE, type OwnDecides } from './timesheet-settings.ts';

/** An entry with everything that its approval looks at. */
export type LineRow = {
  id: string;
  employeeId: string;
  employeeName: string;
  employeeNumber: string | null;
  locationId: string;
  locationName: string;
  zone: string;
  localDate: string;
  shiftId: string | null;
  /** As published: of the shift, to the end of the last of those that touch it and were worked in the same go. */
  shiftStartsAt: string | null;
  shiftEndsAt: string | null;
  /** Unpaid breaks of all of them. */
  shiftUnpaidMinutes: number;
  /** Of the shift. */
  departmentId: string | null;
  /** Where the entry belongs for those who manage departments: the shift's, else the person's. */
  departmentIds: string[];
  startedAt: string;
  endedAt: string | null;
  countedStart: string | null;
  countedEnd: string | null;
  workedMinutes: number | null;
  deductedMinutes: number;
  flags: string[];
  /** Counted minutes by business day; more than one day where an entry is split at midnight. */
  days: { localDate: string; minutes: number }[];
  version: number;
  breaks: EntryBreakRow[];
  reviewState: 'approved' | 'rejected' | 'reopened' | null;
  reviewVersion: number | null;
  reviewReason: string | null;
  reviewAutomatic: boolean | null;
  reviewAt: string | null;
  reviewBy: string | null;
  periodId: string | null;
  /** `locked` too where only some day of an entry split at midnight is. */
  periodState: 'open' | 'closed' | 'locked' | null;
  submitted: boolean;
  correctionId: string | null;
  automatic: boolean;
  startMinutes: number;
  endMinutes: number;
  totalMinutes: number;
  ownDecides: OwnDecides;
};

/** Minutes of unpaid breaks of a shift as published, or as it is where nothing of it is. */
const unpaidOf = (shift: string, published: string): string => `case when ${published}.id is not null
  then (select sum((b->>'minutes')::int) from jsonb_array_elements(${published}.breaks) b where not (b->>'paid')::boolean)
  else (select sum(b.minutes) from shift_breaks b where b.organization_id = ${shift}.organization_id and b.shift_id = ${shift}.id
    and not b.paid) end`;

const COLUMNS = `t.id, t.employee_id as "employeeId", e.name as "employeeName", e.number as "employeeNumber", t.location_id as "locationId",
  l.name as "locationName", t.zone, t.local_date as "localDate", t.shift_id as "shiftId",
  coalesce(c.starts_at, s.starts_at) as "shiftStartsAt", coalesce(g.ends_at, c.ends_at, s.ends_at) as "shiftEndsAt",
  (coalesce(${unpaidOf('s', 'c')}, 0) + coalesce(g.unpaid, 0))::int as "shiftUnpaidMinutes",
  s.department_id as "departmentId",
  coalesce(case when s.id is not null then array[s.department_id] else
    (select array_agg(m.department_id) from employee_departments m
     where m.organization_id = t.organization_id and m.employee_id = t.employee_id) end, '{}') as "departmentIds",
  t.started_at as "startedAt", t.ended_at as "endedAt", t.counted_start as "countedStart", t.counted_end as "countedEnd",
  t.worked_minutes as "workedMinutes", t.deducted_minutes as "deductedMinutes", t.flags, t.days, t.version,
  (select json_agg(json_build_object('id', b.id, 'startedAt', b.started_at, 'endedAt', b.ended_at, 'paid', b.paid)
     order by b.started_at, b.id) from time_entry_breaks b
   where b.organization_id = t.organization_id and b.time_entry_id = t.id) as breaks,
  r.state as "reviewState", r.entry_version as "reviewVersion", r.reason as "reviewReason", r.automatic as "reviewAutomatic",
  r.decided_at as "reviewAt", d.name as "reviewBy", p.id as "periodId",
  case when jsonb_array_length(t.days) > 1 and exists (select 1 from pay_periods q where q.organization_id = t.organization_id
    and q.state = 'locked' and q.period @> any(days_of_entry(t.local_date, t.days)))
    then 'locked' else p.state end as "periodState",
  (h.submitted_at is not null) as submitted, k.id as "correctionId", coalesce(a.automatic, false) as automatic,
  coalesce(a.start_minutes, ${STANDING_TOLERANCE.startMinutes}) as "startMinutes",
  coalesce(a.end_minutes, ${STANDING_TOLERANCE.endMinutes}) as "endMinutes",
  coalesce(a.total_minutes, ${STANDING_TOLERANCE.totalMinutes}) as "totalMinutes", ${OWN_DECIDES} as "ownDecides"`;

const FROM = `from time_entries t
  join employees e on e.organization_id = t.organization_id and e.id = t.employee_id
  join locations l on l.organization_id = t.organization_id and l.id = t.location_id
  left join shifts s on s.organization_id = t.organization_id and s.id = t.shift_id
  left join shift_publications c on c.organization_id = s.organization_id and c.id = s.publication_id
  left join lateral (select max(coalesce(fc.ends_at, f.ends_at)) as ends_at, sum(${unpaidOf('f', 'fc')}) as unpaid
    from shifts f left join shift_publications fc on fc.organization_id = f.organization_id and fc.id = f.publication_id
    where f.organization_id = t.organization_id and f.id = any(t.further_shift_ids)) g on t.further_shift_ids is not null
  left join time_entry_reviews r on r.organization_id = t.organization_id and r.time_entry_id = t.id
  left join employees d on d.organization_id = r.organization_id and d.user_id = r.decided_by
  left join pay_periods p on p.organization_id = t.organization_id and p.period @> t.local_date
  left join timesheets h on h.organization_id = p.organization_id and h.pay_period_id = p.id and h.employee_id = t.employee_id
  left join timesheet_corrections k on k.organization_id = t.organization_id and k.time_entry_id = t.id and k.state = 'proposed'
  left join approval_tolerances a on a.organization_id = t.organization_id and a.location_id = t.location_id`;

/** Entries of the days, and those listed under an earlier day of which hours reach into them (split at midnight). */
export const ofDays = (
  from: string,
  to: string,
): string => `t.local_date between ${from}::date - 3 and ${to}::date
  and (t.local_date >= ${from}::date or jsonb_array_length(t.days) > 1 and exists (
    select 1 from jsonb_array_elements(t.days) day where (day->>'localDate')::date between ${from}::date and ${to}::date))`;

export type LineFilter = {
  startDate: string;
  endDate: string;
  locationId: string | null;
  departmentId: string | null;
  employeeId: string | null;
  scope: PlaceScope;
};

/** More than this in one answer is refused by the verb. */
export const MAX_LINES = 5000;

/** Lines of a range of business days at the places of the scope, by day, name and start. */
export async function listLines(tx: Tx, orgId: string, filter: LineFilter): Promise<LineRow[]> {
  const { rows } = await tx.$client.query<LineRow>({
    name: 'timesheet_lines_list',
    text: `select ${COLUMNS} ${FROM}
           where t.organization_id = $1 and ${ofDays('$2', '$3')}
             and ($4::uuid is null or t.location_id = $4) and ($5::uuid is null or t.employee_id = $5)
             and ($8::uuid is null or s.department_id = $8 or (s.id is null and exists (
               select 1 from employee_departments m where m.organization_id = t.organization_id
                 and m.employee_id = t.employee_id and m.department_id = $8)))
             and ${entryInScope('$6', '$7')}
           order by t.local_date, lower(e.name), t.started_at, t.id limit ${MAX_LINES + 1}`,
    values: [
      orgId,
      filter.startDate,
      filter.endDate,
      filter.locationId,
      filter.employeeId,
      filter.scope?.locationIds ?? null,
      filter.scope?.departmentIds ?? null,
      filter.departmentId,
    ],
  });
  return rows.map(withBreaks);
}

/** Lines by id, held against changes until the transaction ends; ids that are not there are left out. */
export async function lockLines(tx: Tx, orgId: string, ids: readonly string[]): Promise<LineRow[]> {
  // in one order for everybody, so that two who decide at once wait for instead of block each other
  await tx.$client.query({
    name: 'timesheet_lines_hold',
    text: 'select 1 from time_entries where organization_id = $1 and id = any($2::uuid[]) order by id for update',
    values: [orgId, ids],
  });
  // a locked period waits for us, or we for it; read after, so that its state is the one that counts
  await tx.$client.query({
    name: 'timesheet_lines_periods',
    text: `select 1 from pay_periods p where p.organization_id = $1 and exists (select 1 from time_entries t
             where t.organization_id = $1 and t.id = any($2::uuid[])
               and p.period @> any(days_of_entry(t.local_date, t.days))) order by p.id for share`,
    values: [orgId, ids],
  });
  return listLinesById(tx, orgId, ids);
}

/** Lines by id, as they are; ids that are not there are left out. */
export async function listLinesById(tx: Tx, orgId: string, ids: readonly string[]): Promise<LineRow[]> {
  const { rows } = await tx.$client.query<LineRow>({
    name: 'timesheet_lines_by_id',
    text: `select ${COLUMNS} ${FROM} where t.organization_id = $1 and t.id = any($2::uuid[]) order by t.id`,
    values: [orgId, ids],
  });
  return rows.map(withBreaks);
}

/** Lines of these people in a stretch of days, by day and start; `withBreaks` makes LineRows of what it gives. */
export const linesOfStatement = (
  orgId: string,
  employeeIds: readonly string[],
  range: { startDate: string; endDate: string },
): Statement => ({
  name: 'timesheet_lines_of',
  text: `select ${COLUMNS} ${FROM}
         where t.organization_id = $1 and t.employee_id = any($2::uuid[]) and ${ofDays('$3', '$4')}
         order by t.local_date, t.started_at, t.id`,
  values: [orgId, employeeIds, range.startDate, range.endDate],
});

/** Lines of these people in a stretch of days, by day and start. */
export async function listLinesOf(
  tx: Tx,
  orgId: string,
  employeeIds: readonly string[],
  range: { startDate: string; endDate: string },
): Promise<LineRow[]> {
  const { rows } = await tx.$client.query<LineRow>(linesOfStatement(orgId, employeeIds, range));
  return rows.map(withBreaks);
}

/** Where a list goes on: after this entry. */
export type AfterLine = { localDate: string; id: string };

/**
 * Ended entries of unlocked days, at locations that approve by themselves, about which nobody has decided yet, in order of
 * day and id, from after the given one on. Those of people who approve themselves are somebody else's to look at.
 */
export async function listAutomaticIds(
  tx: Tx,
  orgId: string,
  after: AfterLine,
  limit: number,
): Promise<AfterLine[]> {
  const { rows } = await tx.$client.query<AfterLine>({
    name: 'timesheet_lines_automatic',
    text: `select t.id, t.local_date as "localDate" from time_entries t
           join approval_tolerances a on a.organization_id = t.organization_id and a.location_id = t.location_id and a.automatic
           where t.organization_id = $1 and (t.local_date, t.id) > ($2::date, $3::uuid)
             and t.ended_at is not null and t.shift_id is not null
             and not exists (select 1 from time_entry_reviews r where r.organization_id = t.organization_id and r.time_entry_id = t.id)
             and (${OWN_DECIDES} <> 'nobody' or not exists (select 1 from employees e
               join memberships m on m.organization_id = e.organization_id and m.user_id = e.user_id
               join role_assignments g on g.organization_id = m.organization_id and g.membership_id = m.id and g.role <> 'employee'
               where e.organization_id = t.organization_id and e.id = t.employee_id))
             and not exists (select 1 from pay_periods p where p.organization_id = t.organization_id
               and p.period @> any(days_of_entry(t.local_date, t.days)) and p.state = 'locked')
           order by t.local_date, t.id limit $4`,
    values: [orgId, after.localDate, after.id, limit],
  });
  return rows;
}
