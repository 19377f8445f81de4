import { TokenRefused, type TokenClaims } from '@vaktplan/adapters/auth/claims';
import { AppError } from '@vaktplan/contracts/errors';
import { loadActor, sessionStands } from '@vaktplan/core/auth/load-actor';
import type { UserActor } from '@vaktplan/core/context/ctx';
import type { Services } from '../services.ts';

/** Somebody signed in, in our own ids; `sessionId` is null when the issuer keeps the sessions. */
export type Caller = {
  userId: string;
  sessionId: string | null;
  organizationId: string | undefined;
  /** The organisation of the session at another issuer, which need not exist here yet. */
  externalOrganizationId?: string | undefined;
};

const BEARER = /^Bearer ([^\s]+)$/i;

/** The claims of the request's bearer token. @throws AppError unauthenticated, token_expired, token_invalid */
export async function readToken(services: Services, authorization: string | undefined): Promise<TokenClaims> {
  if (!authorization) throw new AppError('unauthenticated');
  const token = BEARER.exec(authorization)?.[1];
  if (!token) throw new AppError('token_invalid');
  try {
    return await services.verifyToken(token);
  } catch (error) {
    if (!(error instanceof TokenRefused)) throw error;
    throw new AppError(error.reason === 'expired' ? 'token_expired' : 'token_invalid', { cause: error });
  }
}

/** The ids another issuer knows people and organisations by, as ours. */
async function callerOfClerk(services: Services, claims: TokenClaims): Promise<Caller> {
  const { rows } = await services.authPool.query<{ user_id: string | null; organization_id: string | null }>({
    name: 'caller_by_external_id',
    text: `select (select id from users where external_id = $1) as user_id,
                  (select id from organizations where external_id = $2) as organization_id`,
    values: [claims.sub, claims.o?.id ?? null],
  });
  const found = rows[0];
  if (!found?.user_id) throw new AppError('unauthenticated');
  return {
    userId: found.user_id,
    sessionId: null,
    organizationId: found.organization_id ?? undefined,
    externalOrganizationId: claims.o?.id,
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

function callerOfOwn(claims: TokenClaims): Caller {
  const { sub, sid, o } = claims;
  if (![sub, sid, ...(o ? [o.id] : [])].every((id) => UUID.test(id))) throw new AppError('token_invalid');
  return { userId: sub, sessionId: sid, organizationId: o?.id };
}

/** Who the claims name, in our own ids. @throws AppError unauthenticated, token_invalid */
export const callerOf = async (services: Services, claims: TokenClaims): Promise<Caller> =>
  services.env.AUTH_PROVIDER === 'clerk' ? callerOfClerk(services, claims) : callerOfOwn(claims);

/** The member behind the call, as the database has it now. @throws AppError unauthenticated, no_organization */
export async function actorOf(
  services: Services,
  caller: Caller,
): Promise<{ organizationId: string; actor: UserActor }> {
  const { organizationId, userId, sessionId } = caller;
  if (!organizationId) {
    await assertStanding(services, caller);
    throw new AppError('no_organization');
  }
  const { standing, actor } = await loadActor(services.db, { organizationId, userId, sessionId });
  if (!standing) throw new AppError('unauthenticated');
  if (!actor) throw new AppError('no_organization');
  return { organizationId, actor };
}

/** @throws AppError unauthenticated when the session has ended */
export async function assertStanding(services: Services, { sessionId, userId }: Caller): Promise<void> {
  if (sessionId === null) return;
  if (!(await sessionStands(services.db, sessionId, userId))) throw new AppError('unauthenticated');
}
