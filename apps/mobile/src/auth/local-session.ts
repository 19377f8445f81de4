import * as z from 'zod';
import { send, type Answer } from '@/platform/http';
import { secure } from '@/platform/secure';
import { claimsOf } from './claims';
import { SignInError, type CodeKind, type SignInProblem, type SignInStep } from './types';

const KEY = 'session';
/** A token is renewed this long before its end, so that none dies on the way. */
const MARGIN_MS = 30_000;
// apps have no origin; the server knows this one
const FROM_APP = { origin: 'vaktplan://app' };

const Saved = z.object({ token: z.string(), userId: z.string(), organizationId: z.string() });
type Saved = z.infer<typeof Saved>;
const SignedIn = z.object({ token: z.string() });
const AsksCode = z.object({ twoFactorRedirect: z.literal(true) });
/** What the password's step left for the second lives some minutes and a few wrong codes. */
const EndedStep = z.object({
  code: z.enum(['INVALID_TWO_FACTOR_COOKIE', 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE']),
});
const TokenAnswer = z.object({ token: z.string() });

export type LocalSession = { userId: string; organizationId: string } | null;

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
  return saved && { userId: saved.userId, organizationId: saved.organizationId };
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
  const answer = await askForToken(sessionToken).catch(() => null);
  if (saved?.token !== sessionToken) return null;
  if (answer?.status === 401) {
    hasEnded = true;
    await forget();
  }
  return hold(answer?.body);
}

const askForToken = (sessionToken: string) => send('GET', '/auth/token', { token: sessionToken });

function hold(body: unknown): string | null {
  const token = TokenAnswer.safeParse(body).data?.token;
  const claims = token ? claimsOf(token) : null;
  if (!token || !claims) return null;
  held = { token, until: claims.expiresAt - MARGIN_MS };
  return token;
}

/** @throws SignInError */
export async function signIn(email: string, password: string): Promise<SignInStep> {
  const answer = await ask('/auth/sign-in/email', { email, password });
  if (AsksCode.safeParse(answer.body).success) return [{ kind: 'app' }, { kind: 'backup' }];
  await keep(answer, 'wrong');
  return 'done';
}

/** The second step. @throws SignInError */
export async function enterCode(kind: CodeKind, code: string): Promise<void> {
  const isBackup = kind === 'backup';
  const answer = await ask(`/auth/two-factor/verify-${isBackup ? 'backup-code' : 'totp'}`, { code });
  if (EndedStep.safeParse(answer.body).success) throw new SignInError('start_again');
  await keep(answer, isBackup ? 'wrong_backup' : 'wrong_code');
}

/** Our own server sends none. */
export const sendCode = (): Promise<never> => Promise.reject(new SignInError('server'));

async function ask(path: string, body: unknown): Promise<Answer> {
  try {
    return await send('POST', path, { body, headers: FROM_APP, withCookies: true });
  } catch {
    throw new SignInError('offline');
  }
}

async function keep({ status, body }: Answer, refusal: SignInProblem): Promise<void> {
  if (status === 429) throw new SignInError('too_many');
  if (status >= 500) throw new SignInError('server');
  const given = SignedIn.safeParse(body);
  if (!given.success) throw new SignInError(status < 400 ? 'server' : refusal);
  saved = await openSession(given.data.token);
  hasEnded = false;
  await secure.set(KEY, JSON.stringify(saved));
  tell();
}

/** The session with the organisation that it is in, which the first token tells. */
async function openSession(sessionToken: string): Promise<Saved> {
  const answer = await askForToken(sessionToken).catch(() => {
    throw new SignInError('offline');
  });
  const claims = claimsOf(hold(answer.body) ?? '');
  if (!claims) throw new SignInError('server');
  if (!claims.organizationId) throw new SignInError('no_organization');
  return { token: sessionToken, userId: claims.userId, organizationId: claims.organizationId };
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
