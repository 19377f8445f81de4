import type { UserActor } from '@vaktplan/core/context/ctx';
import { startTcpProxy } from '@vaktplan/testing/tcp-proxy';
import { describe, expect, vi } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const many = <T>(count: number, work: () => Promise<T>): Promise<T[]> =>
  Promise.all(Array.from({ length: count }, work));

describe('rate limits', () => {
  httpTest('two instances count together', async ({ testDatabase, ctx }) => {
    const env = { RATE_LIMIT_TENANT: '40' };
    const pair = [
      await createTestApp(testDatabase, { env }),
      await createTestApp(testDatabase, { env }),
    ] as const;
    const person = await pair[0].as(ctx.actor as UserActor, ctx.orgId);
    const ask = (app: TestApp) =>
      app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${person.token}` } });
    await many(39, () => ask(pair[0]));
    await vi.waitFor(async () => {
      const key = `vaktplan:limit:tenant:${ctx.orgId}`;
      expect(await pair[0].services.redis.get(key)).toBe('39');
    });
    // the other instance hears of them with its first telling
    expect((await ask(pair[1])).statusCode).toBe(200);
    await vi.waitFor(async () => expect((await ask(pair[1])).statusCode).toBe(429), 5000);
    await Promise.all(pair.map((app) => app.close()));
  });

  httpTest('a noisy organisation waits, its neighbour does not', async ({ testDatabase, ctx, foreign }) => {
    const app = await createTestApp(testDatabase, { env: { RATE_LIMIT_TENANT: '20' } });
    const noisy = await app.as(ctx.actor as UserActor, ctx.orgId);
    const neighbour = await app.as(foreign.ctx.actor as UserActor, foreign.ctx.orgId);
    const answers = await many(30, () => noisy.inject({ url: '/api/v1/me' }));
    const refused = answers.filter((answer) => answer.statusCode === 429);
    expect(refused).toHaveLength(10);
    expect(refused[0]?.json()).toMatchObject({ code: 'too_many_requests' });
    expect(Number(refused[0]?.headers['retry-after'])).toBeGreaterThan(0);
    expect((await neighbour.inject({ url: '/api/v1/me' })).statusCode).toBe(200);
    await app.close();
  });

  httpTest('an address is counted before anybody is asked who they are', async ({ testDatabase }) => {
    const app = await createTestApp(testDatabase, { env: { RATE_LIMIT_ADDRESS: '5' } });
    const remoteAddress = '198.51.100.7';
    const answers = await many(8, () => app.inject({ url: '/api/v1/me', remoteAddress }));
    expect(answers.filter((answer) => answer.statusCode === 429)).toHaveLength(3);
    // the one who stands behind our own proxy is somebody else
    const headers = { 'x-forwarded-for': '198.51.100.8' };
    expect((await app.inject({ url: '/api/v1/me', headers })).statusCode).toBe(401);
    // but a stranger cannot say so
    expect((await app.inject({ url: '/api/v1/me', remoteAddress, headers })).statusCode).toBe(429);
    await app.close();
  });

  httpTest('without Redis everything is answered', async ({ testDatabase, ctx }) => {
    const proxy = await startTcpProxy(process.env.TEST_REDIS_URL ?? '');
    const app = await createTestApp(testDatabase, { env: { REDIS_URL: proxy.url, RATE_LIMIT_TENANT: '10' } });
    const person = await app.as(ctx.actor as UserActor, ctx.orgId);
    await proxy.cut();
    const answers = await many(10, () => person.inject({ url: '/api/v1/me' }));
    expect(answers.map((answer) => answer.statusCode)).toEqual(Array.from({ length: 10 }, () => 200));
    const ready = await app.inject({ url: '/health/ready' });
    expect([ready.statusCode, ready.json().status]).toEqual([200, 'degraded']);
    await app.close();
    await proxy.close();
  });
});
