import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLoopbackApi } from './loopback-api.fixture';
import { passToKiosk } from './pass-to-kiosk';

const api = await startLoopbackApi();
beforeAll(() => void (process.env.API_URL = api.origin));
afterAll(() => delete process.env.API_URL);

const token = `vpk_${'A'.repeat(86)}`;
const cookie = `vp_theme=dark; vaktplan.session_token=somebody.signature; vp_kiosk=${token}`;
const ask = (path: string, init: RequestInit = {}) =>
  passToKiosk(
    new Request(`http://localhost:3000/api/kiosk${path}`, {
      ...init,
      headers: { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) },
    }),
  );
beforeEach(() => {
  api.seen.length = 0;
  api.answers(() => ({ body: { ok: true } }));
});

describe('a request of the tablet', () => {
  test('carries its own token, and neither the cookie nor a session', async () => {
    const body = JSON.stringify({ employeeId: 'x' });
    const headers = { 'content-type': 'application/json', authorization: 'Bearer something-else' };
    await ask('/identify', { method: 'POST', body, headers });
    expect(api.seen).toMatchObject([{ method: 'POST', url: '/api/v1/kiosk/identify', body }]);
    expect(api.seen[0]?.headers.authorization).toBe(`Bearer ${token}`);
    expect(api.seen[0]?.headers.cookie).toBeUndefined();
  });

  test('without a token goes out unsigned', async () => {
    await ask('', { headers: { cookie: 'vaktplan.session_token=somebody.signature' } });
    expect(api.seen.map(({ url, headers }) => [url, headers.authorization])).toEqual([
      ['/api/v1/kiosk', undefined],
    ]);
  });

  test.each(['/../me', '/%2e%2e/me', '/..%2fshifts', '//me', '/a.b'])(
    '%s reaches nothing else',
    async (path) => {
      const answer = await ask(path);
      const urls = api.seen.map(({ url }) => url);
      expect(answer.status === 404 || urls.every((url) => url.startsWith('/api/v1/kiosk'))).toBe(true);
      expect(urls.filter((url) => /me$|shifts$/.test(url) && !url.startsWith('/api/v1/kiosk/'))).toEqual([]);
    },
  );

  test('from another site is refused', async () => {
    const headers = { 'sec-fetch-site': 'cross-site' };
    expect((await ask('/punches', { method: 'POST', body: '{}', headers })).status).toBe(403);
    expect(api.seen).toEqual([]);
  });
});

describe('a new token', () => {
  const given = `vpk_${'B'.repeat(86)}`;
  test.each(['/enroll', '/token'])('of %s goes into the cookie and no further', async (path) => {
    api.answers(() => ({ body: { token: given } }));
    const answer = await ask(path, { method: 'POST', body: '{}' });
    expect([answer.status, await answer.text()]).toEqual([204, '']);
    const set = answer.headers.get('set-cookie') ?? '';
    expect(set).toMatch(`vp_kiosk=${given}; Path=/api/kiosk;`);
    expect(set).toMatch('HttpOnly; SameSite=Strict');
    expect(set).not.toMatch('Secure');
  });

  test('is kept for https only where the page is', async () => {
    api.answers(() => ({ body: { token: given } }));
    const headers = { 'x-forwarded-proto': 'https' };
    const answer = await ask('/enroll', { method: 'POST', body: '{}', headers });
    expect(answer.headers.get('set-cookie')).toMatch(/; Secure$/);
  });

  test('is not kept when it was refused', async () => {
    api.answers(() => ({ status: 410, body: { code: 'kiosk_code_invalid' } }));
    const answer = await ask('/enroll', { method: 'POST', body: '{}' });
    expect([answer.status, answer.headers.get('set-cookie')]).toEqual([410, null]);
  });
});
