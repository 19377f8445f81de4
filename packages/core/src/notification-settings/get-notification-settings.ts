import type { NotificationSettings } from '@vaktplan/contracts/http/notification-settings';
import { listSettings } from '@vaktplan/db/queries/notification-settings';
import type { Ctx } from '../context/ctx.ts';
import { ownInbox } from '../notifications/own-inbox.ts';
import { presentSettings } from './settings.presenter.ts';

/** How the signed-in person wants to be told. Errors: forbidden. */
export async function getNotificationSettings(ctx: Ctx): Promise<NotificationSettings> {
  const userId = ownInbox(ctx.actor);
  const [row] = await ctx.db.transaction(ctx.orgId, (tx) => listSettings(tx, ctx.orgId, [userId]));
  return presentSettings(row);
}
