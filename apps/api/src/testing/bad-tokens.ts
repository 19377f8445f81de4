import { createHmac } from 'node:crypto';
import type { UserActor } from '@vaktplan/core/context/ctx';
import { generateKeyPair, type JWTPayload, SignJWT } from 'jose';
import type { TestApp } from './create-test-app.ts';
import { goodClaims, openSession } from './sign-in.ts';

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Tokens for an actor that are wrong in one way each; all but that is right. */
export async function badTokens(
  app: TestApp,
  actor: UserActor,
  organizationId: string,
): Promise<Record<string, string>> {
  const sessionId = await openSession(app.services.env.AUTH_DATABASE_URL, actor, organizationId);
  const claims = goodClaims(actor, sessionId, organizationId);
  const now = Math.floor(Date.now() / 1000);
  const good = await app.sign(claims);
  const [head = '', payload = '', signature = ''] = good.split('.');
  const { kid } = JSON.parse(Buffer.from(head, 'base64url').toString()) as { kid: string };
  const { privateKey } = await generateKeyPair('EdDSA');
  const forge = (changed: JWTPayload, header: object = {}): Promise<string> =>
    new SignJWT(changed).setProtectedHeader({ alg: 'EdDSA', kid, ...header }).sign(privateKey);
  const { rows } = await app.services.authPool.query<{ public_key: string }>('select public_key from jwks');
  const hmacHead = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${payload}`;
  const hmac = createHmac('sha256', rows[0]?.public_key ?? '')
    .update(hmacHead)
    .digest('base64url');

  return {
    'not a token': 'nonsense',
    expired: await app.sign({ ...claims, iat: now - 900, exp: now - 600 }),
    'not yet good': await app.sign({ ...claims, nbf: now + 600 }),
    'signed by another key': await forge(claims),
    'an unknown key id': await forge(claims, { kid: "' or 1=1 --" }),
    'a key id that is a path': await forge(claims, { kid: '../../../../dev/null' }),
    'of another issuer': await app.sign({ ...claims, iss: 'somebody' }),
    'for another audience': await app.sign({ ...claims, aud: 'somebody-else' }),
    'without a signature': `${encode({ alg: 'none', typ: 'JWT' })}.${payload}.`,
    'the public key taken for a secret': `${hmacHead}.${hmac}`,
    'with another payload': `${head}.${encode({ ...claims, sub: crypto.randomUUID() })}.${signature}`,
    'of nobody': await app.sign({ ...claims, sub: crypto.randomUUID() }),
    'of a session that is not there': await app.sign({ ...claims, sid: crypto.randomUUID() }),
    'with ids that are none': await app.sign({ ...claims, sub: 'x', sid: 'y', o: { id: 'z' } }),
    'longer than 8 KB': `${good}${'x'.repeat(8192)}`,
  };
}
