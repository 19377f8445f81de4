import { eq, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { organizations } from '../schema.ts';

export type OrganizationRow = {
  id: string;
  name: string;
  zone: string;
  currency: string;
  locale: string;
  weekStart: number;
  createdAt: string;
  version: number;
};

const columns = {
  id: organizations.id,
  name: organizations.name,
  zone: organizations.zone,
  currency: organizations.currency,
  locale: organizations.locale,
  weekStart: organizations.weekStart,
  createdAt: organizations.createdAt,
  version: organizations.version,
};

export async function findOrganization(tx: Tx, orgId: string): Promise<OrganizationRow | undefined> {
  const [row] = await tx.select(columns).from(organizations).where(eq(organizations.id, orgId));
  return row;
}

/** The zones of the organisation and of its locations in use. */
export async function listZones(tx: Tx, orgId: string): Promise<string[]> {
  const { rows } = await tx.$client.query<{ zone: string }>({
    name: 'organization_zones',
    text: `select zone from organizations where id = $1
           union select zone from locations where organization_id = $1 and archived_at is null`,
    values: [orgId],
  });
  return rows.map(({ zone }) => zone);
}

/** The row, locked until the transaction ends. */
export async function lockOrganization(tx: Tx, orgId: string): Promise<OrganizationRow | undefined> {
  const [row] = await tx.select(columns).from(organizations).where(eq(organizations.id, orgId)).for('update');
  return row;
}

export type NewOrganization = { name: string; zone: string; currency: string; locale?: string };

/** Undefined when an organisation of that id is there already. */
export async function insertOrganization(
  tx: Tx,
  orgId: string,
  values: NewOrganization,
): Promise<OrganizationRow | undefined> {
  const [row] = await tx
    .insert(organizations)
    .values({ id: orgId, ...values })
    .onConflictDoNothing()
    .returning(columns);
  return row;
}

export type OrganizationChange = Partial<
  Pick<OrganizationRow, 'name' | 'zone' | 'currency' | 'locale' | 'weekStart'>
>;

/** Changes the row, which the caller holds locked, and counts its version up. */
export async function updateOrganizationRow(
  tx: Tx,
  orgId: string,
  change: OrganizationChange,
): Promise<OrganizationRow> {
  const [row] = await tx
    .update(organizations)
    .set({ ...change, version: sql`${organizations.version} + 1` })
    .where(eq(organizations.id, orgId))
    .returning(columns);
  return row as OrganizationRow;
}
