import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, daterange, instant, rowId, tenantId, version } from './columns.ts';
import { departments } from './departments.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/** A planning period of one department; periods of one department never overlap (exclusion constraint). */
export const schedules = pgTable(
  'schedules',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    period: daterange().notNull(),
    state: text({ enum: ['draft', 'published'] })
      .notNull()
      .default('draft'),
    publishedAt: instant('published_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    check('schedules_period', sql`not isempty(period)`),
    check('schedules_state', sql`state in ('draft', 'published')`),
    tenantPolicy('schedules'),
  ],
);
