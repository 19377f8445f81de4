import { Said } from '@vaktplan/contracts/http/news';
import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import type { NotificationRow } from '@vaktplan/db/queries/notifications';

const Kept = Said.nullable().catch(null);

/** The facts of a row; null where a version wrote it that knew only sentences, or one that knows more than this. */
export const saidOf = (said: unknown): Said | null => Kept.parse(said);

/** Row -> the only outward shape of a notification. */
export const presentNotification = (row: NotificationRow): NotificationView => ({
  id: row.id,
  kind: row.kind,
  title: row.title,
  body: row.body,
  said: saidOf(row.said),
  link: row.link,
  createdAt: row.createdAt,
  readAt: row.readAt,
});
