import { PassThrough } from 'node:stream';
import { createLogger } from '@vaktplan/platform/logger';
import { createMetrics } from '@vaktplan/platform/metrics';
import fastify from 'fastify';
import { expect, test } from 'vitest';
import type { Services } from '../services.ts';
import { addLateAnswers } from './late-answers.ts';
import { addRequestLog } from './request-log.ts';

const MOST_MS = 200;

async function start() {
  const app = fastify();
  const lines: string[] = [];
  const log = createLogger({
    service: 'api',
    level: 'info',
    destination: { write: (line) => void lines.push(line) },
  });
  addRequestLog(app, { log, metrics: createMetrics('api') } as unknown as Services);
  const stream = new PassThrough();
  addLateAnswers(app, (hasBegun) => (hasBegun ? 60_000 : MOST_MS));
  const stuck = Promise.withResolvers<string>();
  app.get('/stuck', () => stuck.promise);
  app.get('/stream', () => stream);
  app.get('/quick', () => 'done');
  await app.ready();
  return { app, lines, stuck, stream };
}

test('a handler that does not answer is answered for, once', async () => {
  const { app, lines, stuck } = await start();
  const answer = await app.inject('/stuck');
  expect(answer.statusCode).toBe(503);
  expect(answer.json()).toMatchObject({ code: 'unavailable' });
  expect(answer.headers['retry-after']).toBe('2');
  // what the handler says afterwards reaches nobody and breaks nothing
  stuck.resolve('too late');
  expect((await app.inject('/quick')).body).toBe('done');
  expect(lines.filter((line) => line.includes('"route":"/stuck"'))).toHaveLength(1);
  await app.close();
});

test('an answer that has begun may take longer', async () => {
  const { app, stuck, stream } = await start();
  stream.write('one, ');
  const whole = app.inject('/stream');
  expect((await app.inject('/stuck')).statusCode).toBe(503);
  stream.end('two');
  expect((await whole).body).toBe('one, two');
  stuck.resolve('too late');
  await app.close();
});
