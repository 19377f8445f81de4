import { beforeAll, describe, expect, test } from 'vitest';
import type { TokenVerifier } from './claims.ts';
import { createClerkVerifier } from './clerk.ts';
import { createLocalVerifier } from './local.ts';
import { at, garbage, makeKey, now, type SigningKey } from './sample-tokens.ts';
import { createTokenVerifier } from './verify-token.ts';

const clerkIssuer = 'https://honest-marmot-12.clerk.accounts.dev';
const localIssuer = 'http://127.0.0.1:3001/auth';
const web = 'https://app.vaktplan.test';
const times = { iat: at - 10, exp: at + 60 };
const clerkGood = { iss: clerkIssuer, sub: 'user_1', sid: 'sess_1', sts: 'active', azp: web, ...times };
const localGood = { iss: localIssuer, aud: 'vaktplan-api', sub: 'user-1', sid: 'session-1', ...times };
let clerkKey: SigningKey;
let localKey: SigningKey;
beforeAll(async () => {
  // one key id for both, so that a look-up by id across issuers would be found out
  [clerkKey, localKey] = await Promise.all([makeKey('RS256', 'same'), makeKey('EdDSA', 'same')]);
});

const setUp = (options: { cacheSize?: number } = {}) => {
  const state = { checks: 0, time: now() };
  const clock = () => state.time;
  const counted =
    (verify: TokenVerifier): TokenVerifier =>
    (token, source) => {
      state.checks++;
      return verify(token, source);
    };
  const key = { jwks: clerkKey.jwks };
  const clerk = createClerkVerifier({ issuer: clerkIssuer, key, authorizedParties: [web], now: clock });
  const local = createLocalVerifier({
    issuer: localIssuer,
    audience: 'vaktplan-api',
    now: clock,
    jwks: async () => localKey.jwks,
  });
  const issuers = { [clerkIssuer]: counted(clerk), [localIssuer]: counted(local) };
  return { verify: createTokenVerifier({ issuers, now: clock, ...options }), state };
};

describe('the issuer chooses the keys', () => {
  test('each issuer’s token is accepted, in one shape', async () => {
    const { verify } = setUp();
    expect(await verify(await clerkKey.sign(clerkGood))).toEqual({
      iss: clerkIssuer,
      sub: 'user_1',
      sid: 'sess_1',
      exp: times.exp,
    });
    expect(await verify(await localKey.sign(localGood))).toEqual({
      iss: localIssuer,
      sub: 'user-1',
      sid: 'session-1',
      exp: times.exp,
    });
  });

  test('one issuer’s key signs nothing for the other, whatever the key id', async () => {
    const { verify } = setUp();
    const crossed = [await localKey.sign(clerkGood), await clerkKey.sign({ ...localGood, azp: web })];
    for (const token of crossed) await expect(verify(token)).rejects.toMatchObject({ name: 'TokenRefused' });
  });

  test.each([
    'https://evil.test',
    `${clerkIssuer}/`,
    clerkIssuer.toUpperCase(),
    '__proto__',
    'constructor',
    '',
    undefined,
    ['x'],
  ])('the issuer %j is unknown and no key is tried', async (iss) => {
    const { verify, state } = setUp();
    const token = await clerkKey.sign({ ...clerkGood, iss: iss as string });
    await expect(verify(token)).rejects.toMatchObject({ reason: 'unknown-issuer' });
    expect(state.checks).toBe(0);
  });

  test.each(garbage)('%j', async (token) => {
    await expect(setUp().verify(token)).rejects.toMatchObject({ name: 'TokenRefused' });
  });

  test('more than 8 KB is not even decoded', async () => {
    await expect(setUp().verify('x'.repeat(8193))).rejects.toMatchObject({ reason: 'too-large' });
  });

  test('a verifier that answers for another issuer is not believed', async () => {
    const lax: TokenVerifier = async () => ({ iss: localIssuer, sub: 's', sid: 's', exp: times.exp });
    const verify = createTokenVerifier({ issuers: { [clerkIssuer]: lax }, now });
    await expect(verify(await clerkKey.sign(clerkGood))).rejects.toMatchObject({ reason: 'unknown-issuer' });
  });
});

describe('the memory of good tokens', () => {
  test('a token is checked once, until it expires', async () => {
    const { verify, state } = setUp();
    const token = await clerkKey.sign(clerkGood);
    const first = await verify(token);
    expect(await verify(token)).toBe(first);
    expect(state.checks).toBe(1);
    state.time = times.exp * 1000 + 6000;
    await expect(verify(token)).rejects.toMatchObject({ reason: 'expired' });
    await expect(verify(token)).rejects.toMatchObject({ reason: 'expired' });
  });

  test('from its expiry on, to the millisecond, the token is checked again', async () => {
    const { verify, state } = setUp();
    const token = await clerkKey.sign(clerkGood);
    await verify(token);
    state.time = times.exp * 1000 - 1;
    await verify(token);
    expect(state.checks).toBe(1);
    state.time = times.exp * 1000;
    await verify(token);
    expect(state.checks).toBe(2);
  });

  test('a refused token is not remembered, and does not spoil a good one', async () => {
    const { verify, state } = setUp();
    const token = await clerkKey.sign(clerkGood);
    const forged = `${token.slice(0, -8)}AAAAAAAA`;
    for (let i = 0; i < 3; i++) await expect(verify(forged)).rejects.toMatchObject({ reason: 'signature' });
    expect(state.checks).toBe(3);
    await verify(token);
    await expect(verify(forged)).rejects.toMatchObject({ reason: 'signature' });
  });

  test('a token good as a bearer is not thereby good as a cookie', async () => {
    const { verify } = setUp();
    const token = await clerkKey.sign({ ...clerkGood, azp: undefined });
    await verify(token, 'bearer');
    await expect(verify(token, 'cookie')).rejects.toMatchObject({ reason: 'authorized-party' });
  });

  test('it is bounded, and forgets what was used longest ago', async () => {
    const { verify, state } = setUp({ cacheSize: 3 });
    const tokens = await Promise.all([1, 2, 3, 4].map((n) => localKey.sign({ ...localGood, sid: `s${n}` })));
    const [a = '', b = '', c = '', d = ''] = tokens;
    for (const token of [a, b, c, a, d]) await verify(token);
    expect(state.checks).toBe(4);
    for (const token of [a, c, d]) await verify(token);
    expect(state.checks).toBe(4);
    await verify(b);
    expect(state.checks).toBe(5);
  });

  test('no request can change what the next one is told', async () => {
    const { verify } = setUp();
    const token = await clerkKey.sign({ ...clerkGood, o: { id: 'org_1', rol: 'member' } });
    const claims = await verify(token);
    expect(() => Object.assign(claims, { sub: 'user_2' })).toThrow(TypeError);
    expect(() => Object.assign(claims.o ?? {}, { rol: 'admin' })).toThrow(TypeError);
    expect(await verify(token)).toMatchObject({ sub: 'user_1', o: { rol: 'member' } });
  });
});
