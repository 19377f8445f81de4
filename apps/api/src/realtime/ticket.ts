import type { RealtimeTicket } from '@vaktplan/contracts/http/me';
import type { Ctx } from '@vaktplan/core/context/ctx';
import { jwtVerify, SignJWT } from 'jose';
import * as z from 'zod';
import type { Env } from '../env.ts';

const ISSUER = 'vaktplan';
const AUDIENCE = 'vaktplan-realtime';
const SECONDS = 60;

const Claims = z.object({ sub: z.uuid(), org: z.uuid(), sid: z.uuid().nullable() });
export type Ticket = { userId: string; organizationId: string; sessionId: string | null };

const keyOf = ({ TICKET_SECRET }: Env): Uint8Array => new TextEncoder().encode(TICKET_SECRET);

/** A ticket for one socket: the browser shows it to the API directly and never holds the session's token. */
export async function signTicket(env: Env, ctx: Ctx, sessionId: string | null): Promise<RealtimeTicket> {
  const now = Math.floor(Date.now() / 1000);
  const ticket = await new SignJWT({ org: ctx.orgId, sid: sessionId })
    .setProtectedHeader({ alg: 'HS256' })
    .setIssuer(ISSUER)
    .setAudience(AUDIENCE)
    .setSubject(ctx.actor.kind === 'user' ? ctx.actor.userId : '')
    .setIssuedAt(now)
    .setExpirationTime(now + SECONDS)
    .sign(keyOf(env));
  return { ticket, url: env.PUBLIC_API_URL, expiresAt: new Date((now + SECONDS) * 1000).toISOString() };
}

/** Who a ticket is for. Throws for anything but a fresh ticket of ours. */
export async function readTicket(env: Env, ticket: string): Promise<Ticket> {
  const { payload } = await jwtVerify(ticket, keyOf(env), {
    issuer: ISSUER,
    audience: AUDIENCE,
    algorithms: ['HS256'],
    requiredClaims: ['exp', 'sub'],
    maxTokenAge: `${SECONDS} s`,
  });
  const { sub, org, sid } = Claims.parse(payload);
  return { userId: sub, organizationId: org, sessionId: sid };
}
