import { sql } from 'drizzle-orm';
import {
  boolean,
  check,
  index,
  integer,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uniqueIndex,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, rowId, tenantId } from './columns.ts';
import { organizations } from './organizations.ts';
import { appRole, tenantPolicy } from './roles.ts';
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
    /** What is told, in facts (`Said`); null in rows of versions that knew only sentences. */
    said: jsonb(),
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

/** How a person wants to be told; who has no row has the defaults of the contract. */
export const notificationSettings = pgTable(
  'notification_settings',
  {
    organizationId: tenantId().references(() => organizations.id),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** Kinds that do not come that way. */
    pushOff: text('push_off').array().notNull().default([]),
    emailOff: text('email_off').array().notNull().default([]),
    /** Wall-clock times `22:00`, by the person's zone (null: the organisation's). */
    quietFrom: text('quiet_from'),
    quietTo: text('quiet_to'),
    zone: text(),
    reminderMinutes: integer('reminder_minutes'),
    updatedAt: instant('updated_at').notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId] }),
    check(
      'notification_settings_quiet',
      sql`(quiet_from is null) = (quiet_to is null) and quiet_from ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$'
        and quiet_to ~ '^([01][0-9]|2[0-3]):[0-5][0-9]$' and quiet_from <> quiet_to`,
    ),
    check('notification_settings_reminder', sql`reminder_minutes between 5 and 180`),
    tenantPolicy('notification_settings'),
  ],
);

// a phone that somebody else signs in on is theirs, in whichever organisation it was registered before
const holdsToken = sql`push_token = nullif(current_setting('app.push_token', true), '')`;

export const devices = pgTable(
  'devices',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id').references(() => users.id),
    kind: text({ enum: ['web', 'ios', 'android', 'kiosk'] }).notNull(),
    name: text().notNull(),
    provider: text({ enum: ['fcm', 'apns'] }),
    pushToken: text('push_token'),
    appVersion: text('app_version'),
    /** BCP 47, and whether it shows 24 hours; null: it has not said. */
    language: text(),
    hours24: boolean(),
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
    check('devices_provider', sql`provider in ('fcm', 'apns')`),
    check('devices_push', sql`(push_token is null) = (provider is null)`),
    tenantPolicy('devices'),
    pgPolicy('devices_token_read', { to: appRole, for: 'select', using: holdsToken }),
    pgPolicy('devices_token_taken', { to: appRole, for: 'delete', using: holdsToken }),
  ],
);
