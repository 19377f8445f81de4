import { createHmac } from 'node:crypto';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { exportSPKI, generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import { describe, expect } from 'vitest';
import { createTestApp, type TestApp } from '../testing/create-test-app.ts';
import { httpTest } from '../testing/http-test.ts';

const issuer = 'https://honest-marmot-12.clerk.accounts.dev';
const secret = Buffer.from('the webhook secret of these tests');
const cafe = { name: 'Café Sol', zone: 'Europe/Oslo', currency: 'NOK', locationName: 'Harbour' };

type Clerk = { app: TestApp; token: (sub: string, more?: JWTPayload) => Promise<string> };
const clerkTest = httpTest.extend<{ clerk: Clerk }>({
  clerk: [
    async ({ testDatabase }, use) => {
      const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
      const env = {
        AUTH_PROVIDER: 'clerk',
        CLERK_ISSUER: issuer,
        // as it often stands in an environment
        CLERK_JWT_KEY: (await exportSPKI(publicKey)).replaceAll('\n', '\\n'),
        CLERK_WEBHOOK_SIGNING_SECRET: `whsec_${secret.toString('base64')}`,
      };
      const app = await createTestApp(testDatabase, { env });
      const token = (sub: string, more: JWTPayload = {}): Promise<string> =>
        new SignJWT({ sid: 'sess_1', sts: 'active', azp: 'http://web.test', ...more })
          .setProtectedHeader({ alg: 'RS256', typ: 'JWT', kid: 'ins_1' })
          .setIssuer(issuer)
          .setSubject(sub)
          .setIssuedAt()
          .setExpirationTime('1m')
          .sign(privateKey);
      await use({ app, token });
      await app.close();
    },
    { scope: 'file' },
  ],
});

let sent = 0;
const tell = (app: TestApp, type: string, data: object, key = secret) => {
  const id = `msg_${++sent}`;
  const timestamp = Math.floor(Date.now() / 1000);
  const payload = JSON.stringify({ type, data });
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${payload}`).digest('base64');
  return app.inject({
    method: 'POST',
    url: '/api/v1/webhooks/clerk',
    payload,
    headers: {
      'content-type': 'application/json',
      'svix-id': id,
      'svix-timestamp': String(timestamp),
      'svix-signature': `v1,${signature}`,
    },
  });
};
const person = (id: string, updatedAt: number, name = 'Ada') => ({
  id,
  first_name: name,
  last_name: 'Berg',
  primary_email_address_id: 'a',
  email_addresses: [{ id: 'a', email_address: `${id}@Example.test`, verification: { status: 'verified' } }],
  updated_at: updatedAt,
});
const ask = async (
  clerk: Clerk,
  sub: string,
  more?: JWTPayload,
  options = { method: 'GET', url: '/api/v1/me' } as object,
) => clerk.app.inject({ ...options, headers: { authorization: `Bearer ${await clerk.token(sub, more)}` } });

describe('Clerk', () => {
  clerkTest('a person comes by webhook, makes an organisation, is renamed and goes', async ({ clerk }) => {
    const o = { o: { id: 'org_1', rol: 'admin' } };
    expect((await ask(clerk, 'user_1', o)).statusCode).toBe(401);
    expect((await tell(clerk.app, 'user.created', person('user_1', 1000))).statusCode).toBe(204);
    expect((await ask(clerk, 'user_1', o)).json()).toMatchObject({ code: 'no_organization' });

    const made = await ask(clerk, 'user_1', o, {
      method: 'POST',
      url: '/api/v1/organizations',
      payload: cafe,
    });
    expect(made.statusCode).toBe(201);
    expect((await ask(clerk, 'user_1', o)).json()).toMatchObject({
      user: { name: 'Ada Berg', email: 'user_1@example.test' },
    });

    await tell(clerk.app, 'user.updated', person('user_1', 3000, 'Eva'));
    await tell(clerk.app, 'user.updated', person('user_1', 2000, 'Old'));
    expect((await ask(clerk, 'user_1', o)).json()).toMatchObject({ user: { name: 'Eva Berg' } });

    await tell(clerk.app, 'user.created', person('user_2', 1000, 'Bo'));
    const membership = {
      role: 'org:member',
      organization: { id: 'org_1' },
      public_user_data: { user_id: 'user_2' },
    };
    for (const _ of [1, 2]) await tell(clerk.app, 'organizationMembership.created', membership);
    expect((await ask(clerk, 'user_2', o)).json()).toMatchObject({ grants: [{ role: 'employee' }] });
    await tell(clerk.app, 'organizationMembership.deleted', membership);
    expect((await ask(clerk, 'user_2', o)).statusCode).toBe(403);

    for (const _ of [1, 2])
      expect((await tell(clerk.app, 'user.deleted', { id: 'user_1', deleted: true })).statusCode).toBe(204);
    expect((await ask(clerk, 'user_1', o)).statusCode).toBe(401);
  });

  clerkTest('other parties, waiting sessions and our own tokens are refused', async ({ clerk, app, ctx }) => {
    await tell(clerk.app, 'user.created', person('user_3', 1000));
    expect((await ask(clerk, 'user_3', { azp: 'https://evil.test' })).statusCode).toBe(401);
    expect((await ask(clerk, 'user_3', { sts: 'pending' })).statusCode).toBe(401);
    const { token } = await app.as(ctx.actor as UserActor, ctx.orgId);
    const own = await clerk.app.inject({ url: '/api/v1/me', headers: { authorization: `Bearer ${token}` } });
    expect(own.json()).toMatchObject({ status: 401, code: 'token_invalid' });
    expect((await clerk.app.inject({ url: '/auth/jwks' })).statusCode).toBe(404);
  });

  clerkTest(
    'a webhook with another secret is refused; an unverified address joins nobody',
    async ({ clerk }) => {
      const forged = await tell(
        clerk.app,
        'user.created',
        person('user_4', 1),
        Buffer.from('some other secret'),
      );
      expect(forged.statusCode).toBe(401);
      const unverified = person('user_5', 1);
      unverified.email_addresses = unverified.email_addresses.map((one) => ({
        ...one,
        verification: { status: 'unverified' },
      }));
      expect((await tell(clerk.app, 'user.created', unverified)).statusCode).toBe(204);
      expect((await ask(clerk, 'user_5')).statusCode).toBe(401);
    },
  );
});
