import type { Ctx } from '@vaktplan/core/context/ctx';
import type { Mail } from '@vaktplan/core/notify/mail-page';
import type { Tools } from '../tools.ts';
import { once } from './once.ts';

/**
 * Writes a mail and sends it, once for its key. A mail whose worker died between sending and noting it is sent again
 * with the same reference, by which the receiving side knows a double.
 */
export const sendOnce = (
  ctx: Ctx,
  claim: { key: string; again: boolean },
  { sendMail, mailFrom }: Pick<Tools, 'sendMail' | 'mailFrom'>,
  write: () => Promise<Mail | null>,
): Promise<{ sent: boolean } | null> =>
  once(ctx, claim, async () => {
    const mail = await write();
    if (mail === null) return { sent: false };
    await sendMail({ ...mail, from: mailFrom, referenceId: claim.key });
    return { sent: true };
  });
