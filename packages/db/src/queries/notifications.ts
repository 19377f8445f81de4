import { and, count, desc, eq, isNull, sql } from 'drizzle-orm';
import type { Tx } from '../database.ts';
import { notifications } from '../schema.ts';

export type NotificationRow = {
  id: string;
  kind: string;
  title: string;
  body: string;
  said: unknown;
  link: string | null;
  createdAt: string;
  readAt: string | null;
};

const columns = {
  id: notifications.id,
  kind: notifications.kind,
  title: notifications.title,
  body: notifications.body,
  said: notifications.said,
  link: notifications.link,
  createdAt: notifications.createdAt,
  readAt: notifications.readAt,
};
const own = (orgId: string, userId: string) =>
  and(eq(notifications.organizationId, orgId), eq(notifications.userId, userId));

/** A person's notifications, newest first; `after` is the last one of the page before. */
export async function listNotificationRows(
  tx: Tx,
  orgId: string,
  asked: {
    userId: string;
    unread: boolean;
    after: { createdAt: string; id: string } | undefined;
    limit: number;
  },
): Promise<NotificationRow[]> {
  const { after } = asked;
  return tx
    .select(columns)
    .from(notifications)
    .where(
      and(
        own(orgId, asked.userId),
        asked.unread ? isNull(notifications.readAt) : undefined,
        after &&
          sql`(${notifications.createdAt}, ${notifications.id}) < (${after.createdAt}::timestamptz, ${after.id}::uuid)`,
      ),
    )
    .orderBy(desc(notifications.createdAt), desc(notifications.id))
    .limit(asked.limit);
}

export async function countUnread(tx: Tx, orgId: string, userId: string): Promise<number> {
  const [row] = await tx
    .select({ unread: count() })
    .from(notifications)
    .where(and(own(orgId, userId), isNull(notifications.readAt)));
  return row?.unread ?? 0;
}

/** Marks one as read; the first time stays. Undefined: the person has no such notification. */
export async function markNotificationRead(
  tx: Tx,
  orgId: string,
  asked: { userId: string; id: string; at: string },
): Promise<NotificationRow | undefined> {
  const [row] = await tx
    .update(notifications)
    .set({ readAt: sql`coalesce(${notifications.readAt}, ${asked.at}::timestamptz)` })
    .where(and(own(orgId, asked.userId), eq(notifications.id, asked.id)))
    .returning(columns);
  return row;
}

export async function markAllNotificationsRead(
  tx: Tx,
  orgId: string,
  asked: { userId: string; at: string },
): Promise<void> {
  await tx
    .update(notifications)
    .set({ readAt: asked.at })
    .where(and(own(orgId, asked.userId), isNull(notifications.readAt)));
}

export type NewNotification = {
  id: string;
  userId: string;
  kind: string;
  title: string;
  body: string;
  said: object;
  link: string | null;
  dedupeKey: string;
  createdAt: string;
};

/** Inserts those that were not told before and returns them. */
export async function insertNotifications(
  tx: Tx,
  orgId: string,
  rows: readonly NewNotification[],
): Promise<{ id: string; userId: string }[]> {
  if (rows.length === 0) return [];
  return tx
    .insert(notifications)
    .values(rows.map((row) => ({ organizationId: orgId, ...row })))
    .onConflictDoNothing()
    .returning({ id: notifications.id, userId: notifications.userId });
}
