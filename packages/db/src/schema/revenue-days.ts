import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, rowId, tenantId, version } from './columns.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/** What a location really took in on a business day, in minor units of `currency`; never mixed with the forecast. */
export const revenueDays = pgTable(
  'revenue_days',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    revenueMinor: bigint('revenue_minor', { mode: 'number' }).notNull(),
    currency: text().notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('revenue_days_day').on(t.organizationId, t.locationId, t.localDate),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    check('revenue_days_revenue', sql`revenue_minor >= 0`),
    check('revenue_days_currency', sql`currency ~ '^[A-Z]{3}$'`),
    tenantPolicy('revenue_days'),
  ],
);
