import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  json,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';
import { shifts } from './shifts.ts';

/** Derived worked interval: from the IN to the OUT that closes it, whatever the calendar day. */
export const timeEntries = pgTable(
  'time_entries',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    locationId: uuid('location_id').notNull(),
    shiftId: uuid('shift_id'),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    zone: text().notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
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
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.shiftId],
      foreignColumns: [shifts.organizationId, shifts.id],
    }),
    uniqueIndex('time_entries_one_open')
      .on(t.organizationId, t.employeeId)
      .where(sql`ended_at is null`),
    index('time_entries_by_day').on(t.organizationId, t.localDate, t.locationId),
    index('time_entries_by_employee').on(t.organizationId, t.employeeId, t.startedAt),
    index('time_entries_open')
      .on(t.organizationId, t.locationId)
      .where(sql`ended_at is null`),
    check('time_entries_interval', sql`ended_at is null or ended_at > started_at`),
    tenantPolicy('time_entries'),
  ],
);

export const timeEntryBreaks = pgTable(
  'time_entry_breaks',
  {
    organizationId: tenantId(),
    id: rowId(),
    timeEntryId: uuid('time_entry_id').notNull(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    paid: boolean().notNull().default(false),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.timeEntryId],
      foreignColumns: [timeEntries.organizationId, timeEntries.id],
    }).onDelete('cascade'),
    uniqueIndex('time_entry_breaks_one_open')
      .on(t.organizationId, t.timeEntryId)
      .where(sql`ended_at is null`),
    index('time_entry_breaks_by_entry').on(t.organizationId, t.timeEntryId),
    check('time_entry_breaks_interval', sql`ended_at is null or ended_at > started_at`),
    tenantPolicy('time_entry_breaks'),
  ],
);

/** Facts, append-only: the app role may insert and read. The id is made by the device and is the key. */
export const timePunches = pgTable(
  'time_punches',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    timeEntryId: uuid('time_entry_id').notNull(),
    kind: text({ enum: ['in', 'out', 'break_start', 'break_end'] }).notNull(),
    /** The device's time of the tap, and ours of its arrival. */
    occurredAt: instant('occurred_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    locationId: uuid('location_id').notNull(),
    zone: text().notNull(),
    offline: boolean().notNull().default(false),
    deviceId: uuid('device_id'),
    latitude: doublePrecision(),
    longitude: doublePrecision(),
    accuracyMeters: doublePrecision('accuracy_meters'),
    ageSeconds: doublePrecision('age_seconds'),
    mocked: boolean(),
    userId: uuid('user_id'),
    /** What the device was told: replayed when it sends the punch again. Null for imported punches. */
    answer: json().$type<unknown>(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }),
    foreignKey({
      columns: [t.organizationId, t.timeEntryId],
      foreignColumns: [timeEntries.organizationId, timeEntries.id],
    }),
    index('time_punches_by_employee').on(t.organizationId, t.employeeId, t.occurredAt),
    index('time_punches_by_entry').on(t.organizationId, t.timeEntryId),
    check('time_punches_kind', sql`kind in ('in', 'out', 'break_start', 'break_end')`),
    tenantPolicy('time_punches'),
  ],
);
