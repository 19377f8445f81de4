import type { Statement } from '../database.ts';
import { closedDaysSql } from './closed-days.ts';

export type RosterLocationRow = {
  id: string;
  name: string;
  zone: string;
  currency: string;
  weekStart: number;
  closedDays: { date: string; name: string | null }[];
};
export type RosterDepartmentRow = { id: string; name: string };
export type RosterPositionRow = { id: string; name: string; color: string; departmentId: string | null };
export type RosterEmployeeRow = {
  id: string;
  name: string;
  number: string | null;
  status: 'active' | 'invited' | 'deactivated';
  /** At this location. */
  departmentIds: string[];
  positionIds: string[];
  contracts: { from: string; to: string | null; minutesPerWeek: number | null }[];
  rates: { from: string; to: string | null; hourlyMinor: number; positionId: string | null }[];
};

/** The four reads of a location's roster, for one round trip: location, departments, positions, employees. */
export const rosterStatements = (
  orgId: string,
  locationId: string,
  range: { startDate: string; endDate: string },
): Statement[] => [
  {
    name: 'roster_location',
    text: `select l.id, l.name, l.zone, o.currency, o.week_start as "weekStart",
             coalesce((select json_agg(json_build_object('date', c.day, 'name', c.name) order by c.day)
               from (${closedDaysSql('$3::date', '$4::date')}) c), '[]') as "closedDays"
           from locations l join organizations o on o.id = l.organization_id
           where l.organization_id = $1 and l.id = $2 and l.archived_at is null`,
    values: [orgId, locationId, range.startDate, range.endDate],
  },
  {
    name: 'roster_departments',
    text: `select id, name from departments
           where organization_id = $1 and location_id = $2 and archived_at is null order by lower(name), id`,
    values: [orgId, locationId],
  },
  {
    name: 'roster_positions',
    text: `select p.id, p.name, p.color, p.department_id as "departmentId" from positions p
           left join departments d on d.organization_id = p.organization_id and d.id = p.department_id
           where p.organization_id = $1 and p.archived_at is null
             and (p.department_id is null or (d.location_id = $2 and d.archived_at is null))
           order by lower(p.name), p.id`,
    values: [orgId, locationId],
  },
  {
    name: 'roster_employees',
    // people of the location, and those who have shifts there in the range though they left
    text: `with here as (
             select ed.employee_id, array_agg(ed.department_id) as department_ids
             from employee_departments ed
             join departments d on d.organization_id = ed.organization_id and d.id = ed.department_id
             where ed.organization_id = $1 and d.location_id = $2 and d.archived_at is null
             group by ed.employee_id
           ), planned as (
             select distinct employee_id from shifts
             where organization_id = $1 and location_id = $2 and local_date between $3 and $4 and employee_id is not null
           )
           select e.id, e.name, e.number, e.status, coalesce(here.department_ids, '{}') as "departmentIds",
             coalesce((select array_agg(ep.position_id order by ep.position_id) from employee_positions ep
               where ep.organization_id = $1 and ep.employee_id = e.id
                 and ep.valid && daterange($3::date, $4::date, '[]')), '{}') as "positionIds",
             coalesce((select json_agg(json_build_object('from', coalesce(lower(c.valid), date '0001-01-01'),
                 'to', upper(c.valid), 'minutesPerWeek', c.minutes_per_week) order by c.valid)
               from employment_contracts c where c.organization_id = $1 and c.employee_id = e.id
                 and c.valid && daterange($3::date, $4::date, '[]')), '[]') as contracts,
             coalesce((select json_agg(json_build_object('from', coalesce(lower(r.valid), date '0001-01-01'),
                 'to', upper(r.valid), 'hourlyMinor', r.hourly_minor, 'positionId', r.position_id) order by r.valid)
               from pay_rates r where r.organization_id = $1 and r.employee_id = e.id
                 and r.valid && daterange($3::date, $4::date + 2, '[]')), '[]') as rates
           from employees e
           left join here on here.employee_id = e.id
           left join planned on planned.employee_id = e.id
           where e.organization_id = $1
             and ((here.employee_id is not null and (e.status <> 'deactivated' or e.last_day >= $3)) or planned.employee_id is not null)
           order by lower(e.name), e.id`,
    values: [orgId, locationId, range.startDate, range.endDate],
  },
];
