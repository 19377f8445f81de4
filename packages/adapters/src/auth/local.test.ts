import type { JSONWebKeySet } from 'jose';
import { beforeAll, describe, expect, test } from 'vitest';
import { createLocalVerifier } from './local.ts';
import {
  at,
  garbage,
  hmacSigned,
  makeKey,
  now,
  type SigningKey,
  tampered,
  unsigned,
} from './sample-tokens.ts';

const issuer = 'http://127.0.0.1:3001/auth';
const audience = 'vaktplan-api';
const good = { iss: issuer, aud: audience, sub: 'user-1', sid: 'session-1', iat: at - 10, exp: at + 290 };
const withOrg = { ...good, o: { id: 'org-1', slg: 'cafe', rol: 'owner' } };
let key: SigningKey;
let nextKey: SigningKey;
let rsaKey: SigningKey;
beforeAll(async () => {
  [key, nextKey, rsaKey] = await Promise.all([
    makeKey('EdDSA', 'k1'),
    makeKey('EdDSA', 'k2'),
    makeKey('RS256', 'k3'),
  ]);
});

const setUp = (initial: JSONWebKeySet = key.jwks) => {
  const state = { set: initial, reads: 0, time: now(), down: false };
  const verify = createLocalVerifier({
    issuer,
    audience,
    now: () => state.time,
    jwks: async () => {
      state.reads++;
      if (state.down) throw new Error('the database is away');
      return state.set;
    },
  });
  return { verify, state };
};

test('accepts our token and returns the one claims shape', async () => {
  const { verify } = setUp();
  expect(await verify(await key.sign(withOrg))).toEqual({
    iss: issuer,
    sub: 'user-1',
    sid: 'session-1',
    exp: at + 290,
    o: { id: 'org-1', rol: 'owner' },
  });
  expect(await verify(await key.sign(good))).not.toHaveProperty('o');
});

describe('refuses', () => {
  test.each([
    ['expired', { exp: at - 6 }, 'expired'],
    ['not yet valid', { nbf: at + 6 }, 'not-yet'],
    ['another issuer', { iss: 'http://127.0.0.1:3001' }, 'claims'],
    ['another audience', { aud: 'other-api' }, 'claims'],
    ['no audience', { aud: undefined }, 'claims'],
    ['no session', { sid: undefined }, 'claims'],
    ['no expiry', { exp: undefined }, 'claims'],
  ] as const)('%s', async (_name, change, reason) => {
    await expect(setUp().verify(await key.sign({ ...good, ...change }))).rejects.toMatchObject({ reason });
  });

  test('none, the public key as a secret, and another algorithm with a key of the set', async () => {
    const { verify } = setUp({ keys: [...key.jwks.keys, ...rsaKey.jwks.keys] });
    const tokens = [unsigned(good, 'none'), hmacSigned(good, key.pem, key.kid), await rsaKey.sign(good)];
    for (const token of tokens) await expect(verify(token)).rejects.toMatchObject({ name: 'TokenRefused' });
  });

  test('another key under our key id', async () => {
    const token = await nextKey.sign(good, { kid: key.kid });
    await expect(setUp().verify(token)).rejects.toMatchObject({ reason: 'signature' });
  });

  test('one changed character anywhere, and garbage', async () => {
    const { verify } = setUp();
    const results = await Promise.allSettled(
      [...tampered(await key.sign(good)), ...garbage].map((token) => verify(token)),
    );
    for (const result of results) {
      expect(result).toMatchObject({ status: 'rejected', reason: { name: 'TokenRefused' } });
    }
  });

  test('more than 8 KB', async () => {
    const token = await key.sign({ ...good, pad: 'x'.repeat(8192) });
    await expect(setUp().verify(token)).rejects.toMatchObject({ reason: 'too-large' });
  });
});

describe('keys', () => {
  test('are read once for many tokens, also at the same time', async () => {
    const { verify, state } = setUp();
    const tokens = await Promise.all(
      Array.from({ length: 20 }, (_, n) => key.sign({ ...good, sid: `s${n}` })),
    );
    await Promise.all(tokens.map((token) => verify(token)));
    await verify(tokens[0] ?? '');
    expect(state.reads).toBe(1);
  });

  test('are read again when a new one signs', async () => {
    const { verify, state } = setUp();
    await verify(await key.sign(good));
    state.set = { keys: [...key.jwks.keys, ...nextKey.jwks.keys] };
    state.time += 10_000;
    expect(await verify(await nextKey.sign(good))).toMatchObject({ sub: 'user-1' });
    expect(state.reads).toBe(2);
  });

  test('are not read again for each forged key id', async () => {
    const { verify, state } = setUp();
    await verify(await key.sign(good));
    for (let n = 0; n < 50; n++) {
      const forged = await nextKey.sign(good, { kid: `forged-${n}` });
      await expect(verify(forged)).rejects.toMatchObject({ reason: 'unknown-key' });
    }
    expect(state.reads).toBe(1);
  });

  test('that are withdrawn end after ten minutes', async () => {
    const { verify, state } = setUp();
    const token = await key.sign({ ...good, exp: at + 3600 });
    await verify(token);
    state.set = nextKey.jwks;
    state.time += 600_001;
    await expect(verify(token)).rejects.toMatchObject({ reason: 'unknown-key' });
  });

  test('that cannot be read are our failure, not the token’s, and are tried again', async () => {
    const { verify, state } = setUp();
    const token = await key.sign(good);
    state.down = true;
    await expect(verify(token)).rejects.toThrow('the database is away');
    state.down = false;
    expect(await verify(token)).toMatchObject({ sub: 'user-1' });
  });
});
