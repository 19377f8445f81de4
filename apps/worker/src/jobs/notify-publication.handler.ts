import { notifyPublication } from '@vaktplan/core/notify/notify-publication';
import { addJobs } from '@vaktplan/platform/queue';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';

/**
 * Tells people in the app and adds one mail job a person. Needs no claim: a notification is unique by its event, a mail
 * job by its id, and the mail itself by its own claim. So a run after a loss of Redis adds the lost mail jobs again.
 */
export const notifyPublicationHandler: Handler<'notify-publication'> = async (
  payload,
  { log, carried },
  tools,
) => {
  const { organizationId, eventId } = payload;
  const ctx = systemCtx(tools, organizationId, 'notify-publication', log);
  const { kind, publicationId, mailTo } = await notifyPublication(ctx, eventId);
  await addJobs(
    tools.queues['email-notifications'],
    mailTo.map((employeeId) => ({
      name: 'send-shift-notification',
      data: { organizationId, eventId, publicationId, employeeId, type: kind, ...carried },
      opts: { jobId: `${eventId}-send-shift-notification-${employeeId}` },
    })),
  );
  return { mails: mailTo.length };
};
