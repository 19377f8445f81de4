import { expect } from 'vitest';
import { httpTest } from '../testing/http-test.ts';

const origin = 'http://web.test';
const account = (email: string) => ({ name: 'Ada Berg', email, password: 'a long enough password' });

httpTest('sign up, sign in, take a token, sign out: the token ends with the session', async ({ app }) => {
  const { password, ...ada } = account('ada@example.test');
  const signedUp = await app.inject({
    method: 'POST',
    url: '/auth/sign-up/email',
    payload: { ...ada, password },
    headers: { origin },
  });
  expect(signedUp.body).toContain('ada@example.test');
  expect(signedUp.statusCode).toBe(200);

  const signedIn = await app.inject({
    method: 'POST',
    url: '/auth/sign-in/email',
    payload: { email: ada.email, password },
    headers: { origin },
  });
  expect(signedIn.statusCode).toBe(200);
  const [cookie] = [signedIn.headers['set-cookie']].flat();
  expect(cookie).toMatch(/^vaktplan\.session_token=.*HttpOnly; SameSite=Lax/);
  const headers = { cookie: String(cookie).split(';')[0] ?? '', origin };
  const { token } = (await app.inject({ url: '/auth/token', headers })).json<{ token: string }>();
  const claims = await app.services.verifyToken(token);
  expect(claims).toMatchObject({ iss: 'vaktplan', sub: signedIn.json().user.id });
});
