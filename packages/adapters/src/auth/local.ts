import {
  createLocalJWKSet,
  decodeProtectedHeader,
  type JSONWebKeySet,
  jwtVerify,
  type LocalJWKSet,
} from 'jose';
import {
  asRefusal,
  assertLength,
  clockTolerance,
  readClaims,
  TokenRefused,
  type TokenVerifier,
} from './claims.ts';

export type LocalVerifierOptions = {
  issuer: string;
  audience: string;
  /** the current public keys, from our own database */
  jwks: () => Promise<JSONWebKeySet>;
  /** keys are read anew after this, so that a withdrawn key ends; milliseconds */
  maxAgeMs?: number;
  /** and for an unknown key id at most this often, so that forged ids do not reach the database */
  cooldownMs?: number;
  /** milliseconds since the epoch */
  now?: () => number;
};

/** Verifies the EdDSA tokens that our own sign-in issues. Throws the error of `jwks` if the keys cannot be read. */
export const createLocalVerifier = (options: LocalVerifierOptions): TokenVerifier => {
  const { issuer, audience, now = Date.now } = options;
  const keyFor = createKeySource(options);

  return async (token) => {
    assertLength(token);
    const keys = await keyFor(kidOf(token));
    const { payload } = await jwtVerify(token, keys, {
      issuer,
      audience,
      algorithms: ['EdDSA'],
      clockTolerance,
      currentDate: new Date(now()),
      requiredClaims: ['sub', 'sid', 'exp', 'iat'],
    }).catch((error: unknown) => {
      throw asRefusal(error);
    });
    return readClaims(payload);
  };
};

const kidOf = (token: string): string => {
  try {
    const { kid, alg } = decodeProtectedHeader(token);
    if (alg === 'EdDSA' && typeof kid === 'string') return kid;
  } catch (error) {
    throw new TokenRefused('malformed', { cause: error });
  }
  throw new TokenRefused('unknown-key');
};

type KeySet = { keys: LocalJWKSet; kids: ReadonlySet<string>; readAt: number };

/** The key set in memory, read again when it is old or does not know a key id; one read at a time. */
const createKeySource = (options: LocalVerifierOptions): ((kid: string) => Promise<LocalJWKSet>) => {
  const { jwks, maxAgeMs = 600_000, cooldownMs = 10_000, now = Date.now } = options;
  let current: KeySet | undefined;
  let reading: Promise<KeySet> | undefined;

  const read = async (): Promise<KeySet> => {
    const set = await jwks();
    const kids = new Set(set.keys.map(({ kid }) => kid).filter((kid) => kid !== undefined));
    current = { keys: createLocalJWKSet(set), kids, readAt: now() };
    return current;
  };
  const readOnce = (): Promise<KeySet> =>
    (reading ??= read().finally(() => {
      reading = undefined;
    }));

  return async (kid) => {
    const age = current === undefined ? Number.POSITIVE_INFINITY : now() - current.readAt;
    const fresh = current !== undefined && age < (current.kids.has(kid) ? maxAgeMs : cooldownMs);
    const { keys } = fresh && current !== undefined ? current : await readOnce();
    return keys;
  };
};
