import { Readable } from 'node:stream';
import { generateKeyPair } from 'jose';
import { io } from 'socket.io-client';
import { afterAll, describe, expect, test } from 'vitest';
import { PAGE, SECRET, startGateway } from './testing/start-gateway.ts';

const gateway = await startGateway();
afterAll(gateway.close);

const serviceOf = async (answer: Response) => ((await answer.json()) as { name: string }).name;
const codeOf = async (answer: Response) => ((await answer.json()) as { code: string }).code;
const withToken = async () => ({ authorization: `Bearer ${await gateway.sign()}` });

describe('routes', () => {
  test.for([
    ['/', 'web'],
    ['/schedule?week=2026-11-23', 'web'],
    ['/api/auth/session', 'web'],
    ['/api/v1/shifts', 'web'],
    ['/graphql', 'api'],
    ['/auth/token', 'api'],
    ['/calendar/abc.ics', 'web'],
  ] as const)('%s goes to %s', async ([path, service]) => {
    expect(await serviceOf(await fetch(gateway.url + path))).toBe(service);
  });

  test('a program with a token talks to the API', async () => {
    const answer = await fetch(`${gateway.url}/api/v1/shifts?a=1`, { headers: await withToken() });
    expect(await answer.json()).toMatchObject({ name: 'api', url: '/api/v1/shifts?a=1' });
  });

  test.for(['/internal/employees/1', '/health/ready', '/metrics', '/docs'])(
    '%s is not for the internet',
    async (path) => {
      const answer = await fetch(gateway.url + path, { headers: await withToken() });
      expect(answer.status).toBe(404);
      expect(await codeOf(answer)).toBe('not_found');
    },
  );
});

describe('what a service learns', () => {
  test('the name it was called by and that it was us, and nothing a client made up', async () => {
    await fetch(`${gateway.url}/spoof`, {
      headers: {
        'x-forwarded-for': '6.6.6.6',
        'x-forwarded-host': 'evil.test',
        'x-origin-secret': 'guess',
        'x-real-ip': '6.6.6.6',
        'x-gw-tenant': 'x',
        'true-client-ip': '6.6.6.6',
      },
    });
    const { headers } = gateway.web.heard.find(({ url }) => url === '/spoof') ?? { headers: {} };
    expect(headers).toMatchObject({
      'x-origin-secret': SECRET,
      'x-forwarded-host': new URL(gateway.url).host,
      'x-forwarded-proto': 'http',
    });
    expect(JSON.stringify(headers)).not.toMatch(/6\.6\.6\.6|evil|guess|x-gw/);
  });

  test('one correlation id, the caller’s if it is a sane one', async () => {
    const given = await fetch(`${gateway.url}/c1`, { headers: { 'x-correlation-id': 'abc-12345' } });
    expect(given.headers.get('x-correlation-id')).toBe('abc-12345');
    const made = await fetch(`${gateway.url}/c2`, { headers: { 'x-correlation-id': 'no spaces please' } });
    const id = made.headers.get('x-correlation-id');
    expect(id).toMatch(/^[\w-]{36}$/);
    expect(gateway.web.heard.find(({ url }) => url === '/c2')?.headers['x-correlation-id']).toBe(id);
  });
});

describe('what a client gets', () => {
  test('security headers, every cookie, and no word of our software', async () => {
    const answer = await fetch(gateway.url);
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
    expect(answer.headers.get('x-powered-by')).toBeNull();
    expect(answer.headers.getSetCookie()).toEqual(['a=1; Path=/', 'b=2; Path=/']);
  });

  test('redirects as they are', async () => {
    const answer = await fetch(`${gateway.url}/elsewhere`, { redirect: 'manual' });
    expect([answer.status, answer.headers.get('location')]).toEqual([302, 'https://example.com/']);
  });

  test('a stream event by event', async () => {
    const answer = await fetch(`${gateway.url}/events`);
    const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toBe('data: first\n\n');
    await fetch(`${gateway.url}/go-on`);
    expect((await reader?.read())?.value).toBe('data: second\n\n');
  });

  test('a body that is sent in parts arrives whole', async () => {
    const parts = Array.from({ length: 50 }, (_, nr) => `part ${nr};`.padEnd(10_000, '.'));
    const body = Readable.from(parts.map((part) => Buffer.from(part)));
    const answer = await fetch(`${gateway.url}/upload`, {
      method: 'PUT',
      body,
      duplex: 'half',
    } as RequestInit);
    expect(((await answer.json()) as { body: string }).body).toBe(parts.join(''));
  });

  test.for([['websocket'], ['polling', 'websocket'], ['polling']])('sockets by %s', async (transports) => {
    const socket = io(gateway.url, { path: '/realtime', transports, reconnection: false });
    expect(await socket.timeout(5000).emitWithAck('say', 'hello')).toBe('api heard hello');
    socket.close();
  });

  test('503 when the service does not begin its answer', async () => {
    const answer = await fetch(`${gateway.url}/hang`);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await codeOf(answer)).toBe('unavailable');
  });

  test('503 and when to come again while the service is away', async () => {
    const { close, url, web } = await startGateway();
    await web.close();
    const answer = await fetch(url);
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([503, '2']);
    expect(await codeOf(answer)).toBe('unavailable');
    await close();
  });
});

