import { and, asc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { locations } from '../schema.ts';

export type ClosedDayRow = { date: string; open: boolean; name: string | null };

export type LocationRow = {
  id: string;
  name: string;
  zone: string;
  address: string | null;
  latitude: number | null;
  longitude: number | null;
  geofenceRadiusMeters: number | null;
  closedWeekdays: number[];
  closedDays: ClosedDayRow[];
  version: number;
};

const columns = {
  id: locations.id,
  name: locations.name,
  zone: locations.zone,
  address: locations.address,
  latitude: locations.latitude,
  longitude: locations.longitude,
  geofenceRadiusMeters: locations.geofenceRadiusMeters,
  closedWeekdays: locations.closedWeekdays,
  closedDays: sql<
    ClosedDayRow[]
  >`coalesce((select json_agg(json_build_object('date', d.local_date, 'open', d.open, 'name', d.name)
      order by d.local_date) from closed_days d
    where d.organization_id = locations.organization_id and d.location_id = locations.id), '[]')`,
  version: locations.version,
};
const inUse = (orgId: string) => and(eq(locations.organizationId, orgId), isNull(locations.archivedAt));

/** The locations in use, by name, 500 at most. */
export async function listLocationRows(tx: Tx, orgId: string): Promise<LocationRow[]> {
  return tx
    .select(columns)
    .from(locations)
    .where(inUse(orgId))
    .orderBy(asc(sql`lower(${locations.name})`))
    .limit(500);
}

/** A location that is not archived. */
export async function findLocation(tx: Tx, orgId: string, id: string): Promise<LocationRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(locations)
    .where(and(inUse(orgId), eq(locations.id, id)));
  return row;
}

/** The same, locked until the transaction ends. */
export async function lockLocation(tx: Tx, orgId: string, id: string): Promise<LocationRow | undefined> {
  const [row] = await tx
    .select(columns)
    .from(locations)
    .where(and(inUse(orgId), eq(locations.id, id)))
    .for('update');
  return row;
}

export type LocationChange = Partial<Omit<LocationRow, 'id' | 'version' | 'closedDays'>>;
export type NewLocation = LocationChange & { name: string; zone: string };

export async function insertLocation(tx: Tx, orgId: string, values: NewLocation): Promise<LocationRow> {
  const [row] = await tx
    .insert(locations)
    .values({ organizationId: orgId, ...values })
    .returning(columns);
  return row as LocationRow;
}

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updateLocationRow(
  tx: Tx,
  orgId: string,
  id: string,
  change: LocationChange & { archivedAt?: string },
): Promise<LocationRow> {
  const [row] = await tx
    .update(locations)
    .set({ ...change, version: sql`${locations.version} + 1` })
    .where(and(eq(locations.organizationId, orgId), eq(locations.id, id)))
    .returning(columns);
  return row as LocationRow;
}
