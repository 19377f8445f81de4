import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { createLogger } from '@vaktplan/platform/logger';
import { startApnsServer } from '@vaktplan/testing/apns-server';
import { startFcmServer } from '@vaktplan/testing/fcm-server';
import { expect, test } from 'vitest';
import * as z from 'zod';
import { choosePush, pushEnv } from './choose-push.ts';
import { listPushes } from './folder.ts';
import { PushRefused } from './push-message.ts';
import { failureOf, samplePush } from './sample-push.ts';

const read = (source: Record<string, string>) => z.object(pushEnv).parse(source);
const phone = { provider: 'fcm', token: 'a-token' } as const;

test('each service whose account is set, and only those', async () => {
  const fcm = await startFcmServer();
  const apns = await startApnsServer();
  const json = JSON.stringify(fcm.account);
  const google = { FCM_SERVICE_ACCOUNT: btoa(json), FCM_BASE_URL: fcm.url };
  const { key, keyId, teamId, topic } = apns.key;
  const apple = {
    APNS_KEY: key.replaceAll('\n', '\\n'),
    APNS_KEY_ID: keyId,
    APNS_TEAM_ID: teamId,
    APNS_TOPIC: topic,
    APNS_BASE_URL: apns.url,
  };
  const both = choosePush(read({ ...google, ...apple }));
  await both.send(phone, samplePush());
  await both.send({ provider: 'apns', token: 'abcd' }, samplePush());
  expect([both.kind, fcm.messages.length, apns.messages.length]).toEqual(['fcm+apns', 1, 1]);
  const one = choosePush(read({ FCM_SERVICE_ACCOUNT: json, FCM_BASE_URL: fcm.url }));
  expect(one.kind).toBe('fcm');
  expect(await failureOf(one.send({ provider: 'apns', token: 'abcd' }, samplePush()))).toBeInstanceOf(
    PushRefused,
  );
  expect(() => choosePush(read({ APNS_KEY: key }))).toThrow('APNS_KEY_ID');
  for (const chosen of [both, one]) chosen.close();
  await Promise.all([fcm.close(), apns.close()]);
});

test('an account that cannot be read is named and not repeated', () => {
  const wrong = z.object(pushEnv).safeParse({ FCM_SERVICE_ACCOUNT: '{"private_key":"secret' });
  expect(wrong.success).toBe(false);
  expect(String(wrong.error)).toContain('FCM_SERVICE_ACCOUNT');
  expect(String(wrong.error)).not.toContain('secret');
});

test('without an account: the folder, where a repeat takes the place of the first, or the log', async () => {
  const dir = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-push-'));
  const folder = choosePush(read({ PUSH_DIR: dir }));
  expect(folder.kind).toBe('folder');
  expect(await listPushes(path.join(dir, 'none'))).toEqual([]);
  for (const title of ['first', 'second']) await folder.send(phone, samplePush({ title }));
  await folder.send(phone, samplePush({ collapseId: 'other' }));
  expect((await listPushes(dir)).map(({ title }) => title).toSorted()).toEqual([
    samplePush().title,
    'second',
  ]);
  await rm(dir, { recursive: true });
  const log = choosePush(read({}), { log: createLogger({ service: 'test', level: 'silent' }) });
  expect(log.kind).toBe('log');
  await log.send(phone, samplePush());
});
