import { createPublicKey, type KeyObject } from 'node:crypto';
import { createLocalJWKSet, type JSONWebKeySet, type JWTPayload, jwtVerify } from 'jose';
import {
  asRefusal,
  assertLength,
  clockTolerance,
  readClaims,
  TokenRefused,
  type TokenSource,
  type TokenVerifier,
} from './claims.ts';

export type ClerkVerifierOptions = {
  /** the instance's frontend API, `https://<slug>.clerk.accounts.dev` or one's own domain */
  issuer: string;
  /** the instance's public key: its key set, or the PEM that Clerk's dashboard calls the JWT public key */
  key: { jwks: JSONWebKeySet } | { jwtKey: string };
  /** origins of our own front ends, `https://app.example.com` */
  authorizedParties: readonly string[];
  /** milliseconds since the epoch */
  now?: () => number;
};

/** Verifies Clerk's session tokens without the network. @throws Error if the key is not one */
export const createClerkVerifier = (options: ClerkVerifierOptions): TokenVerifier => {
  const { issuer, authorizedParties, now = Date.now } = options;
  const key = 'jwks' in options.key ? createLocalJWKSet(options.key.jwks) : pemKey(options.key.jwtKey);

  return async (token, source = 'bearer') => {
    assertLength(token);
    const { payload } = await jwtVerify(token, key, {
      issuer,
      algorithms: ['RS256'],
      typ: 'JWT',
      clockTolerance,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'sid', 'exp', 'iat'],
    }).catch((error: unknown) => {
      throw asRefusal(error);
    });
    assertParty(payload, authorizedParties, source);
    // a pending session has a sign-in step left, such as choosing an organisation
    if (payload['sts'] !== undefined && payload['sts'] !== 'active')
      throw new TokenRefused('session-not-active');
    return readClaims(payload);
  };
};

/**
 * `azp` is the origin the token was made for: it must be ours. Clerk leaves it out when the request had no origin, as
 * from a phone; such a token may come as a bearer only, because another site cannot make a browser send that.
 */
const assertParty = (
  { azp }: JWTPayload,
  authorizedParties: readonly string[],
  source: TokenSource,
): void => {
  if (azp === undefined ? source === 'bearer' : typeof azp === 'string' && authorizedParties.includes(azp))
    return;
  throw new TokenRefused('authorized-party');
};

/** Environment variables often hold the PEM with `\n` spelled out. */
const pemKey = (pem: string): KeyObject => {
  try {
    const key = createPublicKey(pem.replaceAll('\\n', '\n'));
    if (key.asymmetricKeyType === 'rsa') return key;
  } catch {
    // the parser's words could hold a part of what was given
  }
  throw new Error('the JWT public key is not an RSA key in PEM form');
};
