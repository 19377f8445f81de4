import { createHash } from 'node:crypto';
import * as z from 'zod';
import { callUpstream } from './upstream';

const sessionCookie = /(?:^|;\s*)((?:__Secure-|__Host-)?[\w.-]*session_token)=([^;]+)/;
const TokenAnswer = z.object({ token: z.string() });
const Claims = z.object({ exp: z.number() });

/** Renew this long before the end, so that no request sets out with a token that dies on the way. */
const marginMs = 30_000;
const maxHeld = 5_000;

type Held = { token: string; until: number };
const shared = globalThis as typeof globalThis & {
  vaktplanTokens?: { held: Map<string, Held>; asked: Map<string, Promise<string | null>> };
};
const tokens = (shared.vaktplanTokens ??= { held: new Map(), asked: new Map() });

function sessionKey(cookieHeader: string | null): string | null {
  const value = cookieHeader ? sessionCookie.exec(cookieHeader)?.[2] : undefined;
  return value ? createHash('sha256').update(value).digest('base64url') : null;
}

/** Is there a session cookie at all? Says nothing about whether it is still good. */
export function hasSession(cookieHeader: string | null): boolean {
  return sessionKey(cookieHeader) !== null;
}

function expiryOf(token: string): number {
  const payload = token.split('.')[1] ?? '';
  return Claims.parse(JSON.parse(Buffer.from(payload, 'base64url').toString())).exp * 1000;
}

async function askForToken(cookieHeader: string): Promise<string | null> {
  const answer = await callUpstream({
    path: '/auth/token',
    method: 'GET',
    headers: new Headers({ cookie: cookieHeader, accept: 'application/json' }),
  });
  if (!answer.ok) return null;
  return TokenAnswer.parse(await answer.json()).token;
}

/**
 * The short-lived JWT of a session, from memory while it is good, else from the API.
 * Null when there is no session or it has ended. Throws `UpstreamUnavailable`.
 */
export async function tokenOf(cookieHeader: string | null): Promise<string | null> {
  const key = sessionKey(cookieHeader);
  if (!key || !cookieHeader) return null;
  const held = tokens.held.get(key);
  if (held && held.until > Date.now()) return held.token;
  const asked = tokens.asked.get(key) ?? askForToken(cookieHeader).finally(() => tokens.asked.delete(key));
  tokens.asked.set(key, asked);
  const token = await asked;
  if (token) hold(key, { token, until: expiryOf(token) - marginMs });
  return token;
}

function hold(key: string, value: Held) {
  tokens.held.delete(key);
  tokens.held.set(key, value);
  const oldest = tokens.held.keys().next().value;
  if (tokens.held.size > maxHeld && oldest) tokens.held.delete(oldest);
}

/** Forgets the JWT after sign-in, sign-out, a new organisation or a switch: its claims are no longer true. */
export function forgetToken(cookieHeader: string | null): void {
  const key = sessionKey(cookieHeader);
  if (key) tokens.held.delete(key);
}
