import { writeInvitationMail } from '@vaktplan/core/notify/write-invitation-mail';
import { systemCtx } from '../tools.ts';
import type { Handler } from './handler.ts';
import { sendOnce } from './send-once.ts';

/** The mail with the link of one invitation. */
export const sendInvitationHandler: Handler<'send-invitation'> = (payload, run, tools) => {
  const ctx = systemCtx(tools, payload.organizationId, 'send-invitation', run.log);
  const key = `${payload.eventId}-send-invitation`;
  const { webUrl, authSecret: secret } = tools;
  return sendOnce(ctx, { key, again: run.again }, tools, () =>
    writeInvitationMail(ctx, payload, { webUrl, secret }),
  );
};
