import type {
  NotificationSettings,
  UpdateNotificationSettings,
} from '@vaktplan/contracts/http/notification-settings';
import { holdSettings, listSettings, putSettings } from '@vaktplan/db/queries/notification-settings';
import type { Ctx } from '../context/ctx.ts';
import { transact } from '../context/transact.ts';
import { ownInbox } from '../notifications/own-inbox.ts';
import { assertZone } from '../time/local-time.rules.ts';
import { presentSettings } from './settings.presenter.ts';

/** Changes how the signed-in person wants to be told; what is left out stays. Errors: forbidden, unknown_zone. */
export async function updateNotificationSettings(
  ctx: Ctx,
  input: UpdateNotificationSettings,
): Promise<NotificationSettings> {
  const userId = ownInbox(ctx.actor);
  if (input.zone) assertZone(input.zone);
  return transact(ctx, 'notification-settings.update', async (tx) => {
    await holdSettings(tx, ctx.orgId, userId);
    const [row] = await listSettings(tx, ctx.orgId, [userId]);
    const before = presentSettings(row);
    const next: NotificationSettings = {
      pushOff: input.pushOff ? [...new Set(input.pushOff)] : before.pushOff,
      emailOff: input.emailOff ? [...new Set(input.emailOff)] : before.emailOff,
      quietHours: input.quietHours === undefined ? before.quietHours : input.quietHours,
      zone: input.zone === undefined ? before.zone : input.zone,
      reminderMinutes: input.reminderMinutes === undefined ? before.reminderMinutes : input.reminderMinutes,
    };
    const { quietHours, ...rest } = next;
    await putSettings(tx, ctx.orgId, {
      ...rest,
      userId,
      quietFrom: quietHours?.from ?? null,
      quietTo: quietHours?.to ?? null,
      updatedAt: ctx.now().toString(),
    });
    return next;
  });
}
