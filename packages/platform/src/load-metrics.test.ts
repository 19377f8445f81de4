import { expect, test } from 'vitest';
import { measurePool, measureQueues } from './load-metrics.ts';
import { createMetrics } from './metrics.ts';
import { createQueue } from './queue.ts';
import { createRedis } from './redis.ts';

test('pools are looked at when somebody asks, each by its name', async () => {
  const metrics = createMetrics('api');
  const pool = { totalCount: 5, idleCount: 2, waitingCount: 0 };
  measurePool(metrics, 'app', pool);
  measurePool(metrics, 'auth', { totalCount: 1, idleCount: 1, waitingCount: 0 });
  pool.waitingCount = 7;
  const text = await metrics.text();
  expect(text).toContain('db_pool{pool="app",state="busy",service="api"} 3');
  expect(text).toContain('db_pool{pool="app",state="waiting",service="api"} 7');
  expect(text).toContain('db_pool{pool="auth",state="idle",service="api"} 1');
});

test('queues tell how much waits and since when; one that cannot be asked spoils no other metric', async () => {
  const metrics = createMetrics('worker');
  const connection = createRedis(process.env.TEST_REDIS_URL ?? '', 'producer');
  const queue = createQueue('metrics-test', { connection, prefix: `load-${process.pid}` });
  await queue.add('job', {}, { timestamp: Date.now() - 90_000 });
  await queue.add('job', {});
  const away = {
    getJobCounts: () => Promise.reject(new Error('away')),
    getWaiting: () => Promise.reject(new Error('away')),
  };
  measureQueues(metrics, { mails: queue, broken: away });
  const text = await metrics.text();
  expect(text).toContain('queue_jobs{queue="mails",state="waiting",service="worker"} 2');
  expect(Number(/queue_oldest_seconds\{queue="mails".*\} (.+)/.exec(text)?.[1])).toBeGreaterThanOrEqual(90);
  expect(text).toContain('process_cpu_seconds_total');
  await queue.obliterate({ force: true });
  await queue.close();
  connection.disconnect();
});
