import { beforeAll, describe, expect, test } from 'vitest';
import { TokenRefused, type TokenSource } from './claims.ts';
import { createClerkVerifier } from './clerk.ts';
import {
  at,
  garbage,
  hmacSigned,
  makeKey,
  now,
  type SigningKey,
  tampered,
  unsigned,
  withPayload,
} from './sample-tokens.ts';

const issuer = 'https://honest-marmot-12.clerk.accounts.dev';
const web = 'https://app.vaktplan.test';
const good = {
  v: 2,
  iss: issuer,
  sub: 'user_1',
  sid: 'sess_1',
  sts: 'active',
  azp: web,
  iat: at - 10,
  nbf: at - 10,
  exp: at + 50,
  o: { id: 'org_1', slg: 'cafe', rol: 'admin' },
};
let key: SigningKey;
let otherKey: SigningKey;
beforeAll(async () => {
  [key, otherKey] = await Promise.all([makeKey('RS256', 'ins_1'), makeKey('RS256', 'ins_2')]);
});

const verifiers = () =>
  [{ jwks: key.jwks }, { jwtKey: key.pem }].map((given) =>
    createClerkVerifier({ issuer, key: given, authorizedParties: [web], now }),
  );
/** The reasons of both forms of the key: one, if they agree. */
const refusals = async (token: string, source?: TokenSource): Promise<unknown[]> => {
  const results = await Promise.allSettled(verifiers().map((verify) => verify(token, source)));
  const reasons = results.map((result) =>
    result.status === 'rejected' && result.reason instanceof TokenRefused ? result.reason.reason : result,
  );
  return [...new Set(reasons)];
};

describe('accepts', () => {
  test('a session token, by key set or PEM, and returns the one claims shape', async () => {
    const token = await key.sign(good);
    for (const verify of verifiers()) {
      expect(await verify(token)).toEqual({
        iss: issuer,
        sub: 'user_1',
        sid: 'sess_1',
        exp: at + 50,
        o: { id: 'org_1', rol: 'admin' },
      });
    }
  });

  test('a token without an organisation, and one of an older version without sts', async () => {
    const { o: _o, sts: _sts, ...claims } = good;
    const token = await key.sign(claims);
    for (const verify of verifiers()) expect(await verify(token)).not.toHaveProperty('o');
  });

  test('a PEM with its line ends spelled out', async () => {
    const jwtKey = key.pem.replaceAll('\n', '\\n');
    const verify = createClerkVerifier({ issuer, key: { jwtKey }, authorizedParties: [web], now });
    expect(await verify(await key.sign(good))).toMatchObject({ sub: 'user_1' });
  });

  test.each([
    ['just expired', { exp: at - 4 }],
    ['not quite begun', { nbf: at + 4 }],
  ])('a clock that is 4 s off: %s', async (_name, change) => {
    const token = await key.sign({ ...good, ...change });
    for (const verify of verifiers()) expect(await verify(token)).toMatchObject({ sub: 'user_1' });
  });
});

