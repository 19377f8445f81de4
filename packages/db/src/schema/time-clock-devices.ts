import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  foreignKey,
  integer,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId, version } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { authRole, tenantPolicy } from './roles.ts';

/** A shared tablet at a location. Of its token and its one-time code only hashes are kept. */
export const timeClockDevices = pgTable(
  'time_clock_devices',
  {
    organizationId: tenantId(),
    id: rowId(),
    locationId: uuid('location_id').notNull(),
    /** Whose people it is for; empty: everybody of the location. */
    departmentIds: uuid('department_ids')
      .array()
      .notNull()
      .default(sql`'{}'`),
    name: text().notNull(),
    identification: text({ enum: ['pin', 'name', 'name_and_pin'] })
      .notNull()
      .default('name_and_pin'),
    photo: text({ enum: ['off', 'optional', 'required'] })
      .notNull()
      .default('off'),
    /** May people clock in who have no shift now? */
    unscheduled: boolean().notNull().default(true),
    codeHash: text('code_hash'),
    codeExpiresAt: instant('code_expires_at'),
    tokenHash: text('token_hash'),
    /** The token before the last change; good until the new one is used, so a lost answer locks no tablet out. */
    previousTokenHash: text('previous_token_hash'),
    tokenIssuedAt: instant('token_issued_at'),
    enrolledAt: instant('enrolled_at'),
    lastSeenAt: instant('last_seen_at'),
    /** The tablet's clock minus ours, when it was last seen. */
    clockSkewMs: integer('clock_skew_ms'),
    revokedAt: instant('revoked_at'),
    version: version(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }),
    uniqueIndex('time_clock_devices_code').on(t.codeHash),
    uniqueIndex('time_clock_devices_name')
      .on(t.organizationId, t.locationId, sql`lower(name)`)
      .where(sql`revoked_at is null`),
    check('time_clock_devices_identification', sql`identification in ('pin', 'name', 'name_and_pin')`),
    check('time_clock_devices_photo', sql`photo in ('off', 'optional', 'required')`),
    check('time_clock_devices_code_expires', sql`(code_hash is null) = (code_expires_at is null)`),
    check(
      'time_clock_devices_revoked',
      sql`revoked_at is null or (token_hash is null and previous_token_hash is null and code_hash is null)`,
    ),
    tenantPolicy('time_clock_devices'),
    // a tablet with a code cannot say yet whose it is
    pgPolicy('time_clock_devices_auth', { to: authRole, for: 'select', using: sql`true` }),
  ],
);

/** HMAC of a person's PIN with a secret that is not in the database. */
export const employeePins = pgTable(
  'employee_pins',
  {
    organizationId: tenantId(),
    employeeId: uuid('employee_id').notNull(),
    pinHash: text('pin_hash').notNull(),
    setAt: instant('set_at').notNull(),
    setBy: uuid('set_by'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.employeeId] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    tenantPolicy('employee_pins'),
  ],
);
