import { sql } from 'drizzle-orm';
import { check, foreignKey, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, daterange, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { positions } from './positions.ts';
import { tenantPolicy } from './roles.ts';

/** Valid-dated; two contracts of one person never overlap (exclusion constraint in the migration). */
export const employmentContracts = pgTable(
  'employment_contracts',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    kind: text({ enum: ['hourly', 'salaried'] })
      .notNull()
      .default('hourly'),
    minutesPerWeek: integer('minutes_per_week'),
    valid: daterange().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    check('employment_contracts_valid', sql`not isempty(valid)`),
    check('employment_contracts_minutes', sql`minutes_per_week between 0 and 6000`),
    tenantPolicy('employment_contracts'),
  ],
);

/** Valid-dated hourly rate in minor units of the organisation's currency; null position: every position. */
export const payRates = pgTable(
  'pay_rates',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    positionId: uuid('position_id'),
    hourlyMinor: integer('hourly_minor').notNull(),
    valid: daterange().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.positionId],
      foreignColumns: [positions.organizationId, positions.id],
    }),
    check('pay_rates_valid', sql`not isempty(valid)`),
    check('pay_rates_amount', sql`hourly_minor >= 0`),
    tenantPolicy('pay_rates'),
  ],
);
