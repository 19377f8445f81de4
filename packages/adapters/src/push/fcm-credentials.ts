import { createPrivateKey } from 'node:crypto';
import { parseRetryAfter, RetryableError } from '@vaktplan/platform/retry';
import { SignJWT } from 'jose';
import * as z from 'zod';

/** Google's service account, as its JSON file has it. */
export const ServiceAccount = z.object({
  project_id: z.string().min(1),
  client_email: z.string().min(1),
  private_key: z.string().min(1),
  token_uri: z.url(),
});
export type ServiceAccount = z.infer<typeof ServiceAccount>;

const SCOPE = 'https://www.googleapis.com/auth/firebase.messaging';
const GRANT = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** A token is renewed so long before it ends. */
const MARGIN_MS = 60_000;
const Answer = z.object({ access_token: z.string().min(1), expires_in: z.number().positive() });

/**
 * Gives an OAuth token of the service account, made once and kept while it holds; `renew` asks for another.
 * `now` in milliseconds since the epoch. @throws Error if the account's key is not one
 */
export function createFcmCredentials(account: ServiceAccount, now: () => number) {
  let held: { token: string; until: number } | undefined;
  let asking: Promise<string> | undefined;
  const key = createPrivateKey(account.private_key.replaceAll('\\n', '\n'));

  const ask = async (signal: AbortSignal): Promise<string> => {
    const at = Math.floor(now() / 1000);
    const assertion = await new SignJWT({ scope: SCOPE })
      .setProtectedHeader({ alg: 'RS256', typ: 'JWT' })
      .setIssuer(account.client_email)
      .setAudience(account.token_uri)
      .setIssuedAt(at)
      .setExpirationTime(at + 3600)
      .sign(key);
    const response = await fetch(account.token_uri, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ grant_type: GRANT, assertion }),
      redirect: 'error',
      signal,
    }).catch((error: unknown) => {
      throw new RetryableError('Google’s tokens could not be reached', { cause: error });
    });
    const parsed = Answer.safeParse(await response.json().catch(() => undefined));
    if (!response.ok || !parsed.success) {
      const retryAfterMs = parseRetryAfter(response.headers.get('retry-after'), now());
      throw new RetryableError(`Google gave no token: ${response.status}`, { retryAfterMs });
    }
    held = { token: parsed.data.access_token, until: now() + parsed.data.expires_in * 1000 - MARGIN_MS };
    return held.token;
  };

  return {
    get: (signal: AbortSignal): Promise<string> => {
      if (held && now() < held.until) return Promise.resolve(held.token);
      // many messages at once ask for one token
      asking ??= ask(signal).finally(() => (asking = undefined));
      return asking;
    },
    /** The token was not accepted: the next one is another. */
    drop: (token: string): void => {
      if (held?.token === token) held = undefined;
    },
  };
}
