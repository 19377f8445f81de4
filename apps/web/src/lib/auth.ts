import * as z from 'zod';
import { ApiProblem, offline } from './problem';

const Failure = z.object({ code: z.string().optional(), detail: z.string().optional() });

const sentences: Record<string, string> = {
  INVALID_EMAIL_OR_PASSWORD: 'E-mail or password is not right.',
  USER_ALREADY_EXISTS: 'There is already an account with this e-mail address. Sign in instead.',
  USER_ALREADY_EXISTS_USE_ANOTHER_EMAIL:
    'There is already an account with this e-mail address. Sign in instead.',
  PASSWORD_TOO_SHORT: 'The password is too short. Use 10 characters or more.',
  PASSWORD_TOO_LONG: 'The password is too long. Use 128 characters at most.',
  INVALID_PASSWORD: 'The current password is not right.',
  INVALID_TOKEN: 'This link has been used or has expired. Ask for a new one.',
  INVALID_CODE: 'That code is not right. Enter the newest one from your app.',
  INVALID_BACKUP_CODE: 'That backup code is not right, or it has been used.',
  INVALID_TWO_FACTOR_COOKIE: 'The sign-in took too long. Start again.',
  TOO_MANY_REQUESTS: 'Too many attempts. Wait a minute and try again.',
  too_many_requests: 'Too many attempts. Wait a few minutes and try again.',
};

async function failureOf(response: Response): Promise<ApiProblem> {
  const body = Failure.safeParse(await response.json().catch(() => undefined));
  const code = (body.success && body.data.code) || (response.status === 429 ? 'TOO_MANY_REQUESTS' : '');
  const unavailable = response.status === 503;
  const sentence = sentences[code];
  return new ApiProblem({
    status: response.status,
    code: unavailable ? 'upstream_unavailable' : response.status === 401 ? 'unauthenticated' : 'bad_request',
    title: code,
    said: sentence ? code : undefined,
    detail: unavailable
      ? 'Sign-in is not available right now. Try again in a moment.'
      : (sentence ?? (body.success ? body.data.detail : undefined) ?? 'That did not work. Try again.'),
    correlationId: response.headers.get('x-correlation-id') ?? undefined,
  });
}

/** Speaks to the sign-in service through `/api/auth`. Without a body it reads. Throws `ApiProblem`. */
export async function auth<T>(path: string, schema: z.ZodType<T>, body?: unknown): Promise<T> {
  const response = await fetch(`/api/auth${path}`, {
    method: body === undefined ? 'GET' : 'POST',
    headers: body === undefined ? undefined : { 'content-type': 'application/json' },
    body: body === undefined ? undefined : JSON.stringify(body),
  }).catch(() => {
    throw offline();
  });
  if (!response.ok) throw await failureOf(response);
  return schema.parse(await response.json());
}

const Any = z.unknown();

export const signOut = () => auth('/sign-out', Any, {});
export const signUp = (account: { name: string; email: string; password: string }) =>
  auth('/sign-up/email', Any, account);
export const requestPasswordReset = (email: string) =>
  auth('/request-password-reset', Any, { email, redirectTo: `${location.origin}/reset-password` });
export const resetPassword = (token: string, newPassword: string) =>
  auth('/reset-password', Any, { token, newPassword });
export const changePassword = (currentPassword: string, newPassword: string) =>
  auth('/change-password', Any, { currentPassword, newPassword, revokeOtherSessions: true });

const SignedIn = z.object({ twoFactorRedirect: z.boolean().optional() });

/** 'second-step' when the account asks for a code as well. */
export async function signIn(email: string, password: string): Promise<'done' | 'second-step'> {
  const answer = await auth('/sign-in/email', SignedIn, { email, password });
  return answer.twoFactorRedirect ? 'second-step' : 'done';
}
export const verifyCode = (code: string) =>
  /^\d{6}$/.test(code)
    ? auth('/two-factor/verify-totp', Any, { code })
    : auth('/two-factor/verify-backup-code', Any, { code });

const Session = z.object({ user: z.object({ twoFactorEnabled: z.boolean().nullish() }) }).nullable();
const Enrolment = z.object({ totpURI: z.string(), backupCodes: z.array(z.string()) });
export type Enrolment = z.infer<typeof Enrolment>;

export async function hasTwoSteps(): Promise<boolean> {
  const session = await auth('/get-session', Session);
  return session?.user.twoFactorEnabled ?? false;
}
/** Takes effect once a first code has been verified. */
export const enrolTwoSteps = (password: string) => auth('/two-factor/enable', Enrolment, { password });
export const endTwoSteps = (password: string) => auth('/two-factor/disable', Any, { password });
