import { AppError } from '@vaktplan/contracts/errors';
import { createRemoteJWKSet, decodeProtectedHeader, errors, jwtVerify, type RemoteJWKSet } from 'jose';
import type { Env } from './bindings.ts';

const BEARER = /^Bearer ([^\s]+)$/i;
const MAX_AGE_MS = 600_000;
const COOLDOWN_MS = 10_000;
const TIMEOUT_MS = 2_000;
const LONGEST = 8192;
const CLOCK_TOLERANCE = 5;

let keys: { url: string; set: RemoteJWKSet } | undefined;

/** One set of keys for all requests of this isolate. */
function keysAt(url: string): RemoteJWKSet {
  if (keys?.url !== url) {
    const options = { cacheMaxAge: MAX_AGE_MS, cooldownDuration: COOLDOWN_MS, timeoutDuration: TIMEOUT_MS };
    keys = { url, set: createRemoteJWKSet(new URL(url), options) };
  }
  return keys.set;
}

const isJwt = (token: string): boolean => {
  try {
    return typeof decodeProtectedHeader(token).alg === 'string';
  } catch {
    return false;
  }
};

/** Of a checked token, the organisation; undefined when there is none, or when the API has to judge. */
export type Checked = { organizationId?: string | undefined };

/**
 * Refuses tokens that nobody would accept before they cost an origin anything. What is no JWT (a tablet's token), and all
 * tokens while the keys cannot be fetched, pass: the API checks them again in any case.
 * @throws AppError token_expired, token_invalid
 */
export async function checkToken(env: Env, authorization: string | null): Promise<Checked> {
  const token = authorization ? BEARER.exec(authorization)?.[1] : undefined;
  if (!token || !env.JWKS_URL || !env.TOKEN_ISSUER || !isJwt(token)) return {};
  if (token.length > LONGEST) throw new AppError('token_invalid');
  try {
    const { payload } = await jwtVerify<{ o?: { id?: unknown } }>(token, keysAt(env.JWKS_URL), {
      issuer: env.TOKEN_ISSUER,
      algorithms: ['EdDSA', 'RS256'],
      clockTolerance: CLOCK_TOLERANCE,
    });
    return { organizationId: typeof payload.o?.id === 'string' ? payload.o.id : undefined };
  } catch (error) {
    if (error instanceof errors.JWTExpired) throw new AppError('token_expired', { cause: error });
    if (isRefusal(error)) throw new AppError('token_invalid', { cause: error });
    return {};
  }
}

/** The token's own fault, not that of a key server that is away. */
const isRefusal = (error: unknown): boolean =>
  error instanceof errors.JWTClaimValidationFailed ||
  error instanceof errors.JWSSignatureVerificationFailed ||
  error instanceof errors.JWTInvalid ||
  error instanceof errors.JWSInvalid ||
  error instanceof errors.JWKSNoMatchingKey ||
  error instanceof errors.JOSEAlgNotAllowed;
