import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

export type Filled = { organizationId: string; locationId: string };
export type Size = { employees: number; departments: number; weeksBefore: number; weeksAfter: number };

const ZONE = 'Europe/Copenhagen';

const EMPLOYEES = `
  with people as (
    insert into employees (organization_id, id, name, email)
    select $1, uuidv7(), 'Person ' || n, 'person' || n || '@bench.test' from generate_series(1, $3::int) n
    returning id
  ), placed as (
    insert into employee_departments (organization_id, employee_id, department_id)
    select $1, id, ($2::uuid[])[1 + row_number() over (order by id) % cardinality($2::uuid[])] from people
  )
  insert into employment_contracts (organization_id, id, employee_id, valid)
  select $1, uuidv7(), id, '[2020-01-01,)' from people`;

const SCHEDULES = `
  insert into schedules (organization_id, id, location_id, department_id, period)
  select $1, uuidv7(), $2, d.id, daterange(monday, monday + 7)
  from departments d, unnest($3::date[]) monday where d.organization_id = $1`;

// five shifts a week for each person, eight hours from 06:00, 08:00 or 14:00, one break, published in the week of today
const SHIFTS = `
  insert into shifts (organization_id, id, schedule_id, location_id, department_id, position_id, employee_id,
                      starts_at, ends_at, zone, local_date, version, published_version)
  select $1, uuidv7(), s.id, s.location_id, s.department_id, p.id, e.employee_id, at, at + interval '8 hours', '${ZONE}', day, 1, 1
  from schedules s
  join positions p on p.organization_id = s.organization_id and p.department_id = s.department_id
  join (select *, row_number() over (order by employee_id) as nr from employee_departments where organization_id = $1) e
    on e.department_id = s.department_id
  cross join generate_series(0, 4) as n
  cross join lateral (select lower(s.period) + ((n + e.nr) % 7)::int as day) d
  cross join lateral (select (day + (array['06:00', '08:00', '14:00'])[1 + e.nr % 3]::time) at time zone '${ZONE}' as at) t
  where s.organization_id = $1`;

const BREAKS = `
  insert into shift_breaks (organization_id, id, shift_id, minutes, paid)
  select organization_id, uuidv7(), id, 30, false from shifts where organization_id = $1`;

const PUBLISHED = `
  with snapshots as (
    insert into shift_publications (organization_id, id, publication_id, shift_id, kind, version, schedule_id, location_id,
      department_id, position_id, employee_id, starts_at, ends_at, zone, local_date, breaks, published_at)
    select organization_id, uuidv7(), $1, id, 'published', version, schedule_id, location_id, department_id, position_id,
      employee_id, starts_at, ends_at, zone, local_date, '[{"minutes": 30, "paid": false, "startsAt": null}]', now()
    from shifts where organization_id = $1 and local_date between $2 and $3
    returning id, shift_id
  )
  update shifts s set publication_id = p.id from snapshots p where s.organization_id = $1 and s.id = p.shift_id`;

/** An organisation of one location with its people and their plan around the week that starts on `monday`. */
export async function fillOrganization(client: pg.Client, monday: string, size: Size): Promise<Filled> {
  const organizationId = uuidv7();
  const locationId = uuidv7();
  const departmentIds = Array.from({ length: size.departments }, () => uuidv7());
  const day = (offset: number): string =>
    new Date(Date.parse(monday) + offset * 86_400_000).toISOString().slice(0, 10);
  const weeks = Array.from({ length: size.weeksBefore + 1 + size.weeksAfter }, (_, week) =>
    day((week - size.weeksBefore) * 7),
  );
  await client.query('insert into organizations (id, name, zone, currency) values ($1, $2, $3, $4)', [
    organizationId,
    `Organisation ${organizationId}`,
    ZONE,
    'DKK',
  ]);
  await client.query('insert into locations (organization_id, id, name, zone) values ($1, $2, $3, $4)', [
    organizationId,
    locationId,
    'Main street',
    ZONE,
  ]);
  await client.query(
    `insert into departments (organization_id, id, location_id, name) select $1, id, $2, 'Department ' || id from unnest($3::uuid[]) id`,
    [organizationId, locationId, departmentIds],
  );
  await client.query(
    `insert into positions (organization_id, id, department_id, name, color) select $1, uuidv7(), id, 'Service', '#3366ff' from unnest($2::uuid[]) id`,
    [organizationId, departmentIds],
  );
  await client.query(EMPLOYEES, [organizationId, departmentIds, size.employees]);
  await client.query(SCHEDULES, [organizationId, locationId, weeks]);
  await client.query(SHIFTS, [organizationId]);
  await client.query(BREAKS, [organizationId]);
  await client.query(PUBLISHED, [organizationId, monday, day(6)]);
  return { organizationId, locationId };
}
