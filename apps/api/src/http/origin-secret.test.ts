import { EnvError } from '@vaktplan/platform/env';
import { io } from 'socket.io-client';
import { describe, expect } from 'vitest';
import { readEnv } from '../env.ts';
import { createTestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const SECRET = 'the-secret-of-gateway-and-origin-0123456789';

describe('an API with a gateway in front', () => {
  httpTest('takes what comes through it and nothing else', async ({ testDatabase }) => {
    const app = await createTestApp(testDatabase, { env: { ORIGIN_SECRET: SECRET } });
    const statusOf = async (url: string, headers = {}) => (await app.inject({ url, headers })).statusCode;
    expect(await statusOf('/api/v1/me', { 'x-origin-secret': SECRET })).toBe(401);
    for (const wrong of [{}, { 'x-origin-secret': '' }, { 'x-origin-secret': `${SECRET}x` }]) {
      expect(await statusOf('/api/v1/me', wrong)).toBe(403);
      expect(await statusOf('/auth/get-session', wrong)).toBe(403);
      expect(await statusOf('/nowhere', wrong)).toBe(403);
    }
    // asked by the platform, and by our own services with tokens
    expect(await statusOf('/health/live')).toBe(200);
    expect(await statusOf('/auth/jwks')).toBe(200);
    expect(await statusOf('/internal/employees/1')).toBe(401);
    await app.close();
  });

  httpTest('takes no socket past it', async ({ testDatabase }) => {
    const app = await createTestApp(testDatabase, { env: { ORIGIN_SECRET: SECRET } });
    await app.nest.listen(0, '127.0.0.1');
    const url = await app.nest.getUrl();
    const refusal = (headers: Record<string, string>) =>
      new Promise<unknown>((resolve) => {
        const options = {
          path: '/realtime',
          transports: ['websocket'],
          reconnection: false,
          extraHeaders: headers,
        };
        const socket = io(url, options);
        socket.once('connect_error', (error) => {
          resolve(error.message);
          socket.close();
        });
      });
    expect(await refusal({})).toBe('websocket error');
    // past the door; the ticket is asked for next
    expect(await refusal({ 'x-origin-secret': SECRET })).not.toBe('websocket error');
    await app.close();
  });

  httpTest('does not start in production without the secret', ({ app }) => {
    const set = { ...app.services.env, NODE_ENV: 'production', VAKTPLAN_MODE: 'hosted' };
    const source = Object.fromEntries(Object.entries(set).map(([name, value]) => [name, String(value)]));
    delete source['ORIGIN_SECRET'];
    expect(() => readEnv(source)).toThrow(EnvError);
    expect(() => readEnv(source)).toThrow('ORIGIN_SECRET: is not set');
    expect(readEnv({ ...source, ORIGIN_SECRET: SECRET }).ORIGIN_SECRET).toBe(SECRET);
    expect(readEnv({ ...source, VAKTPLAN_MODE: 'local' }).ORIGIN_SECRET).toBeUndefined();
  });
});
