import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  jsonb,
  pgTable,
  primaryKey,
  text,
  unique,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { organizations } from './organizations.ts';
import { payPeriods } from './pay-periods.ts';
import { tenantPolicy } from './roles.ts';
import { timeEntries, timePunches } from './time-entries.ts';

/** One person's pay period. Totals are those of the last decision; a locked sheet keeps them. */
export const timesheets = pgTable(
  'timesheets',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    payPeriodId: uuid('pay_period_id').notNull(),
    state: text({ enum: ['open', 'submitted', 'approved', 'locked'] })
      .notNull()
      .default('open'),
    entries: integer().notNull().default(0),
    approvedEntries: integer('approved_entries').notNull().default(0),
    countedMinutes: integer('counted_minutes').notNull().default(0),
    breakMinutes: integer('break_minutes').notNull().default(0),
    adjustmentMinutes: integer('adjustment_minutes').notNull().default(0),
    submittedAt: instant('submitted_at'),
    approvedAt: instant('approved_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.payPeriodId],
      foreignColumns: [payPeriods.organizationId, payPeriods.id],
    }),
    unique('timesheets_once').on(t.organizationId, t.payPeriodId, t.employeeId),
    index('timesheets_by_employee').on(t.organizationId, t.employeeId),
    check('timesheets_state', sql`state in ('open', 'submitted', 'approved', 'locked')`),
    tenantPolicy('timesheets'),
  ],
);

/** What was last decided about an entry, and about which version of it: another version is undecided again. */
export const timeEntryReviews = pgTable(
  'time_entry_reviews',
  {
    organizationId: tenantId(),
    timeEntryId: uuid('time_entry_id').notNull(),
    state: text({ enum: ['approved', 'rejected', 'reopened'] }).notNull(),
    entryVersion: integer('entry_version').notNull(),
    reason: text(),
    automatic: boolean().notNull().default(false),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.timeEntryId] }),
    foreignKey({
      columns: [t.organizationId, t.timeEntryId],
      foreignColumns: [timeEntries.organizationId, timeEntries.id],
    }).onDelete('cascade'),
    check('time_entry_reviews_state', sql`state in ('approved', 'rejected', 'reopened')`),
    check('time_entry_reviews_reason', sql`state <> 'rejected' or length(reason) > 0`),
    tenantPolicy('time_entry_reviews'),
  ],
);

/** Times as somebody says they were; instants in ISO text. */
export type RequestedTimes = {
  startedAt: string;
  endedAt: string;
  breaks: { startedAt: string; endedAt: string; paid: boolean }[];
};

/** An employee's proposal: what it was and what it ought to be. Accepted, it becomes corrected punches. */
export const timesheetCorrections = pgTable(
  'timesheet_corrections',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    /** Null: work that was never punched. No reference: the entry may be computed anew. */
    timeEntryId: uuid('time_entry_id'),
    entryVersion: integer('entry_version'),
    locationId: uuid('location_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    zone: text().notNull(),
    before: jsonb().$type<{
      startedAt: string;
      endedAt: string | null;
      breaks?: { startedAt: string; endedAt: string; paid: boolean }[];
    } | null>(),
    requested: jsonb().$type<RequestedTimes>().notNull(),
    comment: text().notNull(),
    state: text({ enum: ['proposed', 'accepted', 'declined', 'withdrawn'] })
      .notNull()
      .default('proposed'),
    proposedBy: uuid('proposed_by'),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    reason: text(),
    version: version(),
    createdAt: instant('created_at').notNull(),
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
    uniqueIndex('timesheet_corrections_one_proposal')
      .on(t.organizationId, t.timeEntryId)
      .where(sql`state = 'proposed'`),
    index('timesheet_corrections_by_day').on(t.organizationId, t.localDate),
    index('timesheet_corrections_by_employee').on(t.organizationId, t.employeeId, t.localDate),
    check(
      'timesheet_corrections_state',
      sql`state in ('proposed', 'accepted', 'declined', 'withdrawn') and (state = 'proposed') = (decided_at is null)`,
    ),
    check('timesheet_corrections_reason', sql`state <> 'declined' or length(reason) > 0`),
    tenantPolicy('timesheet_corrections'),
  ],
);

/** What came too late for a locked period: settled by somebody, and counted in the period of that day. */
export const timesheetAdjustments = pgTable(
  'timesheet_adjustments',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    payPeriodId: uuid('pay_period_id').notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    punchId: uuid('punch_id'),
    state: text({ enum: ['open', 'counted', 'dismissed'] })
      .notNull()
      .default('open'),
    /** Signed; set when it is counted, with the later period that pays it. */
    minutes: integer(),
    countedInId: uuid('counted_in_id'),
    reason: text(),
    decidedBy: uuid('decided_by'),
    decidedAt: instant('decided_at'),
    version: version(),
    createdAt: instant('created_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.payPeriodId],
      foreignColumns: [payPeriods.organizationId, payPeriods.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.countedInId],
      foreignColumns: [payPeriods.organizationId, payPeriods.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.punchId],
      foreignColumns: [timePunches.organizationId, timePunches.id],
    }),
    uniqueIndex('timesheet_adjustments_punch').on(t.organizationId, t.punchId),
    index('timesheet_adjustments_by_employee').on(t.organizationId, t.employeeId, t.localDate),
    index('timesheet_adjustments_counted').on(t.organizationId, t.countedInId),
    check(
      'timesheet_adjustments_state',
      sql`state in ('open', 'counted', 'dismissed') and (state = 'open') = (decided_at is null)
        and (state = 'counted') = (minutes is not null) and (state = 'counted') = (counted_in_id is not null)`,
    ),
    check('timesheet_adjustments_minutes', sql`minutes between -2880 and 2880`),
    tenantPolicy('timesheet_adjustments'),
  ],
);

/** Decisions, append-only: who decided what about which row, why, and how it was before and after. */
export const approvals = pgTable(
  'approvals',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    /** What the decision is about; no reference, so that the decision outlives it. */
    subjectType: text('subject_type').notNull(),
    subjectId: uuid('subject_id').notNull(),
    employeeId: uuid('employee_id'),
    step: text().notNull(),
    decision: text().notNull(),
    reason: text(),
    /** Null: the product itself. */
    actorId: uuid('actor_id'),
    before: jsonb().$type<Record<string, unknown> | null>(),
    after: jsonb().$type<Record<string, unknown> | null>(),
    decidedAt: instant('decided_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('approvals_by_subject').on(t.organizationId, t.subjectType, t.subjectId, t.decidedAt),
    index('approvals_by_employee').on(t.organizationId, t.employeeId, t.decidedAt),
    tenantPolicy('approvals'),
  ],
);
