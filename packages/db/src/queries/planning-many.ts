import type { Tx } from '../database.ts';
import type { DepartmentPlace } from './planning.ts';

export type Holder = {
  id: string;
  name: string;
  deactivated: boolean;
  lastDay: string | null;
  /** `[from, to)`; null: without an end. */
  contracts: { from: string | null; to: string | null }[];
};
export type PlaceFacts = DepartmentPlace & { name: string };
export type PositionFacts = { id: string; name: string; locationId: string | null; archived: boolean };
export type Period = { id: string; departmentId: string; startDate: string; endDate: string };

/** Departments with what planning needs of their location, by id. */
export async function findPlaces(tx: Tx, orgId: string, ids: readonly string[]): Promise<PlaceFacts[]> {
  const { rows } = await tx.$client.query<PlaceFacts>({
    name: 'places_many',
    text: `select d.id as "departmentId", d.name, l.id as "locationId", l.zone, o.week_start as "weekStart",
             d.archived_at is not null or l.archived_at is not null as archived
           from departments d join locations l on l.organization_id = d.organization_id and l.id = d.location_id
             join organizations o on o.id = d.organization_id
           where d.organization_id = $1 and d.id = any($2)`,
    values: [orgId, ids],
  });
  return rows;
}

export async function findPositions(tx: Tx, orgId: string, ids: readonly string[]): Promise<PositionFacts[]> {
  const { rows } = await tx.$client.query<PositionFacts>({
    name: 'positions_many',
    text: `select p.id, p.name, d.location_id as "locationId", p.archived_at is not null as archived
           from positions p left join departments d on d.organization_id = p.organization_id and d.id = p.department_id
           where p.organization_id = $1 and p.id = any($2)`,
    values: [orgId, ids],
  });
  return rows;
}

/** People with what decides whether they can be scheduled on a day. */
export async function findHolders(tx: Tx, orgId: string, ids: readonly string[]): Promise<Holder[]> {
  const { rows } = await tx.$client.query<Holder>({
    name: 'holders_many',
    text: `select e.id, e.name, e.status = 'deactivated' as deactivated, e.last_day as "lastDay",
             (select coalesce(json_agg(json_build_object('from', lower(c.valid), 'to', upper(c.valid))), '[]')
              from employment_contracts c where c.organization_id = e.organization_id and c.employee_id = e.id) as contracts
           from employees e where e.organization_id = $1 and e.id = any($2)`,
    values: [orgId, ids],
  });
  return rows;
}

/** Schedules of the departments that touch the days. */
export async function findPeriods(
  tx: Tx,
  orgId: string,
  departmentIds: readonly string[],
  days: { startDate: string; endDate: string },
): Promise<Period[]> {
  const { rows } = await tx.$client.query<Period>({
    name: 'periods_many',
    text: `select id, department_id as "departmentId", lower(period) as "startDate", (upper(period) - 1) as "endDate"
           from schedules where organization_id = $1 and department_id = any($2) and period && daterange($3, $4, '[]')`,
    values: [orgId, departmentIds, days.startDate, days.endDate],
  });
  return rows;
}

/** The plans of many people, taken in one order by everybody who takes several; see lockEmployeePlan. */
export async function lockEmployeePlans(tx: Tx, employeeIds: readonly string[]): Promise<void> {
  if (employeeIds.length === 0) return;
  await tx.$client.query({
    name: 'lock_plans',
    text: `select pg_advisory_xact_lock(key) from (
             select hashtextextended('shift:' || id, 0) as key from unnest($1::uuid[]) as id group by 1 order by 1) as keys`,
    values: [employeeIds],
  });
}
