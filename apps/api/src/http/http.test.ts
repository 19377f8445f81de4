import { expect } from 'vitest';
import { createApp } from '../create-app.ts';
import { readEnv } from '../env.ts';
import { closeServices, createServices } from '../services.ts';
import { httpTest } from '../testing/http-test.ts';
import { testEnv } from '../testing/test-env.ts';

httpTest('live and ready say ok', async ({ app }) => {
  expect((await app.inject({ url: '/health/live' })).json()).toEqual({ status: 'ok' });
  const ready = await app.inject({ url: '/health/ready' });
  expect(ready.statusCode).toBe(200);
  expect(ready.json().checks).toMatchObject({ postgres: { status: 'ok' }, redis: { status: 'ok' } });
});

httpTest(
  'an unknown address answers 404 as a problem, with the correlation id that was sent',
  async ({ app }) => {
    const answer = await app.inject({ url: '/nothing', headers: { 'x-correlation-id': 'test-correlation' } });
    expect(answer.statusCode).toBe(404);
    expect(answer.headers['content-type']).toBe('application/problem+json');
    expect(answer.headers['x-correlation-id']).toBe('test-correlation');
    expect(answer.json()).toMatchObject({
      code: 'not_found',
      status: 404,
      correlationId: 'test-correlation',
    });
  },
);

httpTest('a known address with another method answers 405', async ({ app }) => {
  const answer = await app.inject({ method: 'DELETE', url: '/health/live' });
  expect(answer.statusCode).toBe(405);
  expect(answer.headers['allow']).toBe('GET, HEAD');
});

httpTest('starts, serves and ends while Redis is away', async ({ testDatabase }) => {
  const away = { REDIS_URL: 'redis://127.0.0.1:1' };
  const services = createServices(testEnv(testDatabase, '/unused', away));
  const app = await createApp(services);
  await app.init();
  const ready = await app.inject({ url: '/health/ready' });
  expect([ready.statusCode, ready.json().status]).toEqual([200, 'degraded']);
  await app.close();
  await closeServices(services);
});

httpTest('a start without its secrets fails and names them', () => {
  expect(() => readEnv({ DATABASE_URL: 'postgres://x@127.0.0.1/x' })).toThrow(/AUTH_SECRET[^]*TICKET_SECRET/);
  expect(() => readEnv({ AUTH_SECRET: 'short' })).toThrow(/AUTH_SECRET/);
});
