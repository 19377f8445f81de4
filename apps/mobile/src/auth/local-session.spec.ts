import { answerWith, tokenOf, type Answers } from '@/testing/api-double';

const mockKept = new Map<string, string>();
jest.mock('expo-secure-store', () => ({
  AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY: 1,
  getItemAsync: async (key: string) => mockKept.get(key) ?? null,
  setItemAsync: async (key: string, value: string) => void mockKept.set(key, value),
  deleteItemAsync: async (key: string) => void mockKept.delete(key),
}));

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

beforeEach(() => mockKept.clear());

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
  expect([session.sessionHasEnded(), mockKept.size]).toEqual([true, 0]);
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

it('goes to its second step with the code', async () => {
  answerWith({
    ...good,
    'POST /auth/sign-in/email': [200, { twoFactorRedirect: true }],
    'POST /auth/two-factor/verify-totp': [200, { token: 'session-2', user: { id: 'user-1' } }],
  });
  const session = started();
  expect(await session.signIn('kari@vaktplan.test', 'secret')).toBe('code');
  await session.enterCode('123456');
  expect(await session.restoreSession()).toEqual({ userId: 'user-1', organizationId: 'org-1' });
});

it('signs out without network too', async () => {
  answerWith(good);
  const session = started();
  await session.signIn('kari@vaktplan.test', 'secret');
  answerWith({ 'POST /auth/sign-out': 'no network' });
  await session.signOut();
  expect([await session.restoreSession(), await session.accessToken()]).toEqual([null, null]);
});
