import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import * as z from 'zod';
import { createFolderTransport } from './folder.ts';
import type { MailTransport } from './mail-message.ts';
import { createMailerooTransport } from './maileroo.ts';
import { createSmtpTransport } from './smtp.ts';

/** The variables of the mail transport, to be spread into a process's environment schema. */
export const mailEnv = {
  MAILEROO_API_KEY: z.string().optional().describe('a Maileroo sending key'),
  MAILEROO_BASE_URL: z.url().optional().describe('only to send to another address than Maileroo’s own'),
  SMTP_URL: z
    .url({ protocol: /^smtps?$/ })
    .optional()
    .describe('smtp://user:password@host:587'),
  MAIL_DIR: z.string().optional().describe('a folder for mails that are not sent'),
};
const MailEnv = z.object(mailEnv);

export type ChosenMail = { kind: 'maileroo' | 'smtp' | 'folder'; send: MailTransport };

/**
 * Maileroo if its key is set, else SMTP if a server is, else the folder.
 * @throws Error naming the variables if none is set
 */
export const chooseMail = (
  env: z.output<typeof MailEnv>,
  watch: { log?: Logger; metrics?: Metrics } = {},
): ChosenMail => {
  if (env.MAILEROO_API_KEY !== undefined) {
    const baseUrl = env.MAILEROO_BASE_URL;
    const options = { apiKey: env.MAILEROO_API_KEY, ...(baseUrl && { baseUrl }), ...watch };
    return { kind: 'maileroo', send: createMailerooTransport(options) };
  }
  if (env.SMTP_URL !== undefined)
    return { kind: 'smtp', send: createSmtpTransport({ url: env.SMTP_URL, ...watch }) };
  if (env.MAIL_DIR !== undefined) return { kind: 'folder', send: createFolderTransport(env.MAIL_DIR) };
  throw new Error('Set MAILEROO_API_KEY, SMTP_URL or MAIL_DIR: there is no way to send mail');
};
