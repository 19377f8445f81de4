import { afterEach, expect, test } from 'vitest';
import { createConsumerCheck } from './consumer-check.ts';
import { createLogger } from './logger.ts';
import { addJobs, createQueue, createWorker } from './queue.ts';
import { createRedis, whenReady } from './redis.ts';

const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const setUp = async (handle: () => Promise<unknown>) => {
  const [producer, connection] = [createRedis(redisUrl, 'producer'), createRedis(redisUrl, 'worker')];
  closing.push(
    () => producer.disconnect(),
    () => connection.disconnect(),
  );
  await whenReady(producer, 5000);
  const name = `q-${crypto.randomUUID()}`;
  const queue = createQueue<{ n: number }>(name, { connection: producer });
  const log = createLogger({ service: 't', level: 'silent' });
  const worker = createWorker<{ n: number }>(name, { connection, log, handle, concurrency: 1 });
  closing.push(
    () => queue.close(),
    () => worker.close(),
  );
  await worker.waitUntilReady();
  return { queue, worker, add: () => addJobs(queue, [{ name: 'x', data: { n: 1 } }]) };
};

test('an idle worker with nothing to do is healthy', async () => {
  const { queue, worker } = await setUp(async () => undefined);
  const check = createConsumerCheck(queue, worker, 0);
  await check();
  await expect(check()).resolves.toBeUndefined();
});

test('a worker that takes nothing while jobs wait is not', async () => {
  const { queue, worker, add } = await setUp(async () => undefined);
  const check = createConsumerCheck(queue, worker, 0);
  await worker.pause();
  await add();
  await expect(check()).rejects.toThrow(/1 jobs wait|not running/);
});

test('a long job is not a hanging worker', async () => {
  const { promise: finish, resolve } = Promise.withResolvers<void>();
  const { promise: running, resolve: isRunning } = Promise.withResolvers<void>();
  const { queue, worker, add } = await setUp(() => {
    isRunning();
    return finish;
  });
  closing.push(resolve);
  const check = createConsumerCheck(queue, worker, 0);
  await add();
  await running;
  await add();
  await expect(check()).resolves.toBeUndefined();
});
