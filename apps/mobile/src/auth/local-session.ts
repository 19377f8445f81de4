import * as z from 'zod';
import { send, type Answer } from '@/platform/http';
import { secure } from '@/platform/secure';
import { expiryOf } from './expiry-of';
import { SignInError, type SignInStep } from './types';

const KEY = 'session';
/** A token is renewed this long before its end, so that none dies on the way. */
const MARGIN_MS = 30_000;
// apps have no origin; the server knows this one
const FROM_APP = { origin: 'vaktplan://app' };

const Saved = z.object({ token: z.string(), userId: z.string() });
type Saved = z.infer<typeof Saved>;
const SignedIn = z.object({ token: z.string(), user: z.object({ id: z.string() }) });
const AsksCode = z.object({ twoFactorRedirect: z.literal(true) });
const TokenAnswer = z.object({ token: z.string() });

export type LocalSession = { userId: string } | null;

let saved: Saved | null | undefined;
let held: { token: string; until: number } | null = null;
let asked: Promise<string | null> | null = null;
let hasEnded = false;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

export const onSessionChange = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};
export const sessionHasEnded = (): boolean => hasEnded;

/** Who signed in on this phone; read once from the keychain, so that it also works with no screen. */
export async function restoreSession(): Promise<LocalSession> {
  if (saved === undefined) {
    const text = await secure.get(KEY);
    const kept = Saved.safeParse(text ? JSON.parse(text) : null);
    saved ??= kept.success ? kept.data : null;
  }
  return saved && { userId: saved.userId };
}

/** The token for the API, renewed when it is about to end. Null without session or without network. */
export async function accessToken(): Promise<string | null> {
  await restoreSession();
  if (!saved) return null;
  if (held && held.until > Date.now()) return held.token;
  asked ??= renew(saved.token).finally(() => (asked = null));
  return asked;
}

async function renew(sessionToken: string): Promise<string | null> {
  const answer = await send('GET', '/auth/token', { token: sessionToken }).catch(() => null);
  if (answer?.status === 401 && saved?.token === sessionToken) {
    hasEnded = true;
    await forget();
  }
  const given = TokenAnswer.safeParse(answer?.body);
  if (answer?.status !== 200 || !given.success) return null;
  held = { token: given.data.token, until: expiryOf(given.data.token) - MARGIN_MS };
  return held.token;
}

/** @throws SignInError */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await ask('/auth/sign-in/email', { email, password });
  if (AsksCode.safeParse(answer.body).success) return 'code';
  await keep(answer, 'wrong');
  return 'done';
}

/** The second step. @throws SignInError */
export async function enterCode(code: string): Promise<void> {
  await keep(await ask('/auth/two-factor/verify-totp', { code }), 'wrong_code');
}

async function ask(path: string, body: unknown): Promise<Answer> {
  try {
    return await send('POST', path, { body, headers: FROM_APP, withCookies: path.includes('two-factor') });
  } catch {
    throw new SignInError('offline');
  }
}

async function keep({ status, body }: Answer, refusal: 'wrong' | 'wrong_code'): Promise<void> {
  if (status === 429) throw new SignInError('too_many');
  if (status >= 500) throw new SignInError('server');
  const given = SignedIn.safeParse(body);
  if (!given.success) throw new SignInError(status < 400 ? 'server' : refusal);
  saved = { token: given.data.token, userId: given.data.user.id };
  held = null;
  hasEnded = false;
  await secure.set(KEY, JSON.stringify(saved));
  tell();
}

/** Ends the session here at once, and at the server if it can be reached. */
export async function signOut(): Promise<void> {
  const token = saved?.token;
  await forget();
  if (token) await send('POST', '/auth/sign-out', { token, headers: FROM_APP, body: {} }).catch(() => null);
}

async function forget(): Promise<void> {
  saved = null;
  held = null;
  await secure.remove(KEY);
  tell();
}
