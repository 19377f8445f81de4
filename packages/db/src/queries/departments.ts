import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { departments } from '../schema.ts';

export type DepartmentRow = {
  id: string;
  locationId: string;
  name: string;
  costCentre: string | null;
  version: number;
};

const columns = {
  id: departments.id,
  locationId: departments.locationId,
  name: departments.name,
  costCentre: departments.costCentre,
  version: departments.version,
};
const inUse = (orgId: string) => and(eq(departments.organizationId, orgId), isNull(departments.archivedAt));

/** The departments in use, by name, 2,000 at most. */
export async function listDepartmentRows(tx: Tx, orgId: string): Promise<DepartmentRow[]> {
  return tx
    .select(columns)
    .from(departments)
    .where(inUse(orgId))
    .orderBy(asc(sql`lower(${departments.name})`), asc(departments.id))
    .limit(2000);
}

/** Those of the ids that are departments in use. */
export async function findDepartments(
  tx: Tx,
  orgId: string,
  ids: readonly string[],
): Promise<DepartmentRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(departments)
    .where(and(inUse(orgId), inArray(departments.id, [...ids])));
}

/** A department in use, locked until the transaction ends. */
export async function lockDepartment(tx: Tx, orgId: string, id: string): Promise<DepartmentRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(departments)
    .where(and(inUse(orgId), eq(departments.id, id)))
    .for('update');
  return row;
}

export type NewDepartment = { locationId: string; name: string; costCentre?: string | null };

export async function insertDepartment(tx: Tx, orgId: string, values: NewDepartment): Promise<DepartmentRow> {
  const [row] = await tx
    .insert(departments)
    .values({ organizationId: orgId, ...values })
    .returning(columns);
  return row as DepartmentRow;
}

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updateDepartmentRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: { name?: string; costCentre?: string | null; archivedAt?: string },
): Promise<DepartmentRow> {
  const [row] = await tx
    .update(departments)
    .set({ ...change, version: sql`${departments.version} + 1` })
    .where(and(eq(departments.organizationId, orgId), eq(departments.id, id)))
    .returning(columns);
  return row as DepartmentRow;
}

/** Archives all departments of a location that are still in use. */
export async function archiveDepartmentsOf(
  tx: Tx,
  orgId: string,
  locationId: string,
  archivedAt: string,
): Promise<void> {
  await tx
    .update(departments)
    .set({ archivedAt, version: sql`${departments.version} + 1` })
    .where(and(inUse(orgId), eq(departments.locationId, locationId)));
}
