import { createHmac, generateKeyPairSync, sign } from 'node:crypto';
import type pg from 'pg';
import { v7 as uuidv7 } from 'uuid';

const encode = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A signed-in person: what a token and a socket's ticket say. */
export type SignedIn = { userId: string; sessionId: string; organizationId: string; role: string };

export type Tokens = {
  /** A bearer token as our own sign-in issues it, good for an hour. */
  bearer: (person: SignedIn) => string;
  /** A ticket for one socket, good for a minute. */
  ticket: (person: SignedIn) => string;
};

/** Puts a key pair of our own among those of the sign-in. */
export async function createTokens(owner: pg.Client, ticketSecret: string): Promise<Tokens> {
  const { publicKey, privateKey } = generateKeyPairSync('ed25519');
  const kid = uuidv7();
  await owner.query('insert into jwks (id, public_key, private_key) values ($1, $2, $3)', [
    kid,
    JSON.stringify(publicKey.export({ format: 'jwk' })),
    'not kept',
  ]);
  const now = (): number => Math.floor(Date.now() / 1000);
  return {
    bearer: ({ userId, sessionId, organizationId, role }) => {
      const claims = {
        iss: 'vaktplan',
        aud: 'vaktplan-api',
        sub: userId,
        sid: sessionId,
        o: { id: organizationId, rol: role },
        iat: now(),
        exp: now() + 3600,
      };
      const signed = `${encode({ alg: 'EdDSA', kid })}.${encode(claims)}`;
      return `${signed}.${sign(null, Buffer.from(signed), privateKey).toString('base64url')}`;
    },
    ticket: ({ userId, sessionId, organizationId }) => {
      const claims = {
        iss: 'vaktplan',
        aud: 'vaktplan-realtime',
        sub: userId,
        org: organizationId,
        sid: sessionId,
        iat: now(),
        exp: now() + 60,
      };
      const signed = `${encode({ alg: 'HS256' })}.${encode(claims)}`;
      return `${signed}.${createHmac('sha256', ticketSecret).update(signed).digest('base64url')}`;
    },
  };
}
