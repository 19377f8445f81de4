import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import { UnrecoverableError } from 'bullmq';
import type { Redis } from 'ioredis';
import { afterEach, expect, test } from 'vitest';
import { createLogger } from './logger.ts';
import { createMetrics } from './metrics.ts';
import { addJobs, createQueue, createWorker, type QueueJob, type WorkerOptions } from './queue.ts';
import { createRedis, whenReady } from './redis.ts';

type Data = { organizationId?: string; n: number };
type Line = { msg: string; level: string; outcome?: string; [field: string]: unknown };

const redisUrl = process.env['TEST_REDIS_URL'] ?? 'redis://127.0.0.1:6379';
const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).toReversed()) await close();
});

const connect = async (kind: 'producer' | 'worker', url = redisUrl): Promise<Redis> => {
  const redis = createRedis(url, kind);
  closing.push(() => redis.disconnect());
  await whenReady(redis, 5000);
  return redis;
};

const setUp = async (options: { url?: string; attempts?: number } = {}) => {
  const name = `q-${crypto.randomUUID()}`;
  const lines: Line[] = [];
  const log = createLogger({
    service: 't',
    level: 'info',
    destination: { write: (line) => void lines.push(JSON.parse(line)) },
  });
  const metrics = createMetrics('t');
  const defaultJobOptions = options.attempts === undefined ? {} : { attempts: options.attempts };
  const redis = await connect('producer', options.url);
  const queue = createQueue<Data>(name, { connection: redis, log, defaultJobOptions });
  closing.push(() => queue.close());
  const startWorker = async (
    handle: WorkerOptions<Data>['handle'],
    more: Partial<WorkerOptions<Data>> = {},
  ) => {
    const worker = createWorker<Data>(name, {
      connection: await connect('worker'),
      handle,
      log,
      metrics,
      ...more,
    });
    closing.push(() => worker.close());
    return worker;
  };
  const outcomes = () => lines.filter((line) => line.msg === 'job').map((line) => line.outcome);
  return { name, redis, queue, startWorker, lines, outcomes, metrics };
};

test('a job is done, logged with its tenant and measured', async () => {
  const { name, queue, startWorker, lines, outcomes, metrics } = await setUp();
  await startWorker(async (job, log) => {
    log.info('inside');
    return job.data.n * 2;
  });
  await addJobs(queue, [
    { name: 'double', data: { organizationId: 'o1', n: 21 }, opts: { jobId: 'e1-double' } },
  ]);
  await expect.poll(outcomes).toEqual(['completed']);
  expect(await queue.getJob('e1-double')).toMatchObject({ returnvalue: 42 });
  const about = { queue: name, job: 'double', jobId: 'e1-double', organizationId: 'o1' };
  expect(lines.find(({ msg }) => msg === 'inside')).toMatchObject(about);
  expect(lines.find(({ msg }) => msg === 'job')).toMatchObject({
    ...about,
    level: 'info',
    attempt: 1,
    ms: expect.any(Number),
  });
  const text = await metrics.text();
  expect(text).toContain(`jobs_total{queue="${name}",job="double",outcome="completed",service="t"} 1`);
  expect(text).toContain(`job_duration_seconds_count{`);
});

test('a failing job warns while it is retried, errors at the end, and is kept', async () => {
  const { queue, startWorker, outcomes, lines } = await setUp({ attempts: 2 });
  await startWorker(() => Promise.reject(new Error('no mail server')));
  await addJobs(queue, [{ name: 'send', data: { organizationId: 'o1', n: 1 } }]);
  await expect.poll(outcomes).toEqual(['retrying', 'failed']);
  const levels = lines
    .filter(({ msg }) => msg === 'job')
    .map(({ level, organizationId }) => [level, organizationId]);
  expect(levels).toEqual([
    ['warn', 'o1'],
    ['error', 'o1'],
  ]);
  expect(await queue.getFailedCount()).toBe(1);
});

test('a permanent failure is not tried again', async () => {
  const { queue, startWorker, outcomes } = await setUp({ attempts: 5 });
  await startWorker(() => Promise.reject(new UnrecoverableError('bad address')));
  await addJobs(queue, [{ name: 'send', data: { n: 1 } }]);
  await expect.poll(outcomes).toEqual(['failed']);
});

test('a known job id is not added twice; all jobs of a batch go in', async () => {
  const { queue } = await setUp();
  const jobs = Array.from({ length: 100 }, (_, n) => ({
    name: 'x',
    data: { n },
    opts: { jobId: `e${n}-x` },
  }));
  await addJobs(queue, jobs);
  await addJobs(queue, jobs);
  expect(await queue.getWaitingCount()).toBe(100);
  await addJobs(queue, []);
});

test.each(['a:b', '123', ''])('the job id "%s" is refused and nothing is added', async (jobId) => {
  const { queue } = await setUp();
  const jobs = [
    { name: 'x', data: { n: 1 } },
    { name: 'x', data: { n: 2 }, opts: { jobId } },
  ];
  await expect(addJobs(queue, jobs)).rejects.toBeInstanceOf(RangeError);
  expect(await queue.getWaitingCount()).toBe(0);
});

