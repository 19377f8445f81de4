import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  foreignKey,
  index,
  integer,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { departments } from './departments.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { positions } from './positions.ts';
import { tenantPolicy } from './roles.ts';
import { schedules } from './schedules.ts';

/**
 * The working copy. What employees see is the shift_publications row that `publication_id` points at.
 * One person in two places at once is refused by shifts_no_double_booking (exclusion constraint in the migration).
 */
export const shifts = pgTable(
  'shifts',
  {
    organizationId: tenantId(),
    id: rowId(),
    scheduleId: uuid('schedule_id').notNull(),
    locationId: uuid('location_id').notNull(),
    departmentId: uuid('department_id').notNull(),
    positionId: uuid('position_id'),
    /** Null: an open shift. */
    employeeId: uuid('employee_id'),
    startsAt: instant('starts_at').notNull(),
    endsAt: instant('ends_at').notNull(),
    /** The location's zone when the shift was planned, and the business day that follows from it. */
    zone: text().notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    notes: text(),
    /** Counts changes of the plan; publishing is not one, so a colleague's edit in flight stays good. */
    version: version(),
    publishedVersion: integer('published_version'),
    publicationId: uuid('publication_id'),
    deletedAt: instant('deleted_at'),
    createdAt: createdAt(),
    updatedAt: instant('updated_at')
      .notNull()
      .default(sql`now()`),
    updatedBy: uuid('updated_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.scheduleId],
      foreignColumns: [schedules.organizationId, schedules.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.departmentId],
      foreignColumns: [departments.organizationId, departments.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.positionId],
      foreignColumns: [positions.organizationId, positions.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    index('shifts_by_day').on(t.organizationId, t.localDate, t.locationId),
    index('shifts_by_employee').on(t.organizationId, t.employeeId, t.localDate),
    check('shifts_interval', sql`ends_at > starts_at`),
    check('shifts_length', sql`ends_at - starts_at <= interval '24 hours'`),
    tenantPolicy('shifts'),
  ],
);

export const shiftBreaks = pgTable(
  'shift_breaks',
  {
    organizationId: tenantId(),
    id: rowId(),
    shiftId: uuid('shift_id').notNull(),
    minutes: integer().notNull(),
    paid: boolean().notNull(),
    /** Null: somewhere inside the shift. */
    startsAt: instant('starts_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.shiftId],
      foreignColumns: [shifts.organizationId, shifts.id],
    }).onDelete('cascade'),
    index('shift_breaks_by_shift').on(t.organizationId, t.shiftId),
    check('shift_breaks_minutes', sql`minutes between 1 and 240`),
    tenantPolicy('shift_breaks'),
  ],
);
