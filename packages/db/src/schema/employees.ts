import { sql } from 'drizzle-orm';
import {
  check,
  date,
  foreignKey,
  index,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, daterange, instant, rowId, tenantId, version } from './columns.ts';
import { departments } from './departments.ts';
import { organizations } from './organizations.ts';
import { positions } from './positions.ts';
import { tenantPolicy } from './roles.ts';
import { users } from './users.ts';

/** A person at work in one organisation. The login (if any) is `users`. */
export const employees = pgTable(
  'employees',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id').references(() => users.id),
    name: text().notNull(),
    email: text(),
    phone: text(),
    number: text(),
    status: text({ enum: ['active', 'invited', 'deactivated'] })
      .notNull()
      .default('active'),
    /** Last business day the person may be scheduled. */
    lastDay: date('last_day', { mode: 'string' }),
    invitedAt: instant('invited_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('employees_email')
      .on(t.organizationId, sql`lower(email)`)
      .where(sql`status <> 'deactivated'`),
    uniqueIndex('employees_number').on(t.organizationId, t.number),
    uniqueIndex('employees_user').on(t.organizationId, t.userId),
    index('employees_by_name').on(t.organizationId, sql`lower(name)`, t.id),
    check('employees_status', sql`status in ('active', 'invited', 'deactivated')`),
    tenantPolicy('employees'),
  ],
);

/** Where the person can be scheduled. */
export const employeeDepartments = pgTable(
  'employee_departments',
  {
    organizationId: tenantId(),
    employeeId: uuid('employee_id').notNull(),
    departmentId: uuid('department_id').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.employeeId, t.departmentId] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    index('employee_departments_by_department').on(t.organizationId, t.departmentId),
    tenantPolicy('employee_departments'),
  ],
);

/** Which positions the person may work, and when. */
export const employeePositions = pgTable(
  'employee_positions',
  {
    organizationId: tenantId(),
    employeeId: uuid('employee_id').notNull(),
    positionId: uuid('position_id').notNull(),
    valid: daterange()
      .notNull()
      .default(sql`'(,)'`),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.employeeId, t.positionId] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.positionId],
      foreignColumns: [positions.organizationId, positions.id],
    }),
    tenantPolicy('employee_positions'),
  ],
);