test('jobs are kept as the house says', async () => {
  const { queue } = await setUp();
  await addJobs(queue, [{ name: 'x', data: { n: 1 }, opts: { jobId: 'e1-x' } }]);
  const job = await queue.getJob('e1-x');
  expect(job?.opts).toMatchObject({ removeOnComplete: { age: 86_400 }, removeOnFail: { count: 5_000 } });
});

test('close waits for the running job and takes no other', async () => {
  const { queue, startWorker } = await setUp();
  const { promise: finish, resolve } = Promise.withResolvers<void>();
  const begun: number[] = [];
  const { promise: running, resolve: isRunning } = Promise.withResolvers<void>();
  const worker = await startWorker(
    async (job: QueueJob<Data>) => {
      begun.push(job.data.n);
      isRunning();
      await finish;
    },
    { concurrency: 1 },
  );
  await addJobs(
    queue,
    [1, 2].map((n) => ({ name: 'x', data: { n } })),
  );
  await running;
  const closed = worker.close();
  resolve();
  await closed;
  expect(begun).toEqual([1]);
  expect(await queue.getJobCounts('completed', 'waiting', 'active')).toEqual({
    completed: 1,
    waiting: 1,
    active: 0,
  });
});

test('adding fails at once while Redis is away and works afterwards', async () => {
  const proxy = await startTcpProxy(redisUrl);
  closing.push(() => proxy.close());
  const { redis, queue } = await setUp({ url: proxy.url });
  await queue.waitUntilReady();
  const closed = once(redis, 'close');
  await proxy.cut();
  await closed;
  await expect(addJobs(queue, [{ name: 'x', data: { n: 1 } }])).rejects.toThrow("Stream isn't writeable");
  const ready = once(redis, 'ready');
  await proxy.restore();
  await ready;
  await addJobs(queue, [{ name: 'x', data: { n: 1 } }]);
  expect(await queue.getWaitingCount()).toBe(1);
});

test('a worker goes on by itself after Redis was away', async () => {
  const proxy = await startTcpProxy(redisUrl);
  closing.push(() => proxy.close());
  const { queue, startWorker, outcomes, lines } = await setUp();
  const connection = await connect('worker', proxy.url);
  const worker = await startWorker(async () => 'done', { connection });
  await worker.waitUntilReady();
  await addJobs(queue, [{ name: 'x', data: { n: 1 } }]);
  await expect.poll(outcomes).toEqual(['completed']);
  await proxy.cut();
  await addJobs(queue, [{ name: 'x', data: { n: 2 } }]);
  // long enough away for several tries to reconnect
  let tries = 0;
  connection.on('reconnecting', () => tries++);
  await expect.poll(() => tries).toBeGreaterThan(2);
  await proxy.restore();
  await expect.poll(outcomes, { timeout: 15_000 }).toEqual(['completed', 'completed']);
  expect(lines.filter(({ msg }) => msg === 'queue error').length).toBeLessThan(4);
});

const dyingWorker = (name: string) => `
import { createLogger } from ${JSON.stringify(import.meta.resolve('./logger.ts'))};
import { createWorker } from ${JSON.stringify(import.meta.resolve('./queue.ts'))};
import { createRedis } from ${JSON.stringify(import.meta.resolve('./redis.ts'))};
createWorker(${JSON.stringify(name)}, {
  connection: createRedis(${JSON.stringify(redisUrl)}, 'worker'),
  log: createLogger({ service: 'dying', level: 'silent' }),
  lockDurationMs: 200,
  stalledIntervalMs: 100,
  handle: () => process.kill(process.pid, 'SIGKILL'),
});
`;
const dieWithTheJob = async (name: string): Promise<void> => {
  const child = spawn(process.execPath, ['--input-type=module', '-e', dyingWorker(name)], {
    stdio: 'inherit',
  });
  expect(await once(child, 'exit')).toEqual([null, 'SIGKILL']);
};
const quick = { lockDurationMs: 200, stalledIntervalMs: 100 };

test('the job of a killed worker is done by the next one', async () => {
  const { name, queue, startWorker, outcomes } = await setUp();
  await addJobs(queue, [{ name: 'x', data: { n: 1 } }]);
  await dieWithTheJob(name);
  expect(await queue.getActiveCount()).toBe(1);
  await startWorker(async () => 'done', quick);
  await expect.poll(outcomes, { timeout: 10_000 }).toEqual(['completed']);
});

test('a job that kills three workers ends among the failed; others go on', async () => {
  const { name, queue, startWorker, lines } = await setUp();
  await addJobs(queue, [
    { name: 'poison', data: { organizationId: 'o1', n: 1 }, opts: { jobId: 'e1-poison' } },
  ]);
  for (let deaths = 0; deaths < 3; deaths++) await dieWithTheJob(name);
  const handled: string[] = [];
  await startWorker(async (job) => handled.push(job.name), quick);
  await addJobs(queue, [{ name: 'good', data: { n: 2 } }]);
  await expect.poll(() => queue.getFailedCount(), { timeout: 10_000 }).toBe(1);
  await expect.poll(() => handled).toEqual(['good']);
  await expect
    .poll(() => lines.find(({ outcome }) => outcome === 'failed'))
    .toMatchObject({ job: 'poison', organizationId: 'o1' });
});
