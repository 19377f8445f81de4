import { bigint, jsonb, pgPolicy, pgTable, primaryKey, text, uniqueIndex, uuid } from 'drizzle-orm/pg-core';
import { sql } from 'drizzle-orm';
import { instant, tenantId } from './columns.ts';
import { organizations } from './organizations.ts';
import { relayRole, tenantPolicy } from './roles.ts';

const relayPolicy = (table: string) =>
  pgPolicy(`${table}_relay`, { to: relayRole, for: 'all', using: sql`true`, withCheck: sql`true` });

/** The chain over an organisation's events: each link's hash covers its event and the hash before it. Append-only for the app. */
export const auditLinks = pgTable(
  'audit_links',
  {
    organizationId: tenantId().references(() => organizations.id),
    /** 1, 2, 3, ... within the organisation. */
    seq: bigint({ mode: 'number' }).notNull(),
    eventId: uuid('event_id').notNull(),
    hash: text().notNull(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.seq] }),
    uniqueIndex('audit_links_event').on(t.organizationId, t.eventId),
    tenantPolicy('audit_links'),
    relayPolicy('audit_links'),
  ],
);

/** Where the chain of one organisation stands. */
export const auditHeads = pgTable(
  'audit_heads',
  {
    organizationId: tenantId()
      .primaryKey()
      .references(() => organizations.id),
    /** The last link, and the highest position in the chain. */
    seq: bigint({ mode: 'number' }).notNull().default(0),
    hash: text().notNull().default(''),
    position: bigint({ mode: 'number' }).notNull().default(0),
    /** The link before the oldest that is kept; what came before went with its month. */
    baseSeq: bigint('base_seq', { mode: 'number' }).notNull().default(0),
    baseHash: text('base_hash').notNull().default(''),
    /** Events with smaller ids are no longer kept. */
    retiredBefore: uuid('retired_before'),
    /** Up to here the chain goes next, once every transaction that ran then has ended. */
    horizonPosition: bigint('horizon_position', { mode: 'number' }),
    horizonTransaction: text('horizon_transaction'),
    horizonAt: instant('horizon_at'),
    verifiedAt: instant('verified_at'),
    /** The first bad row of the last verification; null: none. */
    finding: jsonb().$type<unknown>(),
  },
  () => [tenantPolicy('audit_heads'), relayPolicy('audit_heads')],
);
