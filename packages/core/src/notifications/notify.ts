import { v7 as uuidv7 } from 'uuid';
import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import type { Tx } from '@vaktplan/db/database';
import { insertNotifications } from '@vaktplan/db/queries/notifications';
import { appendEvents } from '../context/append-event.ts';
import type { Ctx } from '../context/ctx.ts';

export type News = Pick<NotificationView, 'kind' | 'title' | 'body' | 'link'> & {
  userIds: readonly string[];
  /** Names what is told, such as `<event id>-<handler>`: the same news reaches a person once, however often it is told. */
  dedupeKey: string;
};

/**
 * Puts a notification into the inbox of each user, in the caller's transaction, with its event; who has it already
 * gets no second one. Returns the users that were told now.
 */
export async function notify(tx: Tx, ctx: Ctx, { userIds, ...news }: News): Promise<string[]> {
  const createdAt = ctx.now().toString();
  const rows = [...new Set(userIds)].map((userId) => ({ id: uuidv7(), userId, createdAt, ...news }));
  const told = await insertNotifications(tx, ctx.orgId, rows);
  await appendEvents(
    tx,
    ctx,
    'notification.created',
    told.map(({ id, userId }) => ({
      aggregate: { type: 'notification', id, version: 1 },
      payload: { notificationId: id, userId },
    })),
  );
  return told.map(({ userId }) => userId);
}
