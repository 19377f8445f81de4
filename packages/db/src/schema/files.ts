import { sql } from 'drizzle-orm';
import { check, foreignKey, index, integer, pgTable, primaryKey, text, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';
import { timePunches } from './time-entries.ts';

/**
 * What lies in the object store, under a key that follows from organisation, purpose and id. `pending`: promised, not
 * seen yet. `stored`: looked at and as promised. `removed`: nobody reads it any more; `goneAt` once the object is away too.
 */
export const files = pgTable(
  'files',
  {
    organizationId: tenantId(),
    id: rowId(),
    purpose: text({ enum: ['punch_photo'] }).notNull(),
    state: text({ enum: ['pending', 'stored', 'removed'] })
      .notNull()
      .default('pending'),
    contentType: text('content_type').notNull(),
    sizeBytes: integer('size_bytes').notNull(),
    /** SHA-256, hex. */
    sha256: text().notNull(),
    /** Whom it shows, and where it was taken. */
    employeeId: uuid('employee_id').notNull(),
    locationId: uuid('location_id').notNull(),
    punchId: uuid('punch_id'),
    /** The kiosk or the login that sent it. */
    deviceId: uuid('device_id'),
    userId: uuid('user_id'),
    createdAt: createdAt(),
    storedAt: instant('stored_at'),
    removedAt: instant('removed_at'),
    goneAt: instant('gone_at'),
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
      columns: [t.organizationId, t.punchId],
      foreignColumns: [timePunches.organizationId, timePunches.id],
    }),
    index('files_by_punch').on(t.organizationId, t.punchId),
    index('files_by_employee').on(t.organizationId, t.employeeId, t.createdAt),
    index('files_to_sweep')
      .on(t.organizationId, t.createdAt)
      .where(sql`state = 'pending' or (state = 'removed' and gone_at is null)`),
    check('files_purpose', sql`purpose in ('punch_photo')`),
    check('files_state', sql`state in ('pending', 'stored', 'removed')`),
    check('files_size', sql`size_bytes between 1 and 20000000`),
    check('files_sha256', sql`sha256 ~ '^[0-9a-f]{64}$'`),
    tenantPolicy('files'),
  ],
);
