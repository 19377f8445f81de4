import { BreakerOpenError } from '@vaktplan/platform/breaker';
import { RetryableError } from '@vaktplan/platform/retry';
import { startApnsServer, type ApnsServer } from '@vaktplan/testing/apns-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createApns } from './apns.ts';
import { PushRefused, PushTokenGone } from './push-message.ts';
import { failureOf, samplePush } from './sample-push.ts';

const TOKEN = 'ab12'.repeat(16);
const MINUTE = 60_000;
let now = 0;
let server: ApnsServer;
let opened: { close: () => void }[] = [];
beforeEach(async () => {
  now = Date.parse('2025-12-01T08:00:00Z');
  server = await startApnsServer(() => now);
});
afterEach(async () => {
  for (const one of opened) one.close();
  opened = [];
  await server.close();
});

const apns = (changes: { timeoutMs?: number; teamId?: string } = {}) => {
  const made = createApns({ ...server.key, baseUrl: server.url, now: () => now, ...changes });
  opened.push(made);
  return made;
};
const refusal = (status: number, reason: string, headers: Record<string, string> = {}) => ({
  status,
  headers,
  body: { reason, ...(status === 410 && { timestamp: 1_764_000_000_000 }) },
});

test('many messages over one connection with one provider token', async () => {
  const { send } = apns();
  const urgent = samplePush({ urgent: true, category: 'clock_in' });
  await Promise.all([send(TOKEN, urgent), ...Array.from({ length: 20 }, () => send(TOKEN, samplePush()))]);
  expect([server.connections(), server.providerTokens(), server.messages.length]).toEqual([1, 1, 21]);
  const first = server.messages.find(({ body }) => body.aps['category'] === 'clock_in');
  expect(first).toEqual({
    token: TOKEN,
    headers: {
      'apns-topic': 'app.vaktplan',
      'apns-push-type': 'alert',
      'apns-priority': '10',
      'apns-expiration': '1764662400',
      'apns-collapse-id': 'n-1',
    },
    body: {
      aps: {
        alert: { title: 'Vagtplan for uge 49 – ændret', body: 'Monday 09:00–17:00 · Torvet' },
        sound: 'default',
        'thread-id': 'schedule_published',
        category: 'clock_in',
        'interruption-level': 'time-sensitive',
      },
      body: urgent.data,
    },
  });
});

test('the provider token is kept for forty minutes, and renewed when Apple says it ran out', async () => {
  const { send } = apns();
  await send(TOKEN, samplePush());
  now += 39 * MINUTE;
  await send(TOKEN, samplePush());
  expect(server.providerTokens()).toBe(1);
  now += MINUTE;
  await send(TOKEN, samplePush());
  expect(server.providerTokens()).toBe(2);
  server.answerNext(refusal(403, 'ExpiredProviderToken'));
  now += 1000;
  await send(TOKEN, samplePush());
  expect([server.providerTokens(), server.messages.length]).toEqual([3, 4]);
});

test('a wrong team is ours to mend: the message waits', async () => {
  const error = await failureOf(apns({ teamId: 'OTHER' }).send(TOKEN, samplePush()));
  expect(error).toBeInstanceOf(RetryableError);
  expect(String(error)).toContain('InvalidProviderToken');
});

test.each([
  [410, 'Unregistered'],
  [410, 'ExpiredToken'],
  [400, 'BadDeviceToken'],
  [400, 'DeviceTokenNotForTopic'],
])('%i %s: the phone is gone', async (status, reason) => {
  server.answerNext(refusal(status, reason));
  const error = await failureOf(apns().send(TOKEN, samplePush()));
  expect(error).toBeInstanceOf(PushTokenGone);
  expect(error).toMatchObject({ since: status === 410 ? 1_764_000_000_000 : undefined });
});

test.each([
  [400, 'BadTopic'],
  [413, 'PayloadTooLarge'],
  [405, 'MethodNotAllowed'],
])('%i %s is final', async (status, reason) => {
  server.answerNext(refusal(status, reason));
  expect(await failureOf(apns().send(TOKEN, samplePush()))).toBeInstanceOf(PushRefused);
});

test('429 and 503 may pass, and tell how long to wait', async () => {
  const { send } = apns();
  server.answerNext(refusal(429, 'TooManyRequests'), refusal(503, 'Shutdown', { 'retry-after': '9' }));
  expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
  expect(await failureOf(send(TOKEN, samplePush()))).toMatchObject({ retryAfterMs: 9000 });
});

test('a goodbye or a broken connection is followed by a new one', async () => {
  const { send } = apns();
  await send(TOKEN, samplePush());
  server.answerNext('goaway');
  await send(TOKEN, samplePush());
  await send(TOKEN, samplePush());
  expect([server.connections(), server.messages.length]).toEqual([2, 3]);
  server.answerNext('drop');
  expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
  await send(TOKEN, samplePush());
  expect([server.connections(), server.messages.length]).toEqual([3, 4]);
});

test('a server that hangs ends in a timeout; a closed port and half an answer are failures too', async () => {
  server.answerNext('hang');
  const error = await failureOf(apns({ timeoutMs: 60 }).send(TOKEN, samplePush()));
  expect(error).toBeInstanceOf(RetryableError);
  expect(String(error)).toContain('60 ms');
  const nobody = createApns({ ...server.key, baseUrl: 'http://127.0.0.1:9' });
  opened.push(nobody);
  expect(await failureOf(nobody.send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
});

test('failures open the breaker, phones that are gone do not', async () => {
  const { send } = apns();
  server.answerNext(...Array.from({ length: 8 }, () => refusal(410, 'Unregistered')));
  for (let nr = 0; nr < 8; nr++)
    expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(PushTokenGone);
  server.answerNext(...Array.from({ length: 40 }, () => refusal(500, 'InternalServerError')));
  let error: unknown;
  for (let nr = 0; nr < 40 && !(error instanceof BreakerOpenError); nr++)
    error = await failureOf(send(TOKEN, samplePush()));
  expect(error).toBeInstanceOf(BreakerOpenError);
});
