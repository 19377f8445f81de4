import { createLogger } from '@vaktplan/platform/logger';
import { createMetrics } from '@vaktplan/platform/metrics';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { answerProblem } from './answer-problem.ts';
import { addRefusals, type Reason, watchLoad } from './overload.ts';
import { addRequestLog } from './request-log.ts';

async function start() {
  const app = fastify();
  const metrics = createMetrics('api');
  const standing = { isDraining: false };
  const pool = { waitingCount: 0 };
  const log = createLogger({ service: 'api', level: 'silent' });
  const env = { DATABASE_POOL: 2 };
  const services = { log, metrics, standing, db: { pool }, env } as unknown as Services;
  addRequestLog(app, services);
  const load: { reason: Reason | undefined } = { reason: undefined };
  const measured = watchLoad(app, services, () => 0);
  addRefusals(app, services, () => load.reason ?? measured());
  app.setErrorHandler(answerProblem);
  for (const path of ['/health/ready', '/api/v1/shifts', '/api/v1/time-tracking/punches'])
    app.get(path, () => 'done');
  await app.ready();
  const status = async (url: string) => (await app.inject({ url })).statusCode;
  return { app, load, pool, standing, metrics, status };
}

test('a process that can take no more refuses at once and says when to come again', async () => {
  const { app, load, pool, metrics, status } = await start();
  expect(await status('/api/v1/shifts')).toBe(200);
  pool.waitingCount = 101;
  const refused = await app.inject({ url: '/api/v1/shifts' });
  expect(refused.statusCode).toBe(503);
  expect(refused.headers['retry-after']).toBe('2');
  expect(refused.json()).toMatchObject({ code: 'unavailable' });
  expect(await status('/api/v1/time-tracking/punches')).toBe(503);
  expect(await status('/health/ready')).toBe(200);
  expect(await metrics.text()).toContain('http_requests_refused_total{reason="queue",service="api"} 2');
  pool.waitingCount = 0;
  expect(await status('/api/v1/shifts')).toBe(200);

  // a late event loop: those who clock in go first
  load.reason = 'loop';
  expect(await status('/api/v1/shifts')).toBe(503);
  expect(await status('/api/v1/time-tracking/punches')).toBe(200);
  await app.close();
});

test('a process about to end answers, and tells callers to connect elsewhere next time', async () => {
  const { app, standing } = await start();
  expect((await app.inject({ url: '/api/v1/shifts' })).headers.connection).not.toBe('close');
  standing.isDraining = true;
  const answer = await app.inject({ url: '/api/v1/shifts' });
  expect([answer.statusCode, answer.headers.connection]).toEqual([200, 'close']);
  await app.close();
});
