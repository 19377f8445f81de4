import { createBreaker } from '@vaktplan/platform/breaker';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { parseRetryAfter, RetryableError } from '@vaktplan/platform/retry';
import * as z from 'zod';
import { createFcmCredentials, type ServiceAccount } from './fcm-credentials.ts';
import { fitMessage, PushRefused, PushTokenGone, type PushMessage } from './push-message.ts';

export type FcmOptions = {
  account: ServiceAccount;
  baseUrl?: string;
  timeoutMs?: number;
  /** milliseconds since the epoch */
  now?: () => number;
  log?: Logger;
  metrics?: Metrics;
};

const FCM_ERROR = 'type.googleapis.com/google.firebase.fcm.v1.FcmError';
const Failure = z.object({
  error: z.object({
    message: z.string().default(''),
    details: z.array(z.object({ '@type': z.string(), errorCode: z.string().optional() }).loose()).default([]),
  }),
});

/** Sends through FCM's HTTP v1 API. Tries once, but for a token of ours that ran out: jobs are retried by their queue. */
export function createFcm(options: FcmOptions) {
  const { account, baseUrl = 'https://fcm.googleapis.com', timeoutMs = 10_000, now = Date.now } = options;
  const url = `${baseUrl.replace(/\/+$/, '')}/v1/projects/${encodeURIComponent(account.project_id)}/messages:send`;
  const credentials = createFcmCredentials(account, now);

  const post = async (signal: AbortSignal, body: string, renewed = false): Promise<void> => {
    const token = await credentials.get(signal);
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body,
      // the token goes to this address and to no other
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new RetryableError('FCM could not be reached', { cause: error });
    });
    if (response.ok) {
      await response.body?.cancel();
      return;
    }
    const failure = await readFailure(response, now());
    if (response.status !== 401) throw failure;
    credentials.drop(token);
    if (renewed) throw failure;
    await post(signal, body, true);
  };

  const breaker = createBreaker({
    upstream: 'fcm',
    call: (signal: AbortSignal, body: string) => post(signal, body),
    timeoutMs,
    isFailure: (error) => !(error instanceof PushRefused || error instanceof PushTokenGone),
    ...(options.log && { log: options.log }),
    ...(options.metrics && { metrics: options.metrics }),
  });
  return {
    send: (token: string, message: PushMessage): Promise<void> =>
      breaker.call(JSON.stringify(toBody(token, fitMessage(message), now()))),
    close: (): void => breaker.close(),
  };
}

/**
 * Data alone, without FCM's own `notification`: only so does the app itself show it, with the buttons of its category,
 * also when it is not open. The names are those that expo-notifications reads.
 */
const toBody = (token: string, message: PushMessage, now: number): object => {
  const seconds = Math.max(0, message.expiresAt - Math.floor(now / 1000));
  return {
    message: {
      token,
      data: {
        title: message.title,
        message: message.body,
        body: JSON.stringify(message.data),
        tag: message.collapseId,
        channelId: message.urgent ? 'urgent' : 'default',
        ...(message.category && { categoryId: message.category }),
      },
      android: {
        // a phone that sleeps is woken: each message is shown to its person
        priority: 'HIGH',
        ttl: `${Math.min(seconds, 2_419_200)}s`,
        collapse_key: message.collapseId,
      },
    },
  };
};

async function readFailure(response: Response, now: number): Promise<Error> {
  const { status } = response;
  const body = Failure.safeParse(await response.json().catch(() => undefined));
  const { message, details } = body.success ? body.data.error : { message: '', details: [] };
  const code = details.find((detail) => detail['@type'] === FCM_ERROR)?.errorCode;
  const reason = `FCM answered ${status} ${code ?? ''} ${message.slice(0, 200)}`.trim();
  if (code === 'UNREGISTERED' || code === 'SENDER_ID_MISMATCH') return new PushTokenGone(reason);
  // the token has no form of a token; without the detail it is our message that is wrong
  if (status === 400 && code === 'INVALID_ARGUMENT') return new PushTokenGone(reason);
  if (status === 401 || status === 408 || status === 429 || status >= 500) {
    const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now);
    // Google asks for a minute at least when it says nothing
    return new RetryableError(reason, {
      retryAfterMs: retryAfterMs ?? (status === 429 ? 60_000 : undefined),
    });
  }
  return new PushRefused(reason);
}
