import { createBreaker } from '@vaktplan/platform/breaker';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { parseRetryAfter, RetryableError } from '@vaktplan/platform/retry';
import * as z from 'zod';
import {
  checkMail,
  type MailAddress,
  mailId,
  MailRefused,
  type MailMessage,
  type MailTransport,
} from './mail-message.ts';

export type MailerooOptions = {
  /** a domain's sending key */
  apiKey: string;
  baseUrl?: string;
  timeoutMs?: number;
  log?: Logger;
  metrics?: Metrics;
};

/** Sends through Maileroo's REST API, version 2. Tries once: jobs are retried by their queue. */
export const createMailerooTransport = (options: MailerooOptions): MailTransport => {
  const { apiKey, baseUrl = 'https://smtp.maileroo.com/api/v2', timeoutMs = 10_000, log, metrics } = options;
  const url = `${baseUrl.replace(/\/+$/, '')}/emails`;

  const post = async (signal: AbortSignal, body: string): Promise<string> => {
    const response = await fetch(url, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${apiKey}`,
        'content-type': 'application/json',
        accept: 'application/json',
      },
      body,
      // the key goes to this address and to no other
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new RetryableError('Maileroo could not be reached', { cause: error });
    });
    return readAnswer(response);
  };

  const breaker = createBreaker({
    upstream: 'maileroo',
    call: post,
    timeoutMs,
    isFailure: (error) => !(error instanceof MailRefused),
    ...(log && { log }),
    ...(metrics && { metrics }),
  });

  return async (message) => ({ id: await breaker.call(JSON.stringify(toBody(checkMail(message)))) });
};

const toBody = ({ from, to, subject, html, text, headers, referenceId }: MailMessage): object => ({
  from: toParty(from),
  to: [toParty(to)],
  subject,
  html,
  plain: text,
  headers,
  tracking: false,
  reference_id: mailId(referenceId),
});

const toParty = ({ address, name }: MailAddress): object => ({
  address,
  ...(name && { display_name: name }),
});

const Answer = z.object({
  success: z.boolean(),
  message: z.string().default(''),
  data: z.object({ reference_id: z.string() }).optional(),
});

const readAnswer = async (response: Response): Promise<string> => {
  const { status } = response;
  const text = await response.text().catch((error: unknown) => {
    throw new RetryableError('Maileroo broke off its answer', { cause: error });
  });
  const parsed = Answer.safeParse(parseJson(text));
  const reason =
    `Maileroo answered ${status} ${parsed.success ? parsed.data.message.slice(0, 200) : ''}`.trim();
  if (status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), Date.now());
    throw new RetryableError(reason, { retryAfterMs });
  }
  if (!response.ok) throw new MailRefused(reason);
  if (!parsed.success) throw new RetryableError('Maileroo’s answer was not understood');
  if (!parsed.data.success || parsed.data.data === undefined) throw new MailRefused(reason);
  return parsed.data.data.reference_id;
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
};
