import type { UserActor } from '@vaktplan/core/context/ctx';
import type { JWTPayload } from 'jose';
import pg from 'pg';
import { v7 as uuidv7 } from 'uuid';
import { LOCAL_AUDIENCE, LOCAL_ISSUER } from '../auth/verifier.ts';

/** Opens a sign-in session for the actor. */
export async function openSession(
  authUrl: string,
  actor: UserActor,
  organizationId: string,
): Promise<string> {
  const id = uuidv7();
  const text = `insert into sessions (id, expires_at, token, user_id, active_organization_id)
                values ($1, now() + interval '1 day', $2, $3, $4)`;
  await inAuth(authUrl, text, [id, uuidv7(), actor.userId, organizationId]);
  return id;
}

/** The claims of a good token, to be signed as they are or with something changed. */
export function goodClaims(actor: UserActor, sessionId: string, organizationId: string): JWTPayload {
  const iat = Math.floor(Date.now() / 1000);
  return {
    iss: LOCAL_ISSUER,
    aud: LOCAL_AUDIENCE,
    sub: actor.userId,
    sid: sessionId,
    o: { id: organizationId, rol: actor.grants[0]?.role },
    iat,
    exp: iat + 300,
  };
}

export async function inAuth(authUrl: string, text: string, values: unknown[]): Promise<void> {
  const client = new pg.Client({ connectionString: authUrl });
  await client.connect();
  try {
    await client.query(text, values);
  } finally {
    await client.end();
  }
}
