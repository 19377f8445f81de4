import { sql } from 'drizzle-orm';
import { check, doublePrecision, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';

export const locations = pgTable(
  'locations',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    name: text().notNull(),
    /** IANA zone: business days and wall-clock times of everything that happens here. */
    zone: text().notNull(),
    address: text(),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    geofenceRadiusMeters: integer('geofence_radius_meters'),
    /** ISO days of the week on which it is closed, 1 Monday to 7 Sunday; single dates are in `closed_days`. */
    closedWeekdays: integer('closed_weekdays')
      .array()
      .notNull()
      .default(sql`'{}'`),
    archivedAt: instant('archived_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('locations_name')
      .on(t.organizationId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    check(
      'locations_geofence',
      sql`(latitude is null) = (longitude is null) and (latitude is null) = (geofence_radius_meters is null)`,
    ),
    check('locations_closed_weekdays', sql`closed_weekdays <@ array[1, 2, 3, 4, 5, 6, 7]`),
    tenantPolicy('locations'),
  ],
);
