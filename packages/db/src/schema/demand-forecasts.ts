import { sql } from 'drizzle-orm';
import {
  bigint,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, rowId, tenantId, version } from './columns.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/** What a location expects of a business day. Each figure may be missing; amounts are minor units of `currency`. */
export const demandForecasts = pgTable(
  'demand_forecasts',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    revenueMinor: bigint('revenue_minor', { mode: 'number' }),
    minutes: integer(),
    /** Labour cost as a share of revenue that the day may reach, in hundredths of a percent. */
    targetBasisPoints: integer('target_basis_points'),
    /** The organisation's when the row was written: a change of currency does not turn old kroner into euro. */
    currency: text().notNull(),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('demand_forecasts_day').on(t.organizationId, t.locationId, t.localDate),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    check('demand_forecasts_revenue', sql`revenue_minor >= 0`),
    check('demand_forecasts_minutes', sql`minutes >= 0`),
    check('demand_forecasts_target', sql`target_basis_points between 0 and 100000`),
    check('demand_forecasts_currency', sql`currency ~ '^[A-Z]{3}$'`),
    tenantPolicy('demand_forecasts'),
  ],
);
