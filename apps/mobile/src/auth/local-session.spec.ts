import { answerWith, tokenOf, type Answers } from '@/testing/api-double';
import { keychain } from '@/testing/phone-state';

type Session = typeof import('./local-session');
/** The app as it is after it was started anew: nothing in memory. */
const started = (): Session => {
  jest.resetModules();
  return require('./local-session') as Session;
};
const token = tokenOf({ sub: 'user-1', organizationId: 'org-1' });
const good: Answers = {
  'POST /auth/sign-in/email': [200, { token: 'session-1', user: { id: 'user-1' } }],
  'GET /auth/token': [200, { token }],
};
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: { problem?: string }) => error.problem,
  );

beforeEach(() => keychain.clear());

it('knows after a restart without network who signed in and where', async () => {
  const heard = answerWith(good);
  expect(await started().signIn('kari@vaktplan.test', 'secret')).toBe('done');
  expect(heard.at(-1)).toMatchObject({ path: '/auth/token', authorization: 'Bearer session-1' });

  answerWith({ 'GET /auth/token': 'no network' });
  const session = started();
  expect(await session.restoreSession()).toEqual({ userId: 'user-1', organizationId: 'org-1' });
  expect(await session.accessToken()).toBeNull();
  expect(session.sessionHasEnded()).toBe(false);
});

it('asks once for a token that many want, and again when it is about to end', async () => {
  answerWith(good);
  await started().signIn('kari@vaktplan.test', 'secret');
  const heard = answerWith({ 'GET /auth/token': [200, { token: tokenOf({ sub: 'user-1', seconds: 10 }) }] });
  const session = started();
  const [first, second] = await Promise.all([session.accessToken(), session.accessToken()]);
  expect([first === second, heard.length]).toEqual([true, 1]);
  await session.accessToken();
  expect(heard).toHaveLength(2);
});

it('a session that the server ended is over; one that it cannot look up is not', async () => {
  answerWith(good);
  await started().signIn('kari@vaktplan.test', 'secret');
  answerWith({ 'GET /auth/token': [503, { code: 'unavailable' }] });
  const session = started();
  expect(await session.accessToken()).toBeNull();
  expect(await session.restoreSession()).not.toBeNull();
  answerWith({ 'GET /auth/token': [401, { code: 'UNAUTHORIZED' }] });
  expect(await session.accessToken()).toBeNull();
  expect(await session.restoreSession()).toBeNull();
  expect([session.sessionHasEnded(), keychain.size]).toEqual([true, 0]);
});

it.each<[string, Answers, unknown]>([
  ['wrong', { 'POST /auth/sign-in/email': [401, { code: 'INVALID_EMAIL_OR_PASSWORD' }] }, 'wrong'],
  ['too many tries', { 'POST /auth/sign-in/email': [429, {}] }, 'too_many'],
  ['no network', { 'POST /auth/sign-in/email': 'no network' }, 'offline'],
  ['a page of somebody else', { 'POST /auth/sign-in/email': [200, '<html>'] }, 'server'],
  [
    'an account without organisation',
    { ...good, 'GET /auth/token': [200, { token: tokenOf({ sub: 'user-1' }) }] },
    'no_organization',
  ],
])('%s keeps nobody signed in', async (_name, answers, problem) => {
  answerWith(answers);
  const session = started();
  expect(await problemOf(session.signIn('kari@vaktplan.test', 'secret'))).toBe(problem);
  expect(await session.restoreSession()).toBeNull();
});

const asksCode: Answers = { ...good, 'POST /auth/sign-in/email': [200, { twoFactorRedirect: true }] };

it.each([
  ['app', 'totp'],
  ['backup', 'backup-code'],
] as const)('goes to its second step with the code: %s', async (kind, path) => {
  const heard = answerWith({
    ...asksCode,
    [`POST /auth/two-factor/verify-${path}`]: [200, { token: 'session-2', user: { id: 'user-1' } }],
  });
  const session = started();
  const ways = await session.signIn('kari@vaktplan.test', 'secret');
  expect(ways).toEqual([{ kind: 'app' }, { kind: 'backup' }]);
  await session.enterCode(kind, '123456');
  expect(heard.find((one) => one.path.endsWith(path))?.body).toEqual({ code: '123456' });
  expect(await session.restoreSession()).toEqual({ userId: 'user-1', organizationId: 'org-1' });
});

it.each([
  ['app', 401, 'INVALID_CODE', 'wrong_code'],
  ['backup', 401, 'INVALID_BACKUP_CODE', 'wrong_backup'],
  ['app', 401, 'INVALID_TWO_FACTOR_COOKIE', 'start_again'],
  ['backup', 400, 'TOO_MANY_ATTEMPTS_REQUEST_NEW_CODE', 'start_again'],
  ['app', 429, 'ACCOUNT_TEMPORARILY_LOCKED', 'too_many'],
] as const)('a code by %s that the server answers with %i %s', async (kind, status, code, problem) => {
  answerWith({
    ...asksCode,
    'POST /auth/two-factor/verify-totp': [status, { code }],
    'POST /auth/two-factor/verify-backup-code': [status, { code }],
  });
  const session = started();
  await session.signIn('kari@vaktplan.test', 'secret');
  expect(await problemOf(session.enterCode(kind, '000000'))).toBe(problem);
  expect(await session.restoreSession()).toBeNull();
});

it('signs out without network too', async () => {
  answerWith(good);
  const session = started();
  await session.signIn('kari@vaktplan.test', 'secret');
  answerWith({ 'POST /auth/sign-out': 'no network' });
  await session.signOut();
  expect([await session.restoreSession(), await session.accessToken()]).toEqual([null, null]);
});
