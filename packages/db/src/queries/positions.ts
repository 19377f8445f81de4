import { and, asc, eq, inArray, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { departments, positions } from '../schema.ts';

export type PositionRow = {
  id: string;
  departmentId: string | null;
  /** Of the department; null for a position of the whole organisation. */
  locationId: string | null;
  name: string;
  color: string;
  version: number;
};

const columns = {
  id: positions.id,
  departmentId: positions.departmentId,
  locationId: departments.locationId,
  name: positions.name,
  color: positions.color,
  version: positions.version,
};
const inUse = (orgId: string) => and(eq(positions.organizationId, orgId), isNull(positions.archivedAt));
const ofDepartment = and(
  eq(departments.organizationId, positions.organizationId),
  eq(departments.id, positions.departmentId),
);

/** The positions in use, by name, 2,000 at most. */
export async function listPositionRows(tx: Tx, orgId: string): Promise<PositionRow[]> {
  return tx
    .select(columns)
    .from(positions)
    .leftJoin(departments, ofDepartment)
    .where(inUse(orgId))
    .orderBy(asc(sql`lower(${positions.name})`), asc(positions.id))
    .limit(2000);
}

/** Those of the ids that are positions in use. */
export async function findPositions(tx: Tx, orgId: string, ids: readonly string[]): Promise<PositionRow[]> {
  if (ids.length === 0) return [];
  return tx
    .select(columns)
    .from(positions)
    .leftJoin(departments, ofDepartment)
    .where(and(inUse(orgId), inArray(positions.id, [...ids])));
}

/** A position in use, locked until the transaction ends. */
export async function lockPosition(tx: Tx, orgId: string, id: string): Promise<PositionRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(positions)
    .leftJoin(departments, ofDepartment)
    .where(and(inUse(orgId), eq(positions.id, id)))
    .for('update', { of: positions });
  return row;
}

type StoredPosition = Omit<PositionRow, 'locationId'>;
const stored = {
  id: positions.id,
  departmentId: positions.departmentId,
  name: positions.name,
  color: positions.color,
  version: positions.version,
};

export async function insertPosition(
  tx: Tx,
  orgId: string,
  values: { departmentId?: string | null; name: string; color: string },
): Promise<StoredPosition> {
  const [row] = await tx
    .insert(positions)
    .values({ organizationId: orgId, ...values })
    .returning(stored);
  return row as StoredPosition;
}

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updatePositionRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: { name?: string; color?: string; archivedAt?: string },
): Promise<StoredPosition> {
  const [row] = await tx
    .update(positions)
    .set({ ...change, version: sql`${positions.version} + 1` })
    .where(and(eq(positions.organizationId, orgId), eq(positions.id, id)))
    .returning(stored);
  return row as StoredPosition;
}
