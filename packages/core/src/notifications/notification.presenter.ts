import { NotificationKind, type NotificationView } from '@vaktplan/contracts/http/notifications';
import type { NotificationRow } from '@vaktplan/db/queries/notifications';

/** Row -> the only outward shape of a notification. */
export const presentNotification = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: NotificationKind.parse(row.kind),
  title: row.title,
  body: row.body,
  link: row.link,
  createdAt: row.createdAt,
  readAt: row.readAt,
});
