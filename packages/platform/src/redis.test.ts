import { once } from 'node:events';
import { startTcpProxy, type TcpProxy } from '@vaktplan/testing/tcp-proxy';
import type { Redis } from 'ioredis';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { type CreateRedisOptions, createRedis, type RedisKind, subscribeAlways, whenReady } from './redis.ts';

let proxy: TcpProxy;
let connections: Redis[] = [];
beforeEach(async () => {
  proxy = await startTcpProxy(process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379');
});
afterEach(async () => {
  for (const redis of connections.splice(0)) redis.disconnect();
  await proxy.close();
});

const connect = async (kind: RedisKind, options?: CreateRedisOptions): Promise<Redis> => {
  const redis = createRedis(proxy.url, kind, options);
  connections.push(redis);
  await whenReady(redis, 5000);
  return redis;
};
const failovers = [
  ['READONLY', "-READONLY You can't write against a read only replica.\r\n"],
  ['LOADING', '-LOADING Redis is loading the dataset in memory\r\n'],
] as const;
const newKey = () => `redis-test-${crypto.randomUUID()}`;

describe('producer', () => {
  test('writes and reads', async () => {
    const redis = await connect('producer');
    const key = newKey();
    await redis.set(key, 'v', 'EX', 10);
    expect(await redis.get(key)).toBe('v');
  });

  test('fails at once while Redis is away, and works again when it is back', async () => {
    const redis = await connect('producer');
    const closed = once(redis, 'close');
    await proxy.cut();
    await closed;
    // not even one reconnection is waited for
    await expect(redis.ping()).rejects.toThrow("Stream isn't writeable");
    const ready = once(redis, 'ready');
    await proxy.restore();
    await ready;
    expect(await redis.ping()).toBe('PONG');
  });

  test('a Redis that hangs costs one command timeout', async () => {
    const redis = await connect('producer', { commandTimeoutMs: 50 });
    proxy.freeze();
    await expect(redis.ping()).rejects.toThrow('Command timed out');
  });

  test.each(failovers)('a %s answer fails the command and reconnects', async (name, answer) => {
    const redis = await connect('producer');
    const key = newKey();
    const ready = once(redis, 'ready');
    proxy.answerOnce(key, answer);
    await expect(redis.set(key, 'v', 'EX', 10)).rejects.toThrow(name);
    await ready;
    expect(await redis.set(key, 'v', 'EX', 10)).toBe('OK');
  });

  test('other errors go to the caller', async () => {
    const redis = await connect('producer');
    const key = newKey();
    await redis.set(key, 'text', 'EX', 10);
    await expect(redis.lpush(key, 'x')).rejects.toThrow('WRONGTYPE');
  });
});

test.each(failovers)('a worker connection reconnects after %s and sends again', async (_name, answer) => {
  const redis = await connect('worker');
  const key = newKey();
  let reconnects = 0;
  redis.on('ready', () => reconnects++);
  proxy.answerOnce(key, answer);
  expect(await redis.set(key, 'v', 'EX', 10)).toBe('OK');
  expect(reconnects).toBe(1);
});

test('a worker connection waits for Redis instead of failing', async () => {
  const redis = await connect('worker');
  const closed = once(redis, 'close');
  await proxy.cut();
  await closed;
  const ping = redis.ping();
  await proxy.restore();
  expect(await ping).toBe('PONG');
});

test('a subscriber is subscribed again after a break', async () => {
  const [subscriber, producer] = [await connect('subscriber'), await connect('producer')];
  const channel = newKey();
  const failures: unknown[] = [];
  subscribeAlways(subscriber, channel, (err) => failures.push(err));
  await expect.poll(() => producer.publish(channel, 'first')).toBe(1);
  const lost = [once(subscriber, 'close'), once(producer, 'close')];
  await proxy.cut();
  await Promise.all(lost);
  const back = [once(subscriber, 'ready'), once(producer, 'ready')];
  await proxy.restore();
  await Promise.all(back);
  const message = once(subscriber, 'message');
  await expect.poll(() => producer.publish(channel, 'hello')).toBe(1);
  expect(await message).toEqual([channel, 'hello']);
  expect(failures).toEqual([]);
});

test('who closes while it subscribes again hears of it, and nothing is left unhandled', async () => {
  const subscriber = await connect('subscriber');
  const failures: unknown[] = [];
  subscribeAlways(subscriber, newKey(), (err) => failures.push(err));
  await subscriber.ping();
  await proxy.cut();
  const back = once(subscriber, 'ready');
  await proxy.restore();
  await back;
  subscriber.disconnect();
  await expect.poll(() => failures.length).toBe(1);
});

test('an outage is logged once, and its end once', async () => {
  const lines: { msg: string; redis: string }[] = [];
  const log = createLogger({
    service: 't',
    level: 'info',
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const redis = await connect('worker', { log });
  let failedTries = 0;
  redis.on('error', () => failedTries++);
  await proxy.cut();
  await expect.poll(() => failedTries).toBeGreaterThan(1);
  const ready = once(redis, 'ready');
  await proxy.restore();
  await ready;
  expect(lines.map(({ msg, redis: kind }) => `${kind}: ${msg}`)).toEqual([
    'worker: Redis is away',
    'worker: Redis is back',
  ]);
});

test('whenReady gives up', async () => {
  await proxy.cut();
  const redis = createRedis(proxy.url, 'producer');
  connections.push(redis);
  await expect(whenReady(redis, 30)).rejects.toThrow('not ready within 30 ms');
});
