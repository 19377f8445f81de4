import { createHmac } from 'node:crypto';
import { exportJWK, exportSPKI, generateKeyPair, type JSONWebKeySet, type JWTPayload, SignJWT } from 'jose';

/** The tests' clock: tokens are made and judged at this moment, in seconds. */
export const at = Date.UTC(2026, 10, 22, 12) / 1000;
export const now = (): number => at * 1000;

export type SigningKey = {
  kid: string;
  alg: 'RS256' | 'EdDSA';
  jwks: JSONWebKeySet;
  pem: string;
  sign: (
    payload: JWTPayload,
    header?: { kid?: string; typ?: string; [name: string]: unknown },
  ) => Promise<string>;
};

export const makeKey = async (alg: SigningKey['alg'], kid: string): Promise<SigningKey> => {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk = { ...(await exportJWK(publicKey)), kid, alg, use: 'sig' };
  return {
    kid,
    alg,
    jwks: { keys: [jwk] },
    pem: await exportSPKI(publicKey),
    sign: (payload, header) =>
      new SignJWT(payload)
        .setProtectedHeader({ alg, kid, typ: 'JWT', ...header })
        // an extension that verifiers do not know can only be signed if the signer says so
        .sign(privateKey, { crit: { 'urn:unknown': true } }),
  };
};

const encode = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A token with no signature at all. */
export const unsigned = (payload: JWTPayload, alg: string): string =>
  `${encode({ alg, typ: 'JWT' })}.${encode(payload)}.`;

/** The old attack: the public key taken for a shared secret. */
export const hmacSigned = (payload: JWTPayload, secret: string, kid: string): string => {
  const head = `${encode({ alg: 'HS256', typ: 'JWT', kid })}.${encode(payload)}`;
  return `${head}.${createHmac('sha256', secret).update(head).digest('base64url')}`;
};

/** The token with another payload under the old signature. */
export const withPayload = (token: string, payload: JWTPayload): string => {
  const [head, , signature] = token.split('.');
  return `${head}.${encode(payload)}.${signature}`;
};

/** The token with one character of each of its bytes changed, one token per place. */
export const tampered = (token: string): string[] =>
  Array.from(token)
    .map((char, place) => ({ char, place }))
    // the last character of a part has bits that no decoder reads
    .filter(({ char, place }) => char !== '.' && token[place + 1] !== '.' && place !== token.length - 1)
    .map(({ char, place }) => `${token.slice(0, place)}${char === 'A' ? 'B' : 'A'}${token.slice(place + 1)}`);

/** What is no token at all. */
export const garbage = [
  '',
  '.',
  '..',
  'a.b.c',
  'Bearer x',
  '\0',
  '{}',
  'null',
  '🦊.🦊.🦊',
  `${'a'.repeat(100)}.${'b'.repeat(100)}`,
  `${encode(null)}.${encode(null)}.x`,
  `${encode([])}.${encode([])}.x`,
  `${encode({ alg: 'RS256' })}.${encode('text')}.x`,
];
