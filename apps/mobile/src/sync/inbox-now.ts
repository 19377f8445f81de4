import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import { rowsOf, type OutboxRow } from './outbox-row';

/** News with what was read on this phone; the server may not know of it yet. */
export function inboxNow(
  notifications: readonly NotificationView[],
  rows: readonly OutboxRow[],
): { news: NotificationView[]; unread: number } {
  const read = new Map(
    rowsOf(rows, 'inbox')
      .filter(({ state }) => state !== 'refused')
      .map(({ body, createdAt }) => [body.notificationId, createdAt]),
  );
  const news = notifications.map((one) => {
    const at = read.get(one.id);
    return one.readAt === null && at !== undefined ? { ...one, readAt: new Date(at).toISOString() } : one;
  });
  return { news, unread: news.filter(({ readAt }) => readAt === null).length };
}
