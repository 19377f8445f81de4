import { MeView } from '@vaktplan/contracts/http/me';
import { describe, expect } from 'vitest';
import { createBrowser } from '../testing/browser.ts';
import { httpTest } from '../testing/http-test.ts';

const password = 'a long enough password';
const cafe = {
  name: 'Café Sol',
  zone: 'Europe/Oslo',
  currency: 'NOK',
  locationName: 'Harbour',
};

describe('sign-up and sign-in', () => {
  httpTest('account, organisation, me; the token ends with the session', async ({ app }) => {
    const browser = createBrowser(app);
    const account = { name: 'Ada Berg', email: 'ada@example.test', password };
    expect((await browser.post('/auth/sign-up/email', account)).statusCode).toBe(200);

    const before = await browser.call({ url: '/api/v1/me' });
    expect(before.json()).toMatchObject({ status: 403, code: 'no_organization' });

    const made = await browser.call({ method: 'POST', url: '/api/v1/organizations', payload: cafe });
    expect(made.statusCode).toBe(201);

    const authorization = `Bearer ${await browser.token()}`;
    const me = await app.inject({ url: '/api/v1/me', headers: { authorization } });
    expect(MeView.parse(me.json())).toMatchObject({
      user: { name: 'Ada Berg', email: 'ada@example.test' },
      organization: { name: 'Café Sol', currency: 'NOK' },
      grants: [{ role: 'owner' }],
      locations: [{ name: 'Harbour' }],
    });

    expect((await browser.post('/auth/sign-out', {})).statusCode).toBe(200);
    const after = await app.inject({ url: '/api/v1/me', headers: { authorization } });
    expect(after.json()).toMatchObject({ status: 401, code: 'unauthenticated' });
  });

  httpTest('cookies cannot be read by scripts and are not sent from other sites', async ({ app }) => {
    const account = { name: 'Bo Lund', email: 'bo@example.test', password };
    const answer = await createBrowser(app).post('/auth/sign-up/email', account);
    expect(answer.cookies).toHaveLength(1);
    expect(answer.cookies[0]).toMatchObject({
      name: 'vaktplan.session_token',
      httpOnly: true,
      sameSite: 'Lax',
      path: '/',
    });
  });

  httpTest('an app signs in by its scheme, without cookies, and signs out', async ({ app }) => {
    const account = { email: 'ida@example.test', password };
    await createBrowser(app).post('/auth/sign-up/email', { name: 'Ida Dahl', ...account });
    const headers = { origin: 'vaktplan://app' };
    const request = { method: 'POST', url: '/auth/sign-in/email', payload: account } as const;
    const signedIn = await app.inject({ ...request, headers });
    expect(signedIn.statusCode).toBe(200);
    const authorization = `Bearer ${signedIn.json<{ token: string }>().token}`;
    const token = await app.inject({ url: '/auth/token', headers: { authorization } });
    expect(token.json()).toEqual({ token: expect.stringMatching(/^[\w-]+\.[\w-]+\.[\w-]+$/) });

    const out = { method: 'POST', url: '/auth/sign-out', payload: {} } as const;
    expect((await app.inject({ ...out, headers: { ...headers, authorization } })).statusCode).toBe(200);
    const after = await app.inject({ url: '/auth/token', headers: { authorization } });
    expect(after.statusCode).toBe(401);
  });

  httpTest('another origin is refused once there is a cookie', async ({ app }) => {
    const browser = createBrowser(app);
    await browser.post('/auth/sign-up/email', { name: 'Eve Moe', email: 'eve@example.test', password });
    const answer = await browser.send({
      method: 'POST',
      url: '/auth/sign-out',
      payload: {},
      headers: { origin: 'https://evil.test' },
    });
    expect(answer.statusCode).toBe(403);
    expect(await browser.token()).toBeDefined();
  });

  httpTest('a short password, a taken address and an unknown field', async ({ app }) => {
    const browser = createBrowser(app);
    const account = { name: 'Kim Dahl', email: 'kim@example.test', password };
    const short = await browser.post('/auth/sign-up/email', { ...account, password: 'short' });
    expect(short.json()).toMatchObject({ code: 'PASSWORD_TOO_SHORT' });
    expect((await browser.post('/auth/sign-up/email', account)).statusCode).toBe(200);
    const taken = await createBrowser(app).post('/auth/sign-up/email', account);
    expect(taken.statusCode).toBe(422);
    // what is not asked for is not taken: nobody verifies or promotes themselves
    const forged = { ...account, email: 'kim2@example.test', emailVerified: true, id: crypto.randomUUID() };
    const made = await createBrowser(app).post('/auth/sign-up/email', forged);
    const { user } = made.json<{ user?: { emailVerified: boolean; id: string } }>();
    expect(user?.emailVerified ?? false).toBe(false);
    expect(user?.id).not.toBe(forged.id);
  });
});

describe('wrong passwords', () => {
  httpTest('unknown and known accounts get the same answer', async ({ app }) => {
    const browser = createBrowser(app);
    await browser.post('/auth/sign-up/email', { name: 'Ida Holm', email: 'ida@example.test', password });
    const known = await createBrowser(app).post('/auth/sign-in/email', {
      email: 'ida@example.test',
      password: 'not this one',
    });
    const unknown = await createBrowser(app).post('/auth/sign-in/email', {
      email: 'nobody@example.test',
      password: 'not this one',
    });
    expect(known.statusCode).toBe(401);
    expect([unknown.statusCode, unknown.body]).toEqual([known.statusCode, known.body]);
  });

  httpTest(
    'an account has to wait after ten, however many come at once, also with the right one',
    async ({ app }) => {
      const email = 'guess@example.test';
      await createBrowser(app).post('/auth/sign-up/email', { name: 'Per Vik', email, password });
      const guess = (given: string) =>
        createBrowser(app).post('/auth/sign-in/email', { email, password: given });
      const answers = await Promise.all(Array.from({ length: 25 }, (_, nr) => guess(`wrong password ${nr}`)));
      const statuses = answers.map((answer) => answer.statusCode);
      expect(statuses.filter((status) => status === 401)).toHaveLength(10);
      expect(statuses.filter((status) => status === 429)).toHaveLength(15);
      const right = await guess(password);
      expect(right.statusCode).toBe(429);
      expect(Number(right.headers['retry-after'])).toBeGreaterThan(0);
    },
  );
});
