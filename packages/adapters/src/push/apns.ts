import { createPrivateKey } from 'node:crypto';
import { createBreaker } from '@vaktplan/platform/breaker';
import type { Logger } from '@vaktplan/platform/logger';
import type { Metrics } from '@vaktplan/platform/metrics';
import { parseRetryAfter, RetryableError } from '@vaktplan/platform/retry';
import { SignJWT } from 'jose';
import * as z from 'zod';
import { createHttp2Client, type Http2Answer } from './http2-client.ts';
import { fitMessage, PushRefused, PushTokenGone, type PushMessage } from './push-message.ts';

export type ApnsOptions = {
  /** the .p8 key of Apple's developer account, its id and the team's */
  key: string;
  keyId: string;
  teamId: string;
  /** the app's bundle id */
  topic: string;
  baseUrl?: string;
  timeoutMs?: number;
  /** milliseconds since the epoch */
  now?: () => number;
  log?: Logger;
  metrics?: Metrics;
};

/** Apple takes a token for an hour, and refuses another within twenty minutes. */
const RENEW_MS = 40 * 60_000;
const GONE = new Set(['Unregistered', 'ExpiredToken', 'BadDeviceToken', 'DeviceTokenNotForTopic']);
const STALE = new Set(['ExpiredProviderToken', 'InvalidProviderToken']);
const Reason = z.object({ reason: z.string().default(''), timestamp: z.number().optional() });

/**
 * Sends to Apple over one HTTP/2 connection. Tries once, but for a token of ours that ran out: jobs are retried by their
 * queue. @throws Error if the key is not one
 */
export function createApns(options: ApnsOptions) {
  const { baseUrl = 'https://api.push.apple.com', timeoutMs = 10_000, now = Date.now } = options;
  const client = createHttp2Client(baseUrl);
  const key = createPrivateKey(options.key.replaceAll('\\n', '\n'));
  let held: { token: Promise<string>; madeAt: number } | undefined;

  const sign = (): Promise<string> =>
    new SignJWT()
      .setProtectedHeader({ alg: 'ES256', kid: options.keyId })
      .setIssuer(options.teamId)
      .setIssuedAt(Math.floor(now() / 1000))
      .sign(key);
  const provider = (): Promise<string> => {
    if (!held || now() - held.madeAt >= RENEW_MS) held = { token: sign(), madeAt: now() };
    return held.token;
  };

  const post = async (
    signal: AbortSignal,
    token: string,
    message: PushMessage,
    renewed = false,
  ): Promise<void> => {
    const used = provider();
    const authorization = `bearer ${await used}`;
    const answer = await client.post(
      `/3/device/${encodeURIComponent(token)}`,
      {
        authorization,
        'apns-topic': options.topic,
        'apns-push-type': 'alert',
        'apns-priority': '10',
        'apns-expiration': String(message.expiresAt),
        'apns-collapse-id': message.collapseId,
      },
      JSON.stringify(toBody(message)),
      signal,
    );
    if (answer.status === 200) return;
    const { reason, timestamp } = readReason(answer.body);
    if (answer.status === 403 && STALE.has(reason) && !renewed) {
      // somebody else may have renewed it meanwhile
      if (held?.token === used) held = undefined;
      return post(signal, token, message, true);
    }
    throw failureOf(answer, reason, timestamp, now());
  };

  const breaker = createBreaker({
    upstream: 'apns',
    call: (signal: AbortSignal, token: string, message: PushMessage) => post(signal, token, message),
    timeoutMs,
    isFailure: (error) => !(error instanceof PushRefused || error instanceof PushTokenGone),
    ...(options.log && { log: options.log }),
    ...(options.metrics && { metrics: options.metrics }),
  });
  return {
    send: (token: string, message: PushMessage): Promise<void> => breaker.call(token, fitMessage(message)),
    close: (): void => {
      breaker.close();
      client.close();
    },
  };
}

/** `body` is where expo-notifications looks for the data of a message. */
const toBody = (message: PushMessage): object => ({
  aps: {
    alert: { title: message.title, body: message.body },
    sound: 'default',
    'thread-id': message.data['kind'] ?? 'vaktplan',
    ...(message.category && { category: message.category }),
    ...(message.urgent && { 'interruption-level': 'time-sensitive' }),
  },
  body: message.data,
});

const readReason = (body: string): z.infer<typeof Reason> => {
  try {
    return Reason.parse(JSON.parse(body));
  } catch {
    return { reason: '' };
  }
};

function failureOf(
  { status, retryAfter }: Http2Answer,
  reason: string,
  timestamp: number | undefined,
  now: number,
): Error {
  const text = `APNs answered ${status} ${reason.slice(0, 100)}`.trim();
  if (status === 410 || GONE.has(reason)) return new PushTokenGone(text, timestamp);
  // a wrong key is ours to mend, and the message is good
  if (status === 403 || status === 408 || status === 429 || status >= 500)
    return new RetryableError(text, { retryAfterMs: parseRetryAfter(retryAfter, now) });
  return new PushRefused(text);
}
