import { BreakerOpenError } from '@vaktplan/platform/breaker';
import { RetryableError } from '@vaktplan/platform/retry';
import { fcmError, startFcmServer, type FcmServer } from '@vaktplan/testing/fcm-server';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFcm } from './fcm.ts';
import { PushRefused, PushTokenGone } from './push-message.ts';
import { failureOf, samplePush } from './sample-push.ts';

const TOKEN = 'a-token:of-a-phone';
let now = 0;
let server: FcmServer;
let opened: { close: () => void }[] = [];
beforeEach(async () => {
  now = Date.parse('2025-12-01T08:00:00Z');
  server = await startFcmServer();
});
afterEach(async () => {
  for (const one of opened) one.close();
  opened = [];
  await server.close();
});

const fcm = (changes: { timeoutMs?: number; baseUrl?: string } = {}) => {
  const made = createFcm({ account: server.account, baseUrl: server.url, now: () => now, ...changes });
  opened.push(made);
  return made;
};

test('sends what the app reads, with one token for many messages', async () => {
  const { send } = fcm();
  const urgent = samplePush({ urgent: true, category: 'clock_in', collapseId: 'n-2' });
  await Promise.all([send(TOKEN, samplePush()), send(TOKEN, urgent)]);
  await send(TOKEN, samplePush());
  expect(server.tokens()).toBe(1);
  const [first] = server.messages.filter(({ data }) => data['tag'] === 'n-1');
  expect(first).toEqual({
    token: TOKEN,
    data: {
      title: 'Vagtplan for uge 49 – ændret',
      message: 'Monday 09:00–17:00 · Torvet',
      body: JSON.stringify(samplePush().data),
      tag: 'n-1',
      channelId: 'default',
    },
    android: { priority: 'HIGH', ttl: '86400s', collapse_key: 'n-1' },
  });
  const second = server.messages.find(({ data }) => data['tag'] === 'n-2');
  expect(second).toMatchObject({
    data: { categoryId: 'clock_in', channelId: 'urgent' },
  });
});

test('its own token is renewed before it ends, and once when it is not accepted', async () => {
  const { send } = fcm();
  await send(TOKEN, samplePush());
  now += 3_500_000;
  await send(TOKEN, samplePush());
  expect(server.tokens()).toBe(1);
  now += 60_000;
  await send(TOKEN, samplePush());
  expect(server.tokens()).toBe(2);
  server.revoke();
  await send(TOKEN, samplePush());
  expect([server.tokens(), server.messages.length]).toEqual([3, 4]);
  server.answerNext({ status: 401 }, { status: 401 });
  expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
});

test.each([
  [404, 'UNREGISTERED'],
  [403, 'SENDER_ID_MISMATCH'],
  [400, 'INVALID_ARGUMENT'],
])('%i %s: the phone is gone', async (status, code) => {
  server.answerNext(fcmError(status, code));
  expect(await failureOf(fcm().send(TOKEN, samplePush()))).toBeInstanceOf(PushTokenGone);
});

test.each([400, 403, 404, 413])(
  '%i about our message is final, and says nothing of the phone',
  async (status) => {
    server.answerNext({ status, body: { error: { message: 'no' } } });
    expect(await failureOf(fcm().send(TOKEN, samplePush()))).toBeInstanceOf(PushRefused);
  },
);

test('429 and 503 tell how long to wait, a minute when a quota says nothing', async () => {
  const { send } = fcm();
  server.answerNext(fcmError(503, 'UNAVAILABLE', { 'retry-after': '7' }), fcmError(429, 'QUOTA_EXCEEDED'));
  expect(await failureOf(send(TOKEN, samplePush()))).toMatchObject({ retryAfterMs: 7000 });
  expect(await failureOf(send(TOKEN, samplePush()))).toMatchObject({ retryAfterMs: 60_000 });
});

test('a server that hangs, a dropped connection and a redirect may pass', async () => {
  server.answerNext('hang');
  const late = await failureOf(fcm({ timeoutMs: 80 }).send(TOKEN, samplePush()));
  expect(late).toBeInstanceOf(RetryableError);
  server.answerNext('drop', { status: 302, headers: { location: `${server.url}/elsewhere` } });
  const { send } = fcm();
  expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
  expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(RetryableError);
});

test('failures open the breaker, phones that are gone do not', async () => {
  const { send } = fcm();
  server.answerNext(...Array.from({ length: 8 }, () => fcmError(404, 'UNREGISTERED')));
  for (let nr = 0; nr < 8; nr++)
    expect(await failureOf(send(TOKEN, samplePush()))).toBeInstanceOf(PushTokenGone);
  server.answerNext(...Array.from({ length: 40 }, () => ({ status: 500 })));
  let error: unknown;
  for (let nr = 0; nr < 40 && !(error instanceof BreakerOpenError); nr++)
    error = await failureOf(send(TOKEN, samplePush()));
  expect(error).toBeInstanceOf(BreakerOpenError);
});

test('a long text is cut between characters so that it is taken', async () => {
  const body = '👩‍👩‍👧‍👦'.repeat(400);
  await fcm().send(TOKEN, samplePush({ title: 'æ'.repeat(500), body, collapseId: 'x'.repeat(100) }));
  const [message] = server.messages;
  expect(message?.data['message']).toMatch(/^(👩‍👩‍👧‍👦)+…$/u);
  expect(message?.android.collapse_key).toHaveLength(64);
});

test('a wrong key is found at the start and not repeated', () => {
  const account = { ...server.account, private_key: 'not a key: secret' };
  expect(() => createFcm({ account })).toThrow(/^(?!.*secret)/);
});
