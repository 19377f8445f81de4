import { index, json, pgTable, primaryKey, uuid } from 'drizzle-orm/pg-core';
import { createdAt, rowId, tenantId } from './columns.ts';
import { organizations } from './organizations.ts';
import { tenantPolicy } from './roles.ts';
import { users } from './users.ts';

/**
 * What a phone has been told, by the cursor that it was given with it: of each item `kind:id` a fingerprint. So the next
 * answer is the difference to what is so now, whichever order transactions commit in.
 */
export const syncCursors = pgTable(
  'sync_cursors',
  {
    organizationId: tenantId().references(() => organizations.id),
    id: rowId(),
    userId: uuid('user_id')
      .notNull()
      .references(() => users.id),
    /** The cursor that was sent when this one was given; once this one is used, nobody needs that one. */
    baseId: uuid('base_id'),
    held: json().$type<Record<string, string>>().notNull(),
    createdAt: createdAt(),
  },
  (t) => [
    primaryKey({ columns: [t.organizationId, t.id] }),
    index('sync_cursors_by_user').on(t.organizationId, t.userId, t.createdAt),
    tenantPolicy('sync_cursors'),
  ],
);
