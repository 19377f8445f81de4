import type { SendMailOptions } from 'nodemailer';
import { mailId, type MailMessage } from './mail-message.ts';

/** A checked message in nodemailer's words. */
export const toMime = ({
  from,
  to,
  subject,
  html,
  text,
  headers,
  referenceId,
}: MailMessage): SendMailOptions => ({
  from: { name: from.name ?? '', address: from.address },
  to: { name: to.name ?? '', address: to.address },
  subject,
  html,
  text,
  headers: { 'Auto-Submitted': 'auto-generated', ...headers },
  messageId: `<${mailId(referenceId)}@${from.address.split('@').at(-1)}>`,
});
