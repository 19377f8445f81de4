import type { TokenVerifier } from '@vaktplan/adapters/auth/claims';
import { createClerkVerifier } from '@vaktplan/adapters/auth/clerk';
import { createLocalVerifier } from '@vaktplan/adapters/auth/local';
import { createTokenVerifier } from '@vaktplan/adapters/auth/verify-token';
import { EnvError } from '@vaktplan/platform/env';
import type pg from 'pg';
import type { Env } from '../env.ts';

/** Issuer and audience of our own tokens: constant, so that a new address does not sign everybody out. */
export const LOCAL_ISSUER = 'vaktplan';
export const LOCAL_AUDIENCE = 'vaktplan-api';

const readJwks = async (authPool: pg.Pool) => {
  const { rows } = await authPool.query<{ id: string; public_key: string }>(
    "select id, public_key from jwks where expires_at is null or expires_at > now() - interval '1 day'",
  );
  return { keys: rows.map((row) => ({ ...JSON.parse(row.public_key), kid: row.id, alg: 'EdDSA' })) };
};

const clerkVerifier = (env: Env): Record<string, TokenVerifier> => {
  const { CLERK_ISSUER: issuer, CLERK_JWT_KEY: jwtKey } = env;
  if (!issuer || !jwtKey) {
    throw new EnvError(new Map([['CLERK_ISSUER and CLERK_JWT_KEY', 'are needed with AUTH_PROVIDER=clerk']]));
  }
  const authorizedParties = (env.CLERK_AUTHORIZED_PARTIES ?? env.PUBLIC_WEB_URL)
    .split(',')
    .map((one) => one.trim());
  return { [issuer]: createClerkVerifier({ issuer, key: { jwtKey }, authorizedParties }) };
};

/** Takes tokens of the one issuer that this installation uses. @throws EnvError */
export const createVerifier = (env: Env, authPool: pg.Pool): TokenVerifier => {
  const local = () => ({
    [LOCAL_ISSUER]: createLocalVerifier({
      issuer: LOCAL_ISSUER,
      audience: LOCAL_AUDIENCE,
      jwks: () => readJwks(authPool),
    }),
  });
  return createTokenVerifier({ issuers: env.AUTH_PROVIDER === 'clerk' ? clerkVerifier(env) : local() });
};