describe('refuses', () => {
  test.each([
    ['expired', { exp: at - 6 }, 'expired'],
    ['not yet valid', { nbf: at + 6 }, 'not-yet'],
    ['another issuer', { iss: 'https://evil.clerk.accounts.dev' }, 'claims'],
    ['an issuer that only starts alike', { iss: `${issuer}.evil.test` }, 'claims'],
    ['no issuer', { iss: undefined }, 'claims'],
    ['no subject', { sub: undefined }, 'claims'],
    ['an empty subject', { sub: '' }, 'claims'],
    ['no session', { sid: undefined }, 'claims'],
    ['no expiry', { exp: undefined }, 'claims'],
    ['an expiry that is text', { exp: '9999999999' as unknown as number }, 'claims'],
    ['an organisation of another shape', { o: 'org_1' }, 'claims'],
    ['a foreign party', { azp: 'https://evil.test' }, 'authorized-party'],
    ['a party that only starts alike', { azp: `${web}.evil.test` }, 'authorized-party'],
    ['a list of parties', { azp: [web] }, 'authorized-party'],
    ['an empty party', { azp: '' }, 'authorized-party'],
    ['a pending session', { sts: 'pending' }, 'session-not-active'],
    ['an unknown session state', { sts: true }, 'session-not-active'],
  ] as const)('%s', async (_name, change, reason) => {
    expect(await refusals(await key.sign({ ...good, ...change }))).toEqual([reason]);
  });

  test('no party: only as a bearer, as phones send it', async () => {
    const { azp: _azp, ...claims } = good;
    const token = await key.sign(claims);
    for (const verify of verifiers()) expect(await verify(token, 'bearer')).toMatchObject({ sub: 'user_1' });
    expect(await refusals(token, 'cookie')).toEqual(['authorized-party']);
  });

  test.each(['none', 'None', 'NONE', ''])('alg "%s"', async (alg) => {
    const reasons = await Promise.all(
      verifiers().map((verify) => verify(unsigned(good, alg)).catch((e: unknown) => e)),
    );
    for (const reason of reasons) expect(reason).toMatchObject({ name: 'TokenRefused' });
  });

  test('the public key taken for a shared secret', async () => {
    for (const secret of [key.pem, key.pem.trim(), JSON.stringify(key.jwks.keys[0])]) {
      expect(await refusals(hmacSigned(good, secret, key.kid))).toEqual(['signature']);
    }
  });

  test('another key, with its own id and with ours', async () => {
    const [byJwks, byPem] = verifiers();
    await expect(byJwks?.(await otherKey.sign(good))).rejects.toMatchObject({ reason: 'unknown-key' });
    await expect(byPem?.(await otherKey.sign(good))).rejects.toMatchObject({ reason: 'signature' });
    expect(await refusals(await otherKey.sign(good, { kid: key.kid }))).toEqual(['signature']);
  });

  test.each(['../../etc/passwd', "' or 1=1 --", '__proto__', ''])(
    'the key id %j of another key',
    async (kid) => {
      const [byJwks] = verifiers();
      await expect(byJwks?.(await otherKey.sign(good, { kid }))).rejects.toMatchObject({
        name: 'TokenRefused',
      });
    },
  );

  test('another type of token, and one with an extension we do not know', async () => {
    expect(await refusals(await key.sign(good, { typ: 'at+jwt' }))).toEqual(['claims']);
    expect(await refusals(await key.sign(good, { crit: ['urn:unknown'], 'urn:unknown': 1 }))).toEqual([
      'malformed',
    ]);
  });

  test('another payload under a good signature', async () => {
    expect(await refusals(withPayload(await key.sign(good), { ...good, sub: 'user_2' }))).toEqual([
      'signature',
    ]);
  });

  test('one changed character anywhere', async () => {
    const verify = createClerkVerifier({ issuer, key: { jwks: key.jwks }, authorizedParties: [web], now });
    const tokens = tampered(await key.sign(good));
    const results = await Promise.allSettled(tokens.map((token) => verify(token)));
    expect(results.length).toBeGreaterThan(500);
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'TokenRefused' } });
    }
  });

  test('more than 8 KB, unread, though well signed', async () => {
    const token = await key.sign({ ...good, pad: 'x'.repeat(8192) });
    expect(await refusals(token)).toEqual(['too-large']);
    expect(await refusals('x'.repeat(1_000_000))).toEqual(['too-large']);
  });

  test.each(garbage)('%j', async (token) => {
    for (const verify of verifiers())
      await expect(verify(token)).rejects.toMatchObject({ name: 'TokenRefused' });
  });
});

test.each(['', 'not a key', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
  'a wrong public key fails at start: %j',
  (jwtKey) => {
    expect(() => createClerkVerifier({ issuer, key: { jwtKey }, authorizedParties: [web] })).toThrow(
      'RSA key in PEM form',
    );
  },
);

test('a key of another kind fails at start', async () => {
  const { pem } = await makeKey('EdDSA', 'k');
  expect(() => createClerkVerifier({ issuer, key: { jwtKey: pem }, authorizedParties: [web] })).toThrow(
    'RSA key',
  );
});
