import { sql } from 'drizzle-orm';
import { check, foreignKey, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId } from './columns.ts';
import { employees } from './employees.ts';
import { locations } from './locations.ts';
import { tenantPolicy } from './roles.ts';

/**
 * A calendar that somebody subscribed to: an employee's own shifts, or those of a location as its subscriber may see
 * them. Only the hash of the token is kept; renewing revokes the row and makes another.
 */
export const calendarFeeds = pgTable(
  'calendar_feeds',
  {
    organizationId: tenantId(),
    id: rowId(),
    kind: text({ enum: ['employee', 'location'] }).notNull(),
    /** Whose subscription it is: what they may see when it is read is what it shows. */
    userId: uuid('user_id').notNull(),
    employeeId: uuid('employee_id'),
    locationId: uuid('location_id'),
    tokenHash: text('token_hash').notNull().unique(),
    createdAt: createdAt(),
    revokedAt: instant('revoked_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    foreignKey({
      columns: [t.organizationId, t.employeeId],
      foreignColumns: [employees.organizationId, employees.id],
    }).onDelete('cascade'),
    foreignKey({
      columns: [t.organizationId, t.locationId],
      foreignColumns: [locations.organizationId, locations.id],
    }).onDelete('cascade'),
    uniqueIndex('calendar_feeds_one_of_employee')
      .on(t.organizationId, t.userId, t.employeeId)
      .where(sql`revoked_at is null and employee_id is not null`),
    uniqueIndex('calendar_feeds_one_of_location')
      .on(t.organizationId, t.userId, t.locationId)
      .where(sql`revoked_at is null and location_id is not null`),
    check(
      'calendar_feeds_kind',
      sql`(kind = 'employee' and employee_id is not null and location_id is null)
        or (kind = 'location' and location_id is not null and employee_id is null)`,
    ),
    tenantPolicy('calendar_feeds'),
  ],
);
