import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, daterange, instant, rowId, tenantId, version } from './columns.ts';
import { locations } from './locations.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';

/** How an organisation's time is cut into pay periods, and how long what is private is kept. One row or none. */
export const timesheetSettings = pgTable(
  'timesheet_settings',
  {
    organizationId: tenantId().references(() => organizations.id),
    frequency: text({ enum: ['weekly', 'two_weekly', 'monthly'] })
      .notNull()
      .default('monthly'),
    /** First day of some period; for monthly ones its day of the month counts. */
    anchor: date({ mode: 'string' }).notNull().default('2024-01-01'),
    relockHours: integer('relock_hours').notNull().default(24),
    positionRetentionDays: integer('position_retention_days').notNull().default(90),
    photoRetentionDays: integer('photo_retention_days').notNull().default(30),
    /** May those who approve hours decide about their own? */
    ownApproval: boolean('own_approval').notNull().default(false),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId] }),
    check('timesheet_settings_frequency', sql`frequency in ('weekly', 'two_weekly', 'monthly')`),
    check(
      'timesheet_settings_anchor',
      sql`frequency <> 'monthly' or extract(day from anchor) between 1 and 28`,
    ),
    check('timesheet_settings_relock', sql`relock_hours between 1 and 168`),
    check(
      'timesheet_settings_retention',
      sql`position_retention_days between 1 and 3650 and photo_retention_days between 1 and 3650`,
    ),
    tenantPolicy('timesheet_settings'),
  ],
);

/** How far hours may lie from the plan at a location, in minutes, and whether what stays within is approved by itself. */
export const approvalTolerances = pgTable(
  'approval_tolerances',
  {
    organizationId: tenantId(),
    locationId: uuid('location_id').notNull(),
    automatic: boolean().notNull().default(false),
    startMinutes: integer('start_minutes').notNull(),
    endMinutes: integer('end_minutes').notNull(),
    totalMinutes: integer('total_minutes').notNull(),
    version: version(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.locationId] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    check(
      'approval_tolerances_minutes',
      sql`start_minutes between 0 and 240 and end_minutes between 0 and 240 and total_minutes between 0 and 480`,
    ),
    tenantPolicy('approval_tolerances'),
  ],
);

/** A stretch of business days that is paid together. No two share a day (exclusion constraint in the migration). */
export const payPeriods = pgTable(
  'pay_periods',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    period: daterange().notNull(),
    state: text({ enum: ['open', 'closed', 'locked'] })
      .notNull()
      .default('open'),
    /** Set while a locked period is unlocked: it locks itself again then. */
    relockAt: instant('relock_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    check('pay_periods_state', sql`state in ('open', 'closed', 'locked')`),
    check('pay_periods_relock', sql`relock_at is null or state <> 'locked'`),
    check(
      'pay_periods_bounded',
      sql`not isempty(period) and not lower_inf(period) and not upper_inf(period) and upper(period) - lower(period) <= 62`,
    ),
    tenantPolicy('pay_periods'),
  ],
);
