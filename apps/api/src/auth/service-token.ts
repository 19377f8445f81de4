import { AppError } from '@vaktplan/contracts/errors';
import { SERVICES, type ServicePermission } from '@vaktplan/contracts/service-permissions';
import { errors, jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Env } from '../env.ts';

const ISSUER = 'vaktplan-services';
const AUDIENCE = 'vaktplan-internal';
const Claims = z.object({ sub: z.string().min(1), permissions: z.array(z.string()) });

const keyOf = (secret: string): Uint8Array => new TextEncoder().encode(secret);

export type ServiceToken = { service: string; permissions: readonly ServicePermission[]; seconds?: number };

/** A token for one of our own services, good for a minute unless told otherwise. */
export const signServiceToken = (
  secret: string,
  { service, permissions, seconds = 60 }: ServiceToken,
): Promise<string> =>
  new SignJWT({ permissions: [...permissions] })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(service)
    .setIssuedAt()
    .setExpirationTime(`${seconds}s`)
    .sign(keyOf(secret));

/**
 * The service that calls, from its token, which may hold no more than that service is ever given.
 * @throws AppError unauthenticated, token_expired, token_invalid; forbidden without the permission
 */
export async function readServiceToken(
  env: Env,
  authorization: string | undefined,
  permission: ServicePermission,
): Promise<string> {
  if (!authorization) throw new AppError('unauthenticated');
  const token = /^Bearer ([^\s]{1,4096})$/i.exec(authorization)?.[1] ?? '';
  const claims = await verify(env.SERVICE_TOKEN_SECRET, token);
  const most = SERVICES[claims.sub] ?? [];
  const holds = claims.permissions.includes(permission) && most.includes(permission);
  if (!holds) throw new AppError('forbidden');
  return claims.sub;
}

async function verify(secret: string, token: string): Promise<z.output<typeof Claims>> {
  try {
    const { payload } = await jwtVerify(token, keyOf(secret), {
      issuer: ISSUER,
      audience: AUDIENCE,
      algorithms: ['HS256'],
      requiredClaims: ['exp', 'sub'],
      maxTokenAge: '10m',
    });
    return Claims.parse(payload);
  } catch (error) {
    const expired = error instanceof errors.JWTExpired;
    throw new AppError(expired ? 'token_expired' : 'token_invalid', { cause: error });
  }
}
