import { sql } from 'drizzle-orm';
import {
  check,
  foreignKey,
  index,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  unique,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId } from './columns.ts';
import { departments } from './departments.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { organizations } from './organizations.ts';
import { authRole, tenantPolicy } from './roles.ts';
import { users } from './users.ts';

export const memberships = pgTable(
  'memberships',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('memberships_user').on(t.organizationId, t.userId),
    index('memberships_by_user').on(t.userId),
    tenantPolicy('memberships'),
    pgPolicy('memberships_auth', { to: authRole, for: 'select', using: sql`true` }),
  ],
);

/** A role, for the whole organisation or (manager) one location or department. */
export const roleAssignments = pgTable(
  'role_assignments',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    membershipId: uuid('membership_id').notNull(),
    role: text({ enum: ['owner', 'admin', 'manager', 'employee'] }).notNull(),
    locationId: uuid('location_id'),
    departmentId: uuid('department_id'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    unique('role_assignments_once')
      .on(t.organizationId, t.membershipId, t.role, t.locationId, t.departmentId)
      .nullsNotDistinct(),
    foreignKey({
      columns: [t.organizationId, t.membershipId],
      foreignColumns: [memberships.organizationId, memberships.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    check('role_assignments_role', sql`role in ('owner', 'admin', 'manager', 'employee')`),
    check('role_assignments_scope', sql`role = 'manager' or (location_id is null and department_id is null)`),
    tenantPolicy('role_assignments'),
  ],
);

/** The token itself is only in the mail; its SHA-256 is here. */
export const invitations = pgTable(
  'invitations',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    email: text().notNull(),
    tokenHash: text('token_hash').notNull().unique(),
    role: text({ enum: ['owner', 'admin', 'manager', 'employee'] }).notNull(),
    locationId: uuid('location_id'),
    departmentId: uuid('department_id'),
    expiresAt: instant('expires_at').notNull(),
    acceptedAt: instant('accepted_at'),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    index('invitations_by_employee').on(t.organizationId, t.employeeId),
    tenantPolicy('invitations'),
    pgPolicy('invitations_auth', { to: authRole, for: 'select', using: sql`true` }),
  ],
);
