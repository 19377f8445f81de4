import { AppError } from '@vaktplan/contracts/errors';
import type { NotificationView } from '@vaktplan/contracts/http/notifications';
import { markNotificationRead } from '@vaktplan/db/queries/notifications';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { presentNotification } from './notification.presenter.ts';
import { ownInbox } from './own-inbox.ts';

/** Marks one of the actor's own notifications as read; again changes nothing. Errors: forbidden, not_found. */
export async function readNotification(ctx: Ctx, id: string): Promise<NotificationView> {
  const userId = ownInbox(ctx.actor);
  return transact(ctx, 'notifications.read', async (tx) => {
    const row = await markNotificationRead(tx, ctx.orgId, { userId, id, at: ctx.now().toString() });
    if (!row) throw new AppError('not_found');
    return presentNotification(row);
  });
}
