import { accessToken } from '#auth-impl';
import { claimsOf } from '@/auth/claims';
import { send } from '@/platform/http';
import { ownerOf } from './outbox-row';
import { NotSignedIn, type Transport } from './transport';

/**
 * Over HTTP, with the token of whoever is signed in at that moment. The token itself says whose it is: what another
 * person wrote on this phone is never sent with it.
 */
export const httpTransport: Transport = {
  async send(owner, { method, path, body, idempotencyKey }) {
    const token = await accessToken();
    // signed out, or no network to renew it with: which of them is not known
    if (token === null) throw new Error('no token');
    const claims = claimsOf(token);
    if (!claims?.organizationId || ownerOf(claims.organizationId, claims.userId) !== owner) {
      throw new NotSignedIn();
    }
    const headers: Record<string, string> = idempotencyKey ? { 'idempotency-key': idempotencyKey } : {};
    const answer = await send(method, path, { body, headers, token });
    const seconds = Number(answer.headers.get('retry-after') ?? Number.NaN);
    return {
      status: answer.status,
      body: answer.body,
      ...(Number.isFinite(seconds) && { retryAfterSeconds: seconds }),
    };
  },
};
