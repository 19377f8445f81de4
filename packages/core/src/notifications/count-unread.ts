import type { UnreadCount } from '@vaktplan/contracts/http/notifications';
import { countUnread } from '@vaktplan/db/queries/notifications';
import type { Ctx } from '../context/ctx.ts';
import { ownInbox } from './own-inbox.ts';

/** How many of the actor's own notifications are unread. Errors: forbidden. */
export async function countUnreadNotifications(ctx: Ctx): Promise<UnreadCount> {
  const userId = ownInbox(ctx.actor);
  return { unread: await ctx.db.transaction(ctx.orgId, (tx) => countUnread(tx, ctx.orgId, userId)) };
}
