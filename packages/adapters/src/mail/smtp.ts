import { createBreaker } from '@vaktplan/platform/breaker';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { RetryableError } from '@vaktplan/platform/retry';
import { createTransport } from 'nodemailer';
import { checkMail, mailId, MailRefused, type MailMessage, type MailTransport } from './mail-message.ts';
import { toMime } from './mime.ts';

export type SmtpOptions = {
  /** `smtp://user:password@host:587`, or `smtps://` for TLS from the start */
  url: string;
  /** for one mail, from connecting to the last answer, in milliseconds */
  timeoutMs?: number;
  log?: Logger;
  metrics?: Metrics;
};

/** Sends over SMTP, one connection a mail. A repeat has the same Message-ID, by which mail systems know doubles. */
export const createSmtpTransport = ({
  url,
  timeoutMs = 20_000,
  log,
  metrics,
}: SmtpOptions): MailTransport => {
  const smtp = createTransport({
    url,
    connectionTimeout: timeoutMs,
    greetingTimeout: timeoutMs,
    socketTimeout: timeoutMs,
    disableFileAccess: true,
    disableUrlAccess: true,
  });

  const breaker = createBreaker({
    upstream: 'smtp',
    call: async (_signal, message: MailMessage) => {
      await smtp.sendMail(toMime(message)).catch((error: unknown) => {
        throw classify(error);
      });
    },
    timeoutMs,
    isFailure: (error) => !(error instanceof MailRefused),
    ...(log && { log }),
    ...(metrics && { metrics }),
  });

  return async (message) => {
    await breaker.call(checkMail(message));
    return { id: mailId(message.referenceId) };
  };
};

/** 5yz is final and 4yz may pass (RFC 5321, 4.2.1); without a code it was the network. */
const classify = (error: unknown): Error => {
  const code = error instanceof Error && 'responseCode' in error ? Number(error.responseCode) : 0;
  if (code >= 500) return new MailRefused(`the SMTP server answered ${code}`, { cause: error });
  return new RetryableError(
    code > 0 ? `the SMTP server answered ${code}` : 'the SMTP server could not be reached',
    {
      cause: error,
    },
  );
};
