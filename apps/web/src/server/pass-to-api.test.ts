import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { startLoopbackApi } from './loopback-api.fixture';
import { passToApi } from './pass-to-api';
import { passToAuth } from './pass-to-auth';
import { upstreamState } from './upstream';

const api = await startLoopbackApi();
beforeAll(() => void (process.env.API_URL = api.origin));
afterAll(() => delete process.env.API_URL);

const web = 'http://localhost:3000';
let person = 0;
/** A session cookie that nothing has been remembered about. */
let cookie = '';
beforeEach(() => {
  person += 1;
  cookie = `vp_theme=dark; vaktplan.session_token=person-${person}.signature`;
  api.seen.length = 0;
  api.answers(() => ({ body: { ok: true } }));
});

const ask = (path: string, init: RequestInit = {}) =>
  new Request(web + path, {
    ...init,
    headers: { cookie, 'sec-fetch-site': 'same-origin', ...(init.headers as Record<string, string>) },
  });
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;

describe('a request of the browser to the API', () => {
  test('carries the token of the session and no cookie', async () => {
    await passToApi(ask('/api/v1/shifts?startDate=2026-11-23'));
    const [sent] = api.requestsTo('/api/v1/shifts?startDate=2026-11-23');
    expect(sent?.headers.authorization).toMatch(/^Bearer .+\.signature\d+$/);
    expect(sent?.headers.cookie).toBeUndefined();
  });

  test('twenty at once ask for one token', async () => {
    await Promise.all(Array.from({ length: 20 }, () => passToApi(ask('/api/v1/me'))));
    await passToApi(ask('/api/v1/me'));
    expect(api.requestsTo('/auth/token')).toHaveLength(1);
    expect(api.requestsTo('/api/v1/me')).toHaveLength(21);
  });

  test('two people never share a token', async () => {
    await passToApi(ask('/api/v1/me'));
    cookie = 'vaktplan.session_token=somebody-else.signature';
    await passToApi(ask('/api/v1/me'));
    const [one, two] = api.requestsTo('/api/v1/me').map((sent) => sent.headers.authorization);
    expect(one).not.toBe(two);
  });

  test('without a session goes out unsigned', async () => {
    cookie = '';
    await passToApi(ask('/api/v1/invitations/abc'));
    expect(api.seen.map((sent) => [sent.url, sent.headers.authorization])).toEqual([
      ['/api/v1/invitations/abc', undefined],
    ]);
  });

  test('keeps the version, the key and the trace, and gets the correlation id back', async () => {
    const headers = {
      'content-type': 'application/json',
      'if-match': '"7"',
      'idempotency-key': '019ab000-0000-7000-8000-000000000001',
      traceparent: '00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01',
      'x-correlation-id': 'given-by-the-page',
      'x-forwarded-host': 'elsewhere.example',
    };
    const body = JSON.stringify({ name: 'Main Street' });
    const answer = await passToApi(ask('/api/v1/locations/1', { method: 'PATCH', headers, body }));
    const [sent] = api.requestsTo('/api/v1/locations/1');
    const { 'x-forwarded-host': notPassedOn, ...passedOn } = headers;
    expect(sent?.headers).toMatchObject(passedOn);
    expect(sent?.headers['x-forwarded-host']).not.toBe(notPassedOn);
    expect(sent?.body).toBe(body);
    expect(answer.headers.get('x-correlation-id')).toBe('given-by-the-page');
  });

  test("hands the API's own answer on, without cookies and hop-by-hop headers", async () => {
    const problem = { code: 'version_conflict', detail: 'Somebody changed this meanwhile.' };
    api.answers(() => ({
      status: 412,
      headers: { etag: '"8"', 'set-cookie': 'a=b', 'keep-alive': 'timeout=5' },
      body: problem,
    }));
    const answer = await passToApi(ask('/api/v1/shifts/1', { method: 'DELETE' }));
    expect(answer.status).toBe(412);
    expect(await answer.json()).toEqual(problem);
    expect(answer.headers.get('etag')).toBe('"8"');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(answer.headers.get('keep-alive')).toBeNull();
  });

  test.each([
    ['the API no longer takes it', () => passToApi(ask('/api/v1/shifts')), 401],
    ['an organisation was made', () => passToApi(ask('/api/v1/organizations', { method: 'POST' })), 201],
    ['another one was chosen', () => passToApi(ask('/api/v1/me/organization', { method: 'POST' })), 204],
    ['the person signed out', () => passToAuth(ask('/api/auth/sign-out', { method: 'POST' })), 200],
  ])('forgets the token when %s', async (_, act, status) => {
    await passToApi(ask('/api/v1/me'));
    if (status !== 204) api.answers(() => ({ status }));
    await act();
    api.answers(() => ({}));
    await passToApi(ask('/api/v1/me'));
    expect(api.requestsTo('/auth/token')).toHaveLength(2);
  });
});

