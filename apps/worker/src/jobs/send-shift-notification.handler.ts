import { writeShiftMail } from '@vaktplan/core/notify/write-shift-mail';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';
import { sendOnce } from './send-once.ts';

/** One mail to one person about one publication. */
export const sendShiftNotificationHandler: Handler<'send-shift-notification'> = (payload, run, tools) => {
  const ctx = systemCtx(tools, payload.organizationId, 'send-shift-notification', run.log);
  const key = `${payload.eventId}-send-shift-notification-${payload.employeeId}`;
  return sendOnce(ctx, { key, again: run.again }, tools, () => writeShiftMail(ctx, payload, tools.webUrl));
};
