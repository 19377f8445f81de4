import { sql } from 'drizzle-orm';
import { foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

export const departments = pgTable(
  'departments',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    name: text().notNull(),
    costCentre: text('cost_centre'),
    archivedAt: instant('archived_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    uniqueIndex('departments_name')
      .on(t.organizationId, t.locationId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    tenantPolicy('departments'),
  ],
);