describe('tokens', () => {
  const ask = (token: string) =>
    fetch(`${gateway.url}/api/v1/tokens`, { headers: { authorization: `Bearer ${token}` } });

  test('a good one passes, and the keys are fetched once', async () => {
    for (let nr = 0; nr < 5; nr++) expect((await ask(await gateway.sign())).status).toBe(200);
    expect(gateway.keyFetches()).toBe(1);
  });

  test('expired, forged and foreign ones end here', async () => {
    const stranger = await generateKeyPair('EdDSA');
    const bad = {
      expired: await gateway.sign({ exp: 1_700_000_000 }),
      forged: await gateway.sign({}, stranger.privateKey),
      foreign: await gateway.sign({ iss: 'https://elsewhere.test' }),
    };
    const before = gateway.api.heard.length;
    for (const [name, token] of Object.entries(bad)) {
      const answer = await ask(token);
      expect([answer.status, await codeOf(answer)], name).toEqual([
        401,
        name === 'expired' ? 'token_expired' : 'token_invalid',
      ]);
      expect(answer.headers.get('www-authenticate')).toBe('Bearer');
    }
    expect(gateway.api.heard.length).toBe(before);
  });

  test('what is no JWT is the API’s to judge', async () => {
    expect((await ask('kiosk-token-of-a-tablet')).status).toBe(200);
  });
});

describe('other origins', () => {
  const preflight = (origin: string) =>
    fetch(`${gateway.url}/api/v1/shifts`, {
      method: 'OPTIONS',
      headers: {
        origin,
        'access-control-request-method': 'POST',
        'access-control-request-headers': 'authorization',
      },
    });

  test('a page that is allowed may call, any other may not', async () => {
    const allowed = await preflight(PAGE);
    expect([allowed.status, allowed.headers.get('access-control-allow-origin')]).toEqual([204, PAGE]);
    expect(allowed.headers.get('access-control-allow-credentials')).toBeNull();
    const other = await preflight('https://evil.test');
    expect(other.headers.get('access-control-allow-origin')).toBeNull();
    const answer = await fetch(gateway.url, { headers: { origin: PAGE } });
    expect(answer.headers.get('access-control-allow-origin')).toBe(PAGE);
    expect(answer.headers.get('vary')).toContain('origin');
  });
});

describe('limits', () => {
  test('a flood from one address and of one tenant', async () => {
    const { close, url, sign } = await startGateway({ address: 6, tenant: 2 });
    const headers = { authorization: `Bearer ${await sign()}` };
    const answers = [];
    for (let nr = 0; nr < 8; nr++) answers.push(await fetch(`${url}/api/v1/x`, { headers }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 429, 429, 429, 429, 429, 429]);
    expect(answers.at(-1)?.headers.get('retry-after')).toBe('60');
    // another tenant has its own, but the address has used up its
    expect((await fetch(url)).status).toBe(429);
    await close();
  });

  test('ten tries at signing in, then one every six seconds; other pages are not counted', async () => {
    const { close, url } = await startGateway();
    const attempt = () => fetch(`${url}/api/auth/sign-in/email`, { method: 'POST', body: '{}' });
    const answers = await Promise.all(Array.from({ length: 14 }, attempt));
    expect(answers.filter(({ status }) => status === 200)).toHaveLength(10);
    const refused = answers.find(({ status }) => status === 429);
    expect(Number(refused?.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(Number(refused?.headers.get('retry-after'))).toBeLessThanOrEqual(6);
    expect((await fetch(`${url}/sign-in`)).status).toBe(200);
    await close();
  });
});
