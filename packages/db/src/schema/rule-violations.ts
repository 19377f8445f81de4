import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { instant, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { tenantPolicy } from './roles.ts';
import { shifts } from './shifts.ts';

/**
 * A warning that somebody planned over: what the rule said of that version of the shift, who went on, when and why.
 * A fact: the app role may insert and read.
 */
export const ruleViolations = pgTable(
  'rule_violations',
  {
    organizationId: tenantId(),
    id: rowId(),
    shiftId: uuid('shift_id').notNull(),
    shiftVersion: integer('shift_version').notNull(),
    employeeId: uuid('employee_id').notNull(),
    rule: text().notNull(),
    severity: text({ enum: ['block', 'warn', 'info'] }).notNull(),
    /** The position or skill it is about. */
    subjectId: uuid('subject_id'),
    windowFrom: instant('window_from').notNull(),
    windowTo: instant('window_to').notNull(),
    /** Minutes, or days since 1970: which of the two the unit says. */
    unit: text({ enum: ['minutes', 'day'] }).notNull(),
    actual: integer(),
    limit: integer(),
    source: text().notNull(),
    overrideBy: uuid('override_by'),
    overrideReason: text('override_reason'),
    overrideAt: instant('override_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.shiftId],
      foreignColumns: [shifts.organizationId, shifts.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('rule_violations_by_shift').on(t.organizationId, t.shiftId, t.overrideAt),
    index('rule_violations_by_employee').on(t.organizationId, t.employeeId, t.windowFrom),
    check('rule_violations_severity', sql`severity in ('block', 'warn', 'info')`),
    check('rule_violations_unit', sql`unit in ('minutes', 'day')`),
    check('rule_violations_window', sql`window_to > window_from`),
    tenantPolicy('rule_violations'),
  ],
);
