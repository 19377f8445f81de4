import { expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

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
