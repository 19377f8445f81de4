import * as z from 'zod';

const Claims = z.object({ sub: z.string(), exp: z.number(), o: z.object({ id: z.string() }).optional() });

export type TokenClaims = {
  userId: string;
  /** Null: the account belongs to no organisation. */
  organizationId: string | null;
  /** Milliseconds since 1970. */
  expiresAt: number;
};

/** What a token of ours or of Clerk's says; null when it is none. Nothing is verified: that is the server's part. */
export function claimsOf(token: string): TokenClaims | null {
  const payload = (token.split('.')[1] ?? '').replaceAll('-', '+').replaceAll('_', '/');
  try {
    const { sub, exp, o } = Claims.parse(JSON.parse(atob(payload)));
    return { userId: sub, organizationId: o?.id ?? null, expiresAt: exp * 1000 };
  } catch {
    return null;
  }
}
