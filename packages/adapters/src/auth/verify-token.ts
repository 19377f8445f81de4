import { hash } from 'node:crypto';
import { decodeJwt } from 'jose';
import {
  assertLength,
  type TokenClaims,
  TokenRefused,
  type TokenSource,
  type TokenVerifier,
} from './claims.ts';

export type TokenVerifierOptions = {
  /** the allowed issuers, each with its own keys and rules */
  issuers: Readonly<Record<string, TokenVerifier>>;
  /** how many good tokens are remembered */
  cacheSize?: number;
  /** milliseconds since the epoch */
  now?: () => number;
};

/**
 * Verifies a token of any allowed issuer. The issuer alone decides which keys count; a key id is looked up only among them.
 * A good token is remembered until it expires, because checking a signature costs some thirty times the look-up. The answer
 * says nothing about a session revoked since: ask that on each request.
 */
export const createTokenVerifier = (options: TokenVerifierOptions): TokenVerifier => {
  const { cacheSize = 10_000, now = Date.now } = options;
  const issuers = new Map(Object.entries(options.issuers));
  // a Map keeps insertion order: the first entry is the one used longest ago
  const known = new Map<string, TokenClaims>();

  const recall = (key: string): TokenClaims | undefined => {
    const claims = known.get(key);
    if (claims === undefined) return undefined;
    known.delete(key);
    if (claims.exp * 1000 <= now()) return undefined;
    known.set(key, claims);
    return claims;
  };
  const remember = (key: string, claims: TokenClaims): void => {
    if (claims.exp * 1000 <= now()) return;
    known.delete(key);
    known.set(key, claims);
    const oldest = known.size > cacheSize ? known.keys().next() : undefined;
    if (oldest && !oldest.done) known.delete(oldest.value);
  };

  return async (token, source = 'bearer') => {
    assertLength(token);
    const key = cacheKey(token, source);
    const recalled = recall(key);
    if (recalled !== undefined) return recalled;

    const issuer = issuerOf(token);
    const verify = issuers.get(issuer);
    if (verify === undefined) throw new TokenRefused('unknown-issuer');
    const claims = freeze(await verify(token, source));
    if (claims.iss !== issuer) throw new TokenRefused('unknown-issuer');
    remember(key, claims);
    return claims;
  };
};

/** By hash, so that memory holds no usable token. */
const cacheKey = (token: string, source: TokenSource): string =>
  `${source}:${hash('sha256', token, 'base64')}`;

/** Not trusted, only used to find who must have signed. */
const issuerOf = (token: string): string => {
  try {
    const { iss } = decodeJwt(token);
    if (typeof iss === 'string') return iss;
  } catch (error) {
    throw new TokenRefused('malformed', { cause: error });
  }
  throw new TokenRefused('unknown-issuer');
};

/** One object serves many requests. */
const freeze = (claims: TokenClaims): TokenClaims => {
  Object.freeze(claims.o);
  return Object.freeze(claims);
};
