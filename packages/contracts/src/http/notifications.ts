import * as z from 'zod';
import { CursorQuery, Id, Instant, pageOf } from '../primitives.ts';
import { Said } from './news.ts';

export const NotificationKind = z.enum([
  'schedule_published',
  'schedule_unpublished',
  'shift_reminder',
  'shift_starting',
  'late_employee',
  'hours_rejected',
  'correction_proposed',
  'correction_decided',
  'welcome',
]);
export type NotificationKind = z.infer<typeof NotificationKind>;
export const NotificationView = z
  .object({
    id: Id,
    /** A `NotificationKind`; a newer server knows more of them. */
    kind: z.string(),
    /** In English, for where `said` is null or not known. */
    title: z.string(),
    body: z.string(),
    /** What is told, to be put into the reader's words. Null: told by a version that knew only sentences, or by a newer one. */
    said: Said.nullable().catch(null),
    /** Path inside the web app, such as /shifts?date=2025-12-01. */
    link: z.string().nullable(),
    createdAt: Instant,
    readAt: Instant.nullable(),
  })
  .meta({ id: 'Notification' });
export type NotificationView = z.infer<typeof NotificationView>;
export const NotificationPage = pageOf(NotificationView).meta({ id: 'NotificationPage' });
export type NotificationPage = z.infer<typeof NotificationPage>;
export const ListNotificationsQuerySchema = z
  .strictObject({ ...CursorQuery.shape, unread: z.enum(['true', 'false']).optional() })
  .meta({ id: 'ListNotificationsQuery' });
export type ListNotificationsQuery = z.infer<typeof ListNotificationsQuerySchema>;
export const UnreadCount = z.object({ unread: z.int() }).meta({ id: 'UnreadCount' });
export type UnreadCount = z.infer<typeof UnreadCount>;
