import { expect } from 'vitest';
import { createTestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const PHONE = 'http://phone.test:8081';
const OTHER = 'http://elsewhere.test';

httpTest('pages of the named origins may call, without cookies; others may not', async ({ testDatabase }) => {
  const app = await createTestApp(testDatabase, { env: { APP_ORIGINS: `http://tablet.test, ${PHONE}` } });
  const preflight = (origin: string) =>
    app.inject({
      method: 'OPTIONS',
      url: '/api/v1/me',
      headers: {
        origin,
        'access-control-request-method': 'GET',
        'access-control-request-headers': 'authorization',
      },
    });
  const allowed = await preflight(PHONE);
  expect(allowed.statusCode).toBe(204);
  expect(allowed.headers['access-control-allow-origin']).toBe(PHONE);
  expect(allowed.headers['access-control-allow-headers']).toContain('authorization');
  expect(allowed.headers['access-control-allow-credentials']).toBeUndefined();
  expect((await preflight(OTHER)).headers['access-control-allow-origin']).toBeUndefined();

  // a refusal can be read too: the page has to know why
  const refused = await app.inject({ url: '/api/v1/me', headers: { origin: PHONE } });
  expect([refused.statusCode, refused.headers['access-control-allow-origin']]).toEqual([401, PHONE]);
  const signIn = { email: 'nobody@phone.test', password: 'wrong-password' };
  const told = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/email',
    headers: { origin: PHONE },
    payload: signIn,
  });
  expect([told.statusCode, told.headers['access-control-allow-origin']]).toEqual([401, PHONE]);
  await app.close();
});

httpTest('unasked, no page of another origin may call', async ({ app }) => {
  const answer = await app.inject({ url: '/api/v1/me', headers: { origin: PHONE } });
  expect(answer.headers['access-control-allow-origin']).toBeUndefined();
});
