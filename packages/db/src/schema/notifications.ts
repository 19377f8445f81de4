import { sql } from 'drizzle-orm';
import { check, index, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId } from './columns.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';
import { users } from './users.ts';

export const notifications = pgTable(
  'notifications',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    kind: text().notNull(),
    title: text().notNull(),
    body: text().notNull(),
    link: text(),
    /** The same news told twice is one row: `<event id>-<handler>`. */
    dedupeKey: text('dedupe_key').notNull(),
    createdAt: createdAt(),
    readAt: instant('read_at'),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('notifications_once').on(t.organizationId, t.userId, t.dedupeKey),
    index('notifications_by_user').on(t.organizationId, t.userId, t.createdAt.desc(), t.id.desc()),
    index('notifications_unread')
      .on(t.organizationId, t.userId)
      .where(sql`read_at is null`),
    tenantPolicy('notifications'),
  ],
);

export const devices = pgTable(
  'devices',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id').references(() => users.id),
    kind: text({ enum: ['web', 'ios', 'android', 'kiosk'] }).notNull(),
    name: text().notNull(),
    pushToken: text('push_token'),
    lastSeenAt: instant('last_seen_at')
      .notNull()
      .default(sql`now()`),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    uniqueIndex('devices_push_token').on(t.pushToken),
    index('devices_by_user').on(t.organizationId, t.userId),
    check('devices_kind', sql`kind in ('web', 'ios', 'android', 'kiosk')`),
    tenantPolicy('devices'),
  ],
);
