import { sql } from 'drizzle-orm';
import {
  bigint,
  index,
  integer,
  json,
  jsonb,
  pgPolicy,
  pgTable,
  primaryKey,
  text,
  uuid,
} from 'drizzle-orm/pg-core';
import { createdAt, instant, tenantId } from './columns.ts';
import { organizations } from './organizations.ts';
import { appRole, currentTenant, relayRole, tenantPolicy } from './roles.ts';

const own = sql`organization_id = ${currentTenant}`;

/**
 * Outbox, audit log and event store in one. Append-only for the app; the relay only sets dispatched_at. Partitioned by month:
 * a UUIDv7 begins with its time, so a month is a range of ids (see the migration `events_by_month`).
 */
export const events = pgTable(
  'events',
  {
    position: bigint({ mode: 'number' }).notNull().generatedAlwaysAsIdentity(),
    eventId: uuid('event_id').primaryKey(),
    eventType: text('event_type').notNull(),
    aggregateId: text('aggregate_id').notNull(),
    aggregateType: text('aggregate_type').notNull(),
    // no foreign key: each change would lock the organisation's one row, and those at the same moment share the lock
    organizationId: tenantId(),
    payload: jsonb().$type<Record<string, unknown>>().notNull(),
    metadata: jsonb().$type<Record<string, unknown>>().notNull(),
    createdAt: createdAt(),
    dispatchedAt: instant('dispatched_at'),
  },
  (t) => [
    index('events_undispatched')
      .on(t.position)
      .where(sql`dispatched_at is null`),
    // what was told lately, to be told again after a loss of Redis: in time order as good as the table itself
    index('events_by_dispatch').using('brin', t.dispatchedAt),
    index('events_by_position').on(t.organizationId, t.position),
    index('events_by_aggregate').on(t.organizationId, t.aggregateType, t.aggregateId, t.position),
    pgPolicy('events_read', { to: appRole, for: 'select', using: own }),
    pgPolicy('events_append', { to: appRole, for: 'insert', withCheck: own }),
    pgPolicy('events_relay', { to: relayRole, for: 'all', using: sql`true`, withCheck: sql`true` }),
  ],
);

/** The first answer to a key, replayed for a day. Written in the same transaction as the change it answers. */
export const idempotencyKeys = pgTable(
  'idempotency_keys',
  {
    organizationId: tenantId().references(() => organizations.id),
    userId: uuid('user_id').notNull(),
    route: text().notNull(),
    key: text().notNull(),
    bodyHash: text('body_hash').notNull(),
    /** json, not jsonb: the replay is the first answer byte for byte. */
    response: json().$type<unknown>(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.userId, t.route, t.key] }),
    index('idempotency_keys_by_age').on(t.createdAt),
    tenantPolicy('idempotency_keys'),
  ],
);

/** What a job has done, so that a second run acts no second time: claimed first, finished after the effect. */
export const jobRuns = pgTable(
  'job_runs',
  {
    organizationId: tenantId().references(() => organizations.id),
    key: text().notNull(),
    attempts: integer().notNull().default(1),
    claimedAt: instant('claimed_at')
      .notNull()
      .default(sql`now()`),
    finishedAt: instant('finished_at'),
  },
  (t) => [primaryKey({ columns: [t.organizationId, t.key] }), tenantPolicy('job_runs')],
);