test('an answer without a body stays one', async () => {
  api.answers(() => ({ status: 204 }));
  const answer = await passToApi(ask('/api/v1/shifts/1', { method: 'DELETE' }));
  expect([answer.status, await answer.text()]).toEqual([204, '']);
});

describe('refused before the API is reached', () => {
  test.each([
    ['another site', { 'sec-fetch-site': 'cross-site' }],
    ['a sub-domain', { 'sec-fetch-site': 'same-site' }],
    ['another origin in an old browser', { 'sec-fetch-site': '', origin: 'https://evil.example' }],
  ])('a write from %s', async (_, headers) => {
    const write = ask('/api/v1/shifts', { method: 'POST', headers, body: '{}' });
    if (!headers['sec-fetch-site']) write.headers.delete('sec-fetch-site');
    write.headers.set('host', 'localhost:3000');
    const answer = await passToApi(write);
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'forbidden']);
    expect(api.seen).toEqual([]);
  });

  test('a body past the bound, whatever it says about its length', async () => {
    const body = new Blob(['x'.repeat(1_600_000)]).stream();
    const init = { method: 'POST', body, duplex: 'half' } as RequestInit;
    const answer = await passToApi(ask('/api/v1/employees/import', init));
    expect([answer.status, await codeOf(answer)]).toEqual([413, 'body_too_large']);
    expect(api.seen).toEqual([]);
  });

  test('the token itself, by any script in the page', async () => {
    expect((await passToAuth(ask('/api/auth/token'))).status).toBe(404);
    expect(api.seen).toEqual([]);
  });
});

describe('sign-in', () => {
  test('cookies and origin go in, cookies come out, tokens stay behind', async () => {
    api.answers(() => ({
      headers: { 'set-cookie': ['a=1; HttpOnly', 'b=2; HttpOnly'], 'set-auth-token': 'secret' },
    }));
    const body = JSON.stringify({ email: 'a@b.example', password: 'p' });
    const headers = { origin: web, 'content-type': 'application/json' };
    const answer = await passToAuth(ask('/api/auth/sign-in/email', { method: 'POST', headers, body }));
    const [sent] = api.requestsTo('/auth/sign-in/email');
    expect(sent?.headers).toMatchObject({ cookie, origin: web });
    expect(sent?.body).toBe(body);
    expect(answer.headers.getSetCookie()).toEqual(['a=1; HttpOnly', 'b=2; HttpOnly']);
    expect(answer.headers.get('set-auth-token')).toBeNull();
  });
});

test('an instance that ends in the middle: what may be repeated is asked once more, and only once', async () => {
  const hangUps = (times: number) => api.answers(() => ({ hangUp: times-- > 0, body: { ok: true } }));
  const key = { 'idempotency-key': '019ab000-0000-7000-8000-000000000002' };
  const post = (headers = {}) => passToApi(ask('/api/v1/shifts', { method: 'POST', headers, body: '{}' }));
  const tries = () => api.seen.filter(({ url }) => url !== '/auth/token').length;
  for (const [send, times, status, wanted] of [
    [() => passToApi(ask('/api/v1/shifts')), 1, 200, 2],
    [() => post(key), 1, 200, 2],
    [() => passToApi(ask('/api/v1/shifts')), 2, 503, 2],
    [() => post(), 1, 503, 1],
  ] as const) {
    api.seen.length = 0;
    hangUps(times);
    expect((await send()).status).toBe(status);
    expect(tries()).toBe(wanted);
  }
});

test('an API that is gone: 503 with its code, then the breaker answers by itself', async () => {
  cookie = '';
  await api.close();
  // enough to outweigh the good answers of the tests before
  const answers = await Promise.all(Array.from({ length: 120 }, () => passToApi(ask('/api/v1/me'))));
  expect(new Set(answers.map((answer) => answer.status))).toEqual(new Set([503]));
  const last = await passToApi(ask('/api/v1/me'));
  expect(await codeOf(last)).toBe('upstream_unavailable');
  expect(last.headers.get('retry-after')).toBe('3');
  expect(upstreamState()).toBe('open');
});
