import type { Tx } from '../database.ts';
import type { PlaceScope } from './place-scope.ts';

export type EmployeeStatus = 'active' | 'invited' | 'deactivated';
export type EmployeePlace = { departmentId: string; locationId: string };

export type EmployeeRow = {
  id: string;
  userId: string | null;
  name: string;
  /** What lists are ordered by. */
  sortName: string;
  email: string | null;
  phone: string | null;
  number: string | null;
  status: EmployeeStatus;
  invitedAt: string | null;
  version: number;
  places: EmployeePlace[];
  positionIds: string[];
  /** In force today, else the next to come, else the last. */
  contract: { from: string; to: string | null; minutesPerWeek: number | null } | null;
  /** In force today. */
  hourlyMinor: number | null;
};

export type EmployeeFilter = {
  search?: string;
  locationId?: string;
  departmentId?: string;
  status?: EmployeeStatus;
  after?: { sortName: string; id: string };
  limit: number;
};

// The limits keep the planner from starting at the departments, which it likes while tables are young: it probes by person.
/** `source` holds the rows wanted of employees. */
const select = (source: string) => `
  select e.id, e.user_id as "userId", e.name, lower(e.name) as "sortName", e.email, e.phone, e.number, e.status,
    e.invited_at as "invitedAt", e.version, places.list as places, held.ids as "positionIds",
    contract.facts as contract, rate.hourly_minor as "hourlyMinor"
  from ${source} e
  join organizations o on o.id = e.organization_id
  cross join lateral (
    select coalesce(json_agg(json_build_object('departmentId', d.id, 'locationId', d.location_id) order by d.id), '[]') as list
    from (
      select organization_id, department_id from employee_departments
      where organization_id = e.organization_id and employee_id = e.id limit 200
    ) ed
    join departments d on d.organization_id = ed.organization_id and d.id = ed.department_id and d.archived_at is null
  ) places
  cross join lateral (
    select coalesce(array_agg(p.id order by p.id), '{}') as ids
    from (
      select organization_id, position_id from employee_positions
      where organization_id = e.organization_id and employee_id = e.id limit 200
    ) ep
    join positions p on p.organization_id = ep.organization_id and p.id = ep.position_id and p.archived_at is null
  ) held
  left join lateral (
    select json_build_object('from', coalesce(lower(c.valid), date '0001-01-01'), 'to', upper(c.valid),
      'minutesPerWeek', c.minutes_per_week) as facts
    from employment_contracts c
    where c.organization_id = e.organization_id and c.employee_id = e.id
    order by c.valid @> ($2::timestamptz at time zone o.zone)::date desc,
      lower(c.valid) > ($2::timestamptz at time zone o.zone)::date desc,
      case when lower(c.valid) > ($2::timestamptz at time zone o.zone)::date then lower(c.valid) end asc,
      lower(c.valid) desc
    limit 1
  ) contract on true
  left join lateral (
    select r.hourly_minor from pay_rates r
    where r.organization_id = e.organization_id and r.employee_id = e.id and r.position_id is null
      and r.valid @> ($2::timestamptz at time zone o.zone)::date
    limit 1
  ) rate on true`;

const escapeLike = (text: string): string => text.replace(/[\\%_]/g, '\\$&');

/** One page by name; `now` decides which contract and rate are in force (in the organisation's zone). */
export async function listEmployeeRows(
  tx: Tx,
  orgId: string,
  now: string,
  scope: PlaceScope,
  filter: EmployeeFilter,
): Promise<EmployeeRow[]> {
  const { rows } = await tx.$client.query<EmployeeRow>({
    name: 'employees_list',
    // the page first: what belongs to a person is only looked up for those on it
    text: `with page as materialized (
      select * from employees e
      where e.organization_id = $1
        and ($3::boolean or exists (
          select 1 from employee_departments ed
          join departments d on d.organization_id = ed.organization_id and d.id = ed.department_id
          where ed.organization_id = $1 and ed.employee_id = e.id
            and (ed.department_id = any($4::uuid[]) or d.location_id = any($5::uuid[]))))
        and ($6::uuid is null or exists (
          select 1 from employee_departments ed
          join departments d on d.organization_id = ed.organization_id and d.id = ed.department_id
          where ed.organization_id = $1 and ed.employee_id = e.id and d.location_id = $6))
        and ($7::uuid is null or exists (
          select 1 from employee_departments ed
          where ed.organization_id = $1 and ed.employee_id = e.id and ed.department_id = $7))
        and ($8::text is null or e.status = $8)
        and ($9::text is null or lower(e.name) like lower($9) or lower(e.email) like lower($9) or lower(e.number) like lower($9))
        and ($10::text is null or (lower(e.name), e.id) > ($10, $11::uuid))
      order by lower(e.name), e.id
      limit $12
      ) ${select('page')}
      order by lower(e.name), e.id`,
    values: [
      orgId,
      now,
      scope === undefined,
      scope?.departmentIds ?? [],
      scope?.locationIds ?? [],
      filter.locationId ?? null,
      filter.departmentId ?? null,
      filter.status ?? null,
      filter.search ? `%${escapeLike(filter.search)}%` : null,
      filter.after?.sortName ?? null,
      filter.after?.id ?? null,
      filter.limit,
    ],
  });
  return rows;
}

/** One person as of `now`, which decides contract and rate in force; deactivated ones too. */
export async function findEmployee(
  tx: Tx,
  orgId: string,
  id: string,
  now: string,
): Promise<EmployeeRow | undefined> {
  const { rows } = await tx.$client.query<EmployeeRow>({
    name: 'employee_find',
    text: `${select('employees')} where e.organization_id = $1 and e.id = $3`,
    values: [orgId, now, id],
  });
  return rows[0];
}

/** The same, the row locked until the transaction ends. */
export async function lockEmployee(
  tx: Tx,
  orgId: string,
  id: string,
  now: string,
): Promise<EmployeeRow | undefined> {
  const [, row] = await Promise.all([
    tx.$client.query({
      name: 'employee_lock',
      text: 'select 1 from employees where organization_id = $1 and id = $2 for update',
      values: [orgId, id],
    }),
    findEmployee(tx, orgId, id, now),
  ]);
  return row;
}
