import { errors, type JWTPayload } from 'jose';
import * as z from 'zod';

const Claims = z.object({
  iss: z.string(),
  sub: z.string().min(1),
  sid: z.string().min(1),
  /** seconds since the epoch */
  exp: z.number(),
  /** the organisation the session is in; `rol` without a prefix */
  o: z.object({ id: z.string().min(1), rol: z.string().optional() }).optional(),
});

/** What we take from a token of any issuer. It says who calls; what they may do is in our own database. */
export type TokenClaims = z.output<typeof Claims>;

/** How the token came: a cookie is sent by any page the browser shows, a bearer header only by who holds the token. */
export type TokenSource = 'bearer' | 'cookie';

/** @throws TokenRefused; any other error means that the token could not be checked now */
export type TokenVerifier = (token: string, source?: TokenSource) => Promise<TokenClaims>;

export type RefusalReason =
  | 'malformed'
  | 'too-large'
  | 'unknown-issuer'
  | 'unknown-key'
  | 'signature'
  | 'expired'
  | 'not-yet'
  | 'claims'
  | 'authorized-party'
  | 'session-not-active';

/** The token is not good. The reason is for the log, not for the caller. */
export class TokenRefused extends Error {
  readonly reason: RefusalReason;
  constructor(reason: RefusalReason, options?: ErrorOptions) {
    super(`token refused: ${reason}`, options);
    this.name = 'TokenRefused';
    this.reason = reason;
  }
}

/** Seconds that two clocks may differ. */
export const clockTolerance = 5;

/** Longer ones are refused unread. Ours are under 1 KB, Clerk's under 4 KB. */
export const maxTokenLength = 8192;

export const assertLength = (token: string): void => {
  if (token.length > maxTokenLength) throw new TokenRefused('too-large');
};

/** The claims of a token whose signature has been checked. @throws TokenRefused */
export const readClaims = (payload: JWTPayload): TokenClaims => {
  const parsed = Claims.safeParse(payload);
  if (!parsed.success) throw new TokenRefused('claims');
  return parsed.data;
};

/** jose's error as a refusal; an error that is not about the token is passed on. */
export const asRefusal = (error: unknown): unknown => {
  if (!(error instanceof errors.JOSEError)) return error;
  return new TokenRefused(reasonOf(error), { cause: error });
};

const reasonOf = (error: errors.JOSEError): RefusalReason => {
  if (error instanceof errors.JWTExpired) return 'expired';
  if (error instanceof errors.JWTClaimValidationFailed) return error.claim === 'nbf' ? 'not-yet' : 'claims';
  if (error instanceof errors.JWKSNoMatchingKey || error instanceof errors.JWKSMultipleMatchingKeys)
    return 'unknown-key';
  if (error instanceof errors.JWSSignatureVerificationFailed) return 'signature';
  if (error instanceof errors.JOSEAlgNotAllowed) return 'signature';
  return 'malformed';
};
