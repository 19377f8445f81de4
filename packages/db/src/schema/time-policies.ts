import { sql } from 'drizzle-orm';
import { check, foreignKey, index, jsonb, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAt, daterange, rowId, tenantId, version } from './columns.ts';
import { locations } from './locations.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';

/**
 * How punches become hours, and from where one may punch: valid-dated, of one location or (null) of the organisation.
 * Two of one scope never overlap (exclusion constraint in the migration).
 */
export const timePolicies = pgTable(
  'time_policies',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    locationId: uuid('location_id'),
    valid: daterange().notNull(),
    /** TimePolicySettings of the contracts. */
    settings: jsonb().$type<unknown>().notNull(),
    createdBy: uuid('created_by'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    index('time_policies_by_location').on(t.organizationId, t.locationId),
    check('time_policies_valid', sql`not isempty(valid)`),
    tenantPolicy('time_policies'),
  ],
);
