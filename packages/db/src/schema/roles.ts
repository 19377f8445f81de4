import { sql, type SQL } from 'drizzle-orm';
import { pgPolicy, pgRole } from 'drizzle-orm/pg-core';

/** The product's requests: row-level security always applies. */
export const appRole = pgRole('vaktplan_app').existing();
/** Sign-in: users, sessions and which organisations a user belongs to. Sees no product data. */
export const authRole = pgRole('vaktplan_auth').existing();
/** The outbox relay: events of every tenant, nothing else. */
export const relayRole = pgRole('vaktplan_relay').existing();

// '' and not NULL is what a connection gives back after its first use, hence nullif
export const currentTenant: SQL = sql`nullif(current_setting('app.organization_id', true), '')::uuid`;

const ownRows: SQL = sql`organization_id = ${currentTenant}`;

/** The one rule of tenancy: a row is seen and written only inside its organisation. */
export const tenantPolicy = (table: string) =>
  pgPolicy(`${table}_tenant`, { to: appRole, for: 'all', using: ownRows, withCheck: ownRows });
