import type { UnreadCount } from '@vaktplan/contracts/http/notifications';
import { markAllNotificationsRead } from '@vaktplan/db/queries/notifications';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { ownInbox } from './own-inbox.ts';

/** Marks all of the actor's own notifications as read; none is unread then. Errors: forbidden. */
export async function readAllNotifications(ctx: Ctx): Promise<UnreadCount> {
  const userId = ownInbox(ctx.actor);
  return transact(ctx, 'notifications.readAll', async (tx) => {
    await markAllNotificationsRead(tx, ctx.orgId, { userId, at: ctx.now().toString() });
    return { unread: 0 };
  });
}
