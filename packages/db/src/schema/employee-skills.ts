import { sql } from 'drizzle-orm';
import { check, foreignKey, index, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAt, daterange, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { positions, skills } from './positions.ts';
import { tenantPolicy } from './roles.ts';

/** Held from its issue to its expiry, `[from, to)`; a renewal is another row, which never overlaps (exclusion constraint). */
export const employeeSkills = pgTable(
  'employee_skills',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    skillId: uuid('skill_id').notNull(),
    valid: daterange()
      .notNull()
      .default(sql`'(,)'`),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.skillId],
      foreignColumns: [skills.organizationId, skills.id],
    }),
    index('employee_skills_by_skill').on(t.organizationId, t.skillId),
    check('employee_skills_valid', sql`not isempty(valid)`),
    tenantPolicy('employee_skills'),
  ],
);

/** What who works the position must hold on every day of the shift. */
export const positionSkills = pgTable(
  'position_skills',
  {
    organizationId: tenantId(),
    positionId: uuid('position_id').notNull(),
    skillId: uuid('skill_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.positionId, t.skillId] }),
    foreignKey({
      columns: [t.organizationId, t.positionId],
      foreignColumns: [positions.organizationId, positions.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.skillId],
      foreignColumns: [skills.organizationId, skills.id],
    }),
    index('position_skills_by_skill').on(t.organizationId, t.skillId),
    tenantPolicy('position_skills'),
  ],
);
