import { and, eq, sql } from 'drizzle-orm';
import { v7 as uuidv7 } from 'uuid';
import type { Tx } from '../database.ts';
import { employeeDepartments, employeePositions, employees } from '../schema.ts';

export type NewEmployee = {
  id?: string;
  userId?: string | null;
  name: string;
  email?: string | null;
  phone?: string | null;
  number?: string | null;
  departmentIds: readonly string[];
  positionIds?: readonly string[];
  contract?: { from: string; to: string | null; minutesPerWeek: number | null };
  rate?: { from: string; hourlyMinor: number };
};

/** An active employee with departments, positions, contract and rate, in one statement. Returns the id. */
export async function insertEmployee(tx: Tx, orgId: string, employee: NewEmployee): Promise<string> {
  const id = employee.id ?? uuidv7();
  const { contract, rate } = employee;
  await tx.$client.query({
    name: 'employee_insert',
    text: `with e as (
        insert into employees (organization_id, id, user_id, name, email, phone, number)
        values ($1, $2, $3, $4, $5, $6, $7)
      ), d as (
        insert into employee_departments (organization_id, employee_id, department_id)
        select distinct $1::uuid, $2::uuid, department_id from unnest($8::uuid[]) as department_id
      ), p as (
        insert into employee_positions (organization_id, employee_id, position_id)
        select distinct $1::uuid, $2::uuid, position_id from unnest($9::uuid[]) as position_id
      ), c as (
        insert into employment_contracts (organization_id, id, employee_id, minutes_per_week, valid)
        select $1, $10::uuid, $2, $13::int, daterange($11::date, $12::date) where $11::date is not null
      )
      insert into pay_rates (organization_id, id, employee_id, hourly_minor, valid)
      select $1, $14::uuid, $2, $16::int, daterange($15::date, null) where $15::date is not null`,
    values: [
      orgId,
      id,
      employee.userId ?? null,
      employee.name,
      employee.email ?? null,
      employee.phone ?? null,
      employee.number ?? null,
      employee.departmentIds,
      employee.positionIds ?? [],
      uuidv7(),
      contract?.from ?? null,
      contract?.to ?? null,
      contract?.minutesPerWeek ?? null,
      uuidv7(),
      rate?.from ?? null,
      rate?.hourlyMinor ?? null,
    ],
  });
  return id;
}

export type EmployeeChange = {
  name?: string;
  email?: string | null;
  phone?: string | null;
  number?: string | null;
  status?: 'active' | 'invited' | 'deactivated';
  lastDay?: string | null;
  invitedAt?: string | null;
  userId?: string;
};

/** Changes the row and counts its version up. */
export async function updateEmployeeRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: EmployeeChange,
): Promise<void> {
  await tx
    .update(employees)
    .set({ ...change, version: sql`${employees.version} + 1` })
    .where(and(eq(employees.organizationId, orgId), eq(employees.id, id)));
}

/** The person works in these departments from now on, and in no other. */
export async function replaceDepartments(
  tx: Tx,
  orgId: string,
  employeeId: string,
  departmentIds: readonly string[],
): Promise<void> {
  await tx
    .delete(employeeDepartments)
    .where(
      and(eq(employeeDepartments.organizationId, orgId), eq(employeeDepartments.employeeId, employeeId)),
    );
  const rows = [...new Set(departmentIds)].map((departmentId) => ({
    organizationId: orgId,
    employeeId,
    departmentId,
  }));
  if (rows.length > 0) await tx.insert(employeeDepartments).values(rows);
}

/** Positions kept keep their validity. */
export async function replacePositions(
  tx: Tx,
  orgId: string,
  employeeId: string,
  positionIds: readonly string[],
): Promise<void> {
  await tx.$client.query({
    name: 'employee_positions_drop',
    text: 'delete from employee_positions where organization_id = $1 and employee_id = $2 and position_id <> all($3::uuid[])',
    values: [orgId, employeeId, positionIds],
  });
  const rows = [...new Set(positionIds)].map((positionId) => ({
    organizationId: orgId,
    employeeId,
    positionId,
  }));
  if (rows.length > 0) await tx.insert(employeePositions).values(rows).onConflictDoNothing();
}

export type FreedShift = {
  id: string;
  scheduleId: string;
  locationId: string;
  departmentId: string;
  localDate: string;
  version: number;
};

/** Takes the person off all shifts that start after both `lastDay` and `now`: they become open shifts. */
export async function openShiftsAfter(
  tx: Tx,
  orgId: string,
  employeeId: string,
  lastDay: string,
  now: string,
  updatedBy: string | null,
): Promise<FreedShift[]> {
  const { rows } = await tx.$client.query<FreedShift>({
    name: 'shifts_open_after',
    text: `update shifts set employee_id = null, version = version + 1, updated_at = $4, updated_by = $5
           where organization_id = $1 and employee_id = $2 and local_date > $3 and starts_at > $4 and deleted_at is null
           returning id, schedule_id as "scheduleId", location_id as "locationId", department_id as "departmentId",
             local_date as "localDate", version`,
    values: [orgId, employeeId, lastDay, now, updatedBy],
  });
  return rows;
}
