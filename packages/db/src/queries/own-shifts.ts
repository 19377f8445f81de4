import type { Statement } from '../database.ts';

/** A published shift with the names beside it; `open`: nobody has it. */
export type OwnShiftRow = {
  id: string;
  version: number;
  open: boolean;
  localDate: string;
  zone: string;
  startsAt: string;
  endsAt: string;
  breakMinutes: number;
  locationId: string;
  locationName: string;
  departmentId: string;
  departmentName: string;
  positionId: string | null;
  positionName: string | null;
  positionColor: string | null;
  notes: string | null;
  publishedAt: string;
};
export type ColleagueRow = {
  shiftId: string;
  employeeId: string;
  name: string;
  positionName: string | null;
  localDate: string;
  locationId: string;
  departmentId: string;
  startsAt: string;
  endsAt: string;
};

const CURRENT = (p: string, w: string) =>
  `join shifts ${w} on ${w}.organization_id = ${p}.organization_id and ${w}.id = ${p}.shift_id and ${w}.publication_id = ${p}.id`;

/** A person's published shifts of these days, and the open ones of their departments. Days one by one: each is a probe of an index. */
export const ownShiftsStatement = (
  orgId: string,
  employeeId: string,
  days: { own: readonly string[]; open: readonly string[] },
): Statement => ({
  name: 'own_shifts',
  text: `with seen as (
      select p.id, p.organization_id from shift_publications p ${CURRENT('p', 'w')}
      where p.organization_id = $1 and p.local_date = any($3::date[]) and p.employee_id = $2 and p.kind = 'published'
      union all
      select p.id, p.organization_id from shift_publications p ${CURRENT('p', 'w')}
      where p.organization_id = $1 and p.local_date = any($4::date[]) and p.employee_id is null and p.kind = 'published'
        and p.department_id in (select department_id from employee_departments where organization_id = $1 and employee_id = $2)
    )
    select p.shift_id as id, p.version, p.employee_id is null as open, p.local_date as "localDate", p.zone,
      p.starts_at as "startsAt", p.ends_at as "endsAt", p.location_id as "locationId", l.name as "locationName",
      p.department_id as "departmentId", d.name as "departmentName", p.position_id as "positionId", o.name as "positionName",
      o.color as "positionColor", p.notes, p.published_at as "publishedAt",
      (select coalesce(sum((b ->> 'minutes')::int), 0)::int from jsonb_array_elements(p.breaks) b) as "breakMinutes"
    from seen join shift_publications p on p.organization_id = $1 and p.id = seen.id
    join locations l on l.organization_id = $1 and l.id = p.location_id
    join departments d on d.organization_id = $1 and d.id = p.department_id
    left join positions o on o.organization_id = $1 and o.id = p.position_id
    order by p.starts_at, p.shift_id limit 2000`,
  values: [orgId, employeeId, days.own, days.open],
});

/**
 * Whose published shifts meet those of the person on these days, at the same place. The days around each are rows of their
 * own: row-level security lets only `=` between days into the index.
 */
export const colleaguesStatement = (
  orgId: string,
  employeeId: string,
  days: readonly string[],
): Statement => ({
  name: 'colleagues',
  text: `with mine as materialized (
      select m.location_id, m.starts_at, m.ends_at, near.day
      from shift_publications m ${CURRENT('m', 'wm')}
      cross join lateral (values (m.local_date - 1), (m.local_date), (m.local_date + 1)) as near(day)
      where m.organization_id = $1 and m.local_date = any($3::date[]) and m.employee_id = $2 and m.kind = 'published'
    )
    select distinct on (c.starts_at, c.shift_id) c.shift_id as "shiftId", c.employee_id as "employeeId", e.name,
      o.name as "positionName", c.local_date as "localDate", c.location_id as "locationId",
      c.department_id as "departmentId", c.starts_at as "startsAt", c.ends_at as "endsAt"
    from mine
    join shift_publications c on c.organization_id = $1 and c.location_id = mine.location_id and c.local_date = mine.day
      and c.kind = 'published' and c.starts_at < mine.ends_at and c.ends_at > mine.starts_at and c.employee_id <> $2
    ${CURRENT('c', 'wc')}
    join employees e on e.organization_id = c.organization_id and e.id = c.employee_id and e.status <> 'deactivated'
    left join positions o on o.organization_id = c.organization_id and o.id = c.position_id
    order by c.starts_at, c.shift_id limit 500`,
  values: [orgId, employeeId, days],
});
