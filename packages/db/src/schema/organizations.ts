import { sql } from 'drizzle-orm';
import { check, integer, pgPolicy, pgTable, text, uuid } from 'drizzle-orm/pg-core';
import { v7 as uuidv7 } from 'uuid';
import { createdAt, version } from './columns.ts';
import { appRole, authRole, currentTenant } from './roles.ts';

const isCurrent = sql`id = ${currentTenant}`;

/** The tenant. */
export const organizations = pgTable(
  'organizations',
  {
    id: uuid()
      .primaryKey()
      .$defaultFn(() => uuidv7()),
    name: text().notNull(),
    zone: text().notNull(),
    currency: text().notNull(),
    locale: text().notNull().default('en'),
    weekStart: integer('week_start').notNull().default(1),
    /** The organisation's id at another issuer (Clerk). */
    externalId: text('external_id').unique(),
    version: version(),
    createdAt: createdAt(),
  },
  () => [
    check('organizations_week_start', sql`week_start between 1 and 7`),
    check('organizations_currency', sql`currency ~ '^[A-Z]{3}$'`),
    pgPolicy('organizations_tenant', { to: appRole, for: 'all', using: isCurrent, withCheck: isCurrent }),
    pgPolicy('organizations_auth', { to: authRole, for: 'select', using: sql`true` }),
  ],
);
