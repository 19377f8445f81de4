import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { appendEvent } from '@vaktplan/core/context/append-event';
import { RELAY_NUDGE } from '@vaktplan/contracts/socket';
import { BOARD_PASS, signPass } from '@vaktplan/platform/pass';
import { createRedis, whenReady } from '@vaktplan/platform/redis';
import { createShutdown } from '@vaktplan/platform/shutdown';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import { dbTest } from '@vaktplan/testing/db-test';
import { createApp } from './create-app.ts';
import { readEnv } from './env.ts';
import { createWorkerLogger, startServices } from './services.ts';
import { testRedisUrl } from './relay/relay.fixture.ts';

type Running = {
  get: (path: string, headers?: Record<string, string>) => Promise<Response>;
  redis: Awaited<ReturnType<typeof startTcpProxy>>;
  stop: () => Promise<number[]>;
};

const serviceTest = dbTest.extend<{ worker: Running }>({
  worker: async ({ testDatabase }, use) => {
    const mailDir = await mkdtemp(path.join(os.tmpdir(), 'vaktplan-mail-'));
    const redis = await startTcpProxy(testRedisUrl);
    const exits: number[] = [];
    const env = readEnv({
      DATABASE_URL: testDatabase.url.app,
      RELAY_DATABASE_URL: testDatabase.url.relay,
      REDIS_URL: redis.url,
      AUTH_SECRET: 'x'.repeat(32),
      SERVICE_TOKEN_SECRET: 'y'.repeat(32),
      PUBLIC_WEB_URL: 'http://localhost:3000/',
      MAIL_DIR: mailDir,
      LOG_LEVEL: 'silent',
    });
    const log = createWorkerLogger(env.LOG_LEVEL);
    const shutdown = createShutdown({ log, exit: (code) => exits.push(code) });
    const app = await createApp(startServices(env, log, shutdown));
    shutdown.add('http', () => app.close());
    await app.listen(0, '127.0.0.1');
    const url = await app.getUrl();
    const stop = async () => {
      await shutdown.run('test');
      return exits;
    };
    await use({ get: (page, headers = {}) => fetch(`${url}${page}`, { headers }), redis, stop });
    await stop();
    await redis.close();
    await rm(mailDir, { recursive: true, force: true });
  },
});

const patient = { timeout: 10_000 };
const status = async (worker: Running, page: string) => (await worker.get(page)).status;

serviceTest('it is alive and ready, and shows its figures', async ({ worker }) => {
  for (const page of ['/health', '/health/live', '/health/ready'])
    await expect.poll(() => status(worker, page), patient).toBe(200);
  expect(await (await worker.get('/health/live')).json()).toMatchObject({
    status: 'ok',
    checks: { relay: { status: 'ok' }, consumers: { status: 'ok' } },
  });
  const metrics = await worker.get('/metrics');
  expect(metrics.headers.get('content-type')).toContain('text/plain');
  const outside = await worker.get('/metrics', { 'x-forwarded-for': '203.0.113.9' });
  expect(outside.status).toBe(404);
  const figures = await metrics.text();
  for (const figure of [
    /^outbox_lag_seconds\{service="worker"\} \d/m,
    /^organizations\{service="worker"\} \d/m,
    /^rows_estimated\{table="shifts",service="worker"\} \d/m,
    /^cache_lookups\{cache="postgres",outcome="hit",service="worker"\} [1-9]/m,
    /^cache_lookups\{cache="redis",outcome="miss",service="worker"\} \d/m,
    /^queue_oldest_seconds\{queue="events",service="worker"\} 0/m,
  ]) {
    expect(figures).toMatch(figure);
  }
  expect(await status(worker, '/elsewhere')).toBe(404);
  expect(await status(worker, '/queues/')).toBe(403);
  const board = await worker.get(`/queues/enter?pass=${signPass('y'.repeat(32), BOARD_PASS, 30)}`);
  expect(new URL(board.url).pathname).toBe('/queues/');
});

serviceTest('without Redis it is not ready, but alive: a restart would not help', async ({ worker }) => {
  await expect.poll(() => status(worker, '/health/ready'), patient).toBe(200);
  await worker.redis.cut();
  await expect.poll(() => status(worker, '/health/ready'), patient).toBe(503);
  expect(await status(worker, '/health/live')).toBe(200);
  await worker.redis.restore();
  await expect.poll(() => status(worker, '/health/ready'), patient).toBe(200);
});

serviceTest('a nudge of the API reaches the relay; stopping closes everything', async ({ ctx, worker }) => {
  const redis = createRedis(testRedisUrl, 'producer');
  await whenReady(redis, 5_000);
  await expect.poll(() => redis.publish(RELAY_NUDGE, ''), patient).toBeGreaterThan(0);
  await ctx.db.transaction(ctx.orgId, (tx) =>
    appendEvent(
      tx,
      ctx,
      'employee.updated',
      { type: 'employee', id: 'x', version: 1 },
      { employeeId: randomUUID() },
    ),
  );
  await redis.publish(RELAY_NUDGE, '');
  const count = async () =>
    (
      await ctx.db.read(ctx.orgId, [
        {
          name: 'undispatched_own',
          text: 'select count(*) as count from events where organization_id = $1 and dispatched_at is null',
          values: [ctx.orgId],
        },
      ])
    )[0]?.[0]?.['count'];
  await expect.poll(count, patient).toBe(0);
  expect(await worker.stop()).toEqual([0]);
  redis.disconnect();
});

serviceTest('it stops soon and well while Redis is away', async ({ worker }) => {
  await expect.poll(() => status(worker, '/health/ready'), patient).toBe(200);
  await worker.redis.cut();
  expect(await worker.stop()).toEqual([0]);
});
