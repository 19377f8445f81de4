import type { Statement, Tx } from '../database.ts';
import { textRow } from '../text-row.ts';
import { closedDaysSql } from './closed-days.ts';

/** Whose plans: some people's, or everybody's who belongs to a location or has a shift there in the range. */
export type PlanScope =
  | { employeeIds: readonly string[]; startDate: string; endDate: string }
  | { locationId: string; startDate: string; endDate: string };

const OF_PEOPLE = 'select unnest($2::uuid[])';
const AT_LOCATION = `select ed.employee_id from employee_departments ed
    join departments d on d.organization_id = ed.organization_id and d.id = ed.department_id
    join employees e on e.organization_id = ed.organization_id and e.id = ed.employee_id
    where ed.organization_id = $1 and d.location_id = $2 and d.archived_at is null
      and (e.status <> 'deactivated' or e.last_day >= $3::date)
  union select employee_id from shifts
    where organization_id = $1 and location_id = $2 and local_date between $3 and $4 and employee_id is not null`;

const bound = (range: 'lower' | 'upper', column: string) =>
  `coalesce((${range}(${column}) - date '1970-01-01')::text, '')`;
const line = (kind: string, ...fields: string[]) =>
  String.raw`concat_ws(E'\t', '${kind}', ${fields.join(', ')}) as line`;
const spans = (kind: string, table: string, value: string) => `
  select ${line(kind, 't.employee_id', bound('lower', 't.valid'), bound('upper', 't.valid'), value)}
  from ${table} t where t.organization_id = $1 and t.employee_id = any(array(select id from people))`;

/**
 * What is on file, a line a fact, days counted from 1970-01-01 and '' for none: w week start; r position, skill it asks
 * for; d location, day it is closed; e person, deactivated (t/f), last day; c, p, s person, from, to, minutes of the contract or id of what is held.
 */
const factsOf = (people: string, places: string) => `
  with people as materialized (select e.id, e.status, e.last_day from employees e
    where e.organization_id = $1 and e.id in (${people}))
  select ${line('w', 'o.week_start')} from organizations o where o.id = $1
  union all select ${line('r', 'position_id', 'skill_id')} from position_skills where organization_id = $1
  union all select ${line('d', 'l.id', "c.day - date '1970-01-01'")}
    from locations l cross join lateral (${closedDaysSql('$3::date - 9', '$4::date + 9')}) c
    where l.organization_id = $1 and l.archived_at is null ${places}
      and (l.closed_weekdays <> '{}' or exists (select from closed_days d where d.organization_id = $1 and d.location_id = l.id))
  union all select ${line('e', 'id', "status = 'deactivated'", "coalesce((last_day - date '1970-01-01')::text, '')")} from people
  union all ${spans('c', 'employment_contracts', "coalesce(t.minutes_per_week::text, '')")}
  union all ${spans('p', 'employee_positions', 't.position_id')}
  union all ${spans('s', 'employee_skills', 't.skill_id')}`;

const SHIFT = textRow(
  [
    's.employee_id',
    's.id',
    's.location_id',
    's.department_id',
    's.local_date',
    "((s.ends_at - interval '1 microsecond') at time zone s.zone)::date",
    '(extract(epoch from s.starts_at) * 1000)::bigint',
    '(extract(epoch from s.ends_at) * 1000)::bigint',
    'coalesce(b.minutes, 0)',
  ],
  ['s.position_id'],
);

// said so that the exclusion constraint's GiST index is no choice: it would read all that a person ever worked
const STANDS = "coalesce(deleted_at, 'infinity') = 'infinity'";

/** The day's own week and two days more, so that weekly sums are whole and a night's rest is seen. */
const edge = (day: string, last: 0 | 6, further: string) =>
  `(select ${day}::date - (extract(isodow from ${day}::date)::int - week_start + 7) % 7 + ${last} ${further}
    from organizations where id = $1)`;

// person by person along shifts_by_employee, however little the statistics know yet
// the working copy is the draft laid over what is published; what is marked deleted is gone in it
const shiftsOf = (people: string) => `
  with planned as materialized (select s.* from unnest(array(${people})) as p(id), lateral (
      select id, employee_id, location_id, department_id, position_id, local_date, starts_at, ends_at, zone from shifts where organization_id = $1 and employee_id = p.id and ${STANDS}
        and local_date between ${edge('$3', 0, '- 2')} and ${edge('$4', 6, '+ 2')} offset 0) s),
  unpaid as (select shift_id, sum(minutes) as minutes from shift_breaks
    where organization_id = $1 and not paid and shift_id = any(array(select id from planned)) group by shift_id)
  select ${SHIFT.sql} as line from planned s left join unpaid b on b.shift_id = s.id`;

/** Two statements for one round trip: what is on file about the people, and their shifts wherever these are. */
export const ruleFactStatements = (orgId: string, scope: PlanScope): [Statement, Statement] => {
  const some = 'employeeIds' in scope;
  const values = [orgId, some ? scope.employeeIds : scope.locationId, scope.startDate, scope.endDate];
  const how = some ? 'of' : 'at';
  const people = some ? OF_PEOPLE : AT_LOCATION;
  const places = some ? '' : 'and l.id = $2';
  return [
    {
      name: `rule_facts_${how}`,
      text: factsOf(people, places),
      values,
    },
    { name: `rule_shifts_${how}`, text: shiftsOf(people), values },
  ];
};

/** One line of the first statement, and of the second. */
export const readFact = (text: string): string[] => text.split('\t');
export const readPlannedShift = SHIFT.read;

/** A shift that is picked up, as it is stored. Instants as ISO text. */
export type PickedShift = {
  id: string;
  employeeId: string | null;
  locationId: string;
  departmentId: string;
  positionId: string | null;
  startsAt: string;
  endsAt: string;
  zone: string;
  localDate: string;
  unpaidMinutes: number;
};

/** Shifts of the working copy by id; what is marked deleted is not found. */
export async function findPickedShifts(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<PickedShift[]> {
  const { rows } = await tx.$client.query<PickedShift>({
    name: 'picked_shifts',
    text: `select s.id, s.employee_id as "employeeId", s.location_id as "locationId", s.department_id as "departmentId",
             s.position_id as "positionId", s.starts_at as "startsAt", s.ends_at as "endsAt", s.zone, s.local_date as "localDate",
             (select coalesce(sum(b.minutes), 0)::int from shift_breaks b
              where b.organization_id = $1 and b.shift_id = s.id and not b.paid) as "unpaidMinutes"
           from shifts s where s.organization_id = $1 and s.id = any($2) and s.deleted_at is null`,
    values: [orgId, ids],
  });
  return rows;
}
