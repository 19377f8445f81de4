import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { departments } from './departments.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';

/** A job on the grid: of one department, or of the whole organisation. */
export const positions = pgTable(
  'positions',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    departmentId: uuid('department_id'),
    name: text().notNull(),
    color: text().notNull(),
    archivedAt: instant('archived_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    uniqueIndex('positions_name')
      .on(t.organizationId, sql`coalesce(department_id, organization_id)`, sql`lower(name)`)
      .where(sql`archived_at is null`),
    check('positions_color', sql`color ~* '^#[0-9a-f]{6}$'`),
    tenantPolicy('positions'),
  ],
);

export const skills = pgTable(
  'skills',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    name: text().notNull(),
    archivedAt: instant('archived_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('skills_name')
      .on(t.organizationId, sql`lower(name)`)
      .where(sql`archived_at is null`),
    tenantPolicy('skills'),
  ],
);
