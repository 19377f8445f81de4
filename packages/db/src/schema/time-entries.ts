import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  date,
  doublePrecision,
  foreignKey,
  index,
  integer,
  json,
  jsonb,
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

/**
 * Derived worked interval, from the IN to the OUT that closes it, whatever the calendar day. Computed from punches by
 * `engine_version` and replaced by its key, the id of the punch that opened it.
 */
export const timeEntries = pgTable(
  'time_entries',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    locationId: uuid('location_id').notNull(),
    shiftId: uuid('shift_id'),
    /** What was planned right after `shift_id` and worked in the same go, in order; null: nothing. */
    furtherShiftIds: uuid('further_shift_ids').array(),
    startedAt: instant('started_at').notNull(),
    endedAt: instant('ended_at'),
    zone: text().notNull(),
    localDate: date('local_date', { mode: 'string' }).notNull(),
    /** After rounding and limits; null: as punched. */
    countedStart: instant('counted_start'),
    countedEnd: instant('counted_end'),
    /** Counted, without unpaid breaks; null while open. */
    workedMinutes: integer('worked_minutes'),
    /** Unpaid minutes taken off by rule, at no particular time. */
    deductedMinutes: integer('deducted_minutes').notNull().default(0),
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    deviations: jsonb().$type<unknown>().notNull().default([]),
    /** Worked minutes by business day. */
    days: jsonb().$type<unknown>().notNull().default([]),
    openedBy: uuid('opened_by'),
    closedBy: uuid('closed_by'),
    punchIds: uuid('punch_ids')
      .array()
      .notNull()
      .default(sql`'{}'::uuid[]`),
    /** A punch after this cannot change the entry any more; null: any punch may. */
    settledAt: instant('settled_at'),
    /** When an entry that is still open is closed by the product. */
    dueAt: instant('due_at'),
    policyId: uuid('policy_id'),
    policyVersion: integer('policy_version'),
    /** Null: written before entries were computed. */
    engineVersion: integer('engine_version'),
    inputsHash: text('inputs_hash'),
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
    check('time_entries_interval', sql`ended_at is null or ended_at >= started_at`),
    check('time_entries_counted', sql`counted_end is null or counted_end >= counted_start`),
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
    check('time_entry_breaks_interval', sql`ended_at is null or ended_at >= started_at`),
    tenantPolicy('time_entry_breaks'),
  ],
);

/**
 * Facts, append-only: the app role may insert and read. The id is made by the device and is the key. A correction is a
 * further fact, which names the punch that it takes the place of (kind `void`: of which nothing remains).
 */
export const timePunches = pgTable(
  'time_punches',
  {
    organizationId: tenantId(),
    id: rowId(),
    employeeId: uuid('employee_id').notNull(),
    /** Which entry it made, when it was written before entries were computed. */
    timeEntryId: uuid('time_entry_id'),
    kind: text({ enum: ['in', 'out', 'break_start', 'break_end', 'void'] }).notNull(),
    /** The device's time of the tap, and ours of its arrival. */
    occurredAt: instant('occurred_at').notNull(),
    receivedAt: instant('received_at').notNull(),
    /** When it counts, if that is not what the device's clock said. */
    happenedAt: instant('happened_at'),
    /** The device's monotonic clock at the tap, comparable within one boot; and which tap of it this was. */
    monotonicMs: doublePrecision('monotonic_ms'),
    bootId: uuid('boot_id'),
    sequence: integer(),
    source: text({ enum: ['web', 'mobile', 'kiosk', 'manager'] })
      .notNull()
      .default('web'),
    /** Where the position lies: inside, uncertain, outside, or why it says nothing. */
    place: text(),
    flags: text()
      .array()
      .notNull()
      .default(sql`'{}'::text[]`),
    photoKey: text('photo_key'),
    /** The original punch that this one corrects, by whom and in which correction. */
    replacesId: uuid('replaces_id'),
    correctedBy: uuid('corrected_by'),
    correctionId: uuid('correction_id'),
    /** Says of a corrected break whether it is paid; null: as the policy says. */
    breakPaid: boolean('break_paid'),
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
    // not coalesce(), which row-level security lets no index condition be made of
    index('time_punches_by_moment').on(
      t.organizationId,
      t.employeeId,
      sql`(case when happened_at is null then occurred_at else happened_at end)`,
    ),
    index('time_punches_corrections')
      .on(t.organizationId, t.replacesId)
      .where(sql`replaces_id is not null`),
    check('time_punches_kind', sql`kind in ('in', 'out', 'break_start', 'break_end', 'void')`),
    check('time_punches_void', sql`kind <> 'void' or replaces_id is not null`),
    tenantPolicy('time_punches'),
  ],
);
