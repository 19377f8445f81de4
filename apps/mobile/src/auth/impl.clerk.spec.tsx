import { ORGANIZATION, PUBLISHABLE_KEY, startClerk } from '@/testing/clerk-frontend';
import { USER } from '@/testing/clerk-resources';
import { keychain, settings } from '@/testing/phone-state';
import { claimsOf } from './claims';
import type { AuthApi } from './types';

type Screens = typeof import('@testing-library/react-native/pure');
type App = { accessToken: () => Promise<string | null>; open: () => Promise<() => AuthApi> };

let clerk: Awaited<ReturnType<typeof startClerk>>;
let close: () => Promise<unknown> = async () => undefined;

/** The app as it is after it was started anew: only the keychain remembers. */
function started(): App {
  process.env.EXPO_PUBLIC_CLERK_PUBLISHABLE_KEY = PUBLISHABLE_KEY;
  jest.resetModules();
  const { render } = require('@testing-library/react-native/pure') as Screens;
  const { AuthProvider, accessToken } = require('./impl.clerk') as typeof import('./impl.clerk');
  const { useAuth } = require('./context') as typeof import('./context');
  // React Native brings a fetch of its own each time it is loaded
  clerk.connect();
  const open = async () => {
    let auth: AuthApi | undefined;
    function Reader() {
      auth = useAuth();
      return null;
    }
    const { unmount } = await render(
      <AuthProvider>
        <Reader />
      </AuthProvider>,
    );
    close = () => unmount();
    return () => auth as AuthApi;
  };
  return { accessToken, open };
}
const until = async (isSo: () => boolean): Promise<void> => {
  const { waitFor } = require('@testing-library/react-native/pure') as Screens;
  await waitFor(() => expect(isSo()).toBe(true), { timeout: 10_000 });
};
const problemOf = (work: Promise<unknown>): Promise<unknown> =>
  work.then(
    () => 'none',
    (error: { problem?: string }) => error.problem,
  );

beforeEach(() => {
  // Clerk answers when it likes, as in the app: nothing here waits for React
  Object.assign(globalThis, { IS_REACT_ACT_ENVIRONMENT: false });
  // it says at each start that its key is one for trying out
  jest.spyOn(console, 'warn').mockImplementation(() => undefined);
  keychain.clear();
});
afterEach(async () => {
  await close();
  await clerk.stop();
});

it('signs in by password, enters the organisation, and gives tokens that the API takes; nobody else is told', async () => {
  clerk = await startClerk();
  const app = started();
  const auth = await app.open();
  await until(() => auth().status === 'signed-out');
  expect(await app.accessToken()).toBeNull();
  expect(await auth().signIn(USER.email, USER.password)).toBe('done');
  await until(() => auth().status === 'signed-in' && auth().organizationId !== null);
  expect(auth()).toMatchObject({ userId: USER.id, organizationId: ORGANIZATION });

  const token = (await app.accessToken()) ?? '';
  expect(clerk.isGood(token)).toBe(true);
  expect(claimsOf(token)).toMatchObject({ userId: USER.id, organizationId: ORGANIZATION });
  expect(clerk.strangers).toEqual([]);
  // what Clerk keeps lies in the keychain, and not where settings are
  expect(keychain.size).toBeGreaterThan(0);
  expect(JSON.stringify([...settings])).not.toMatch(/eyJ|client\./);

  await auth().signOut();
  await until(() => auth().status === 'signed-out');
  expect(await app.accessToken()).toBeNull();
});

it('says what is wrong, and asks for the code of who has one', async () => {
  clerk = await startClerk({ second: ['totp'] });
  const auth = await started().open();
  await until(() => auth().status === 'signed-out');
  expect(await problemOf(auth().signIn(USER.email, 'guess'))).toBe('wrong');
  clerk.state.status = 429;
  expect(await problemOf(auth().signIn(USER.email, USER.password))).toBe('too_many');
  clerk.state.status = 500;
  expect(await problemOf(auth().signIn(USER.email, USER.password))).toBe('server');
  clerk.state.status = 200;
  clerk.state.isReachable = false;
  expect(await problemOf(auth().signIn(USER.email, USER.password))).toBe('offline');
  clerk.state.isReachable = true;

  expect(await auth().signIn(USER.email, USER.password)).toEqual([{ kind: 'app' }]);
  expect(await problemOf(auth().enterCode('app', '000000'))).toBe('wrong_code');
  await auth().enterCode('app', USER.code);
  await until(() => auth().organizationId === ORGANIZATION);
});

const guess = (code: string | undefined): string => (code === '111111' ? '222222' : '111111');

it('takes a code by text message: sent when asked for, good for ten minutes and three guesses', async () => {
  clerk = await startClerk({ second: ['backup_code', 'phone_code'] });
  const auth = await started().open();
  await until(() => auth().status === 'signed-out');
  expect(await auth().signIn(USER.email, USER.password)).toEqual([
    { kind: 'sms', to: '+45******78' },
    { kind: 'backup' },
  ]);
  expect(clerk.messages).toEqual([]);
  await auth().sendCode('sms');
  const { to, code = '' } = clerk.messages.at(-1) ?? {};
  expect(to).toBe(USER.phone);
  for (let nr = 0; nr < 3; nr += 1) {
    expect(await problemOf(auth().enterCode('sms', guess(code)))).toBe('wrong_code');
  }
  expect(await problemOf(auth().enterCode('sms', code))).toBe('codes_used_up');

  await auth().sendCode('sms');
  clerk.state.minutesLater = 11;
  const late = clerk.messages.at(-1)?.code ?? '';
  expect(await problemOf(auth().enterCode('sms', late))).toBe('code_expired');
  await auth().sendCode('sms');
  await auth().enterCode('sms', clerk.messages.at(-1)?.code ?? '');
  await until(() => auth().organizationId === ORGANIZATION);
});

it('takes a backup code once, and says so of one that is used', async () => {
  clerk = await startClerk({ second: ['totp', 'backup_code'] });
  const auth = await started().open();
  await until(() => auth().status === 'signed-out');
  expect(await auth().signIn(USER.email, USER.password)).toEqual([{ kind: 'app' }, { kind: 'backup' }]);
  expect(await problemOf(auth().enterCode('backup', 'nonsense'))).toBe('wrong_backup');
  await auth().enterCode('backup', USER.backupCode);
  await until(() => auth().organizationId === ORGANIZATION);

  await auth().signOut();
  await until(() => auth().status === 'signed-out');
  await auth().signIn(USER.email, USER.password);
  expect(await problemOf(auth().enterCode('backup', USER.backupCode))).toBe('wrong_backup');
});

it('proves a phone that Clerk has not seen yet by mail; a sign-in that is over begins again', async () => {
  clerk = await startClerk({ second: ['email_code'], asks: 'needs_client_trust' });
  const auth = await started().open();
  await until(() => auth().status === 'signed-out');
  expect(await auth().signIn(USER.email, USER.password)).toEqual([
    { kind: 'email', to: 'k***@vaktplan.test' },
  ]);
  clerk.forgetSignIns();
  expect(await problemOf(auth().sendCode('email'))).toBe('start_again');

  await auth().signIn(USER.email, USER.password);
  await auth().sendCode('email');
  expect(clerk.messages.at(-1)?.to).toBe(USER.email);
  await auth().enterCode('email', clerk.messages.at(-1)?.code ?? '');
  await until(() => auth().organizationId === ORGANIZATION);
});

it('does not let in who belongs to no organisation', async () => {
  clerk = await startClerk({ organizations: [] });
  const app = started();
  const auth = await app.open();
  await until(() => auth().status === 'signed-out');
  expect(await problemOf(auth().signIn(USER.email, USER.password))).toBe('no_organization');
  await until(() => auth().status === 'signed-out');
  expect(await app.accessToken()).toBeNull();
});

it('opens without a network after a restart; started by the system it has a token without any screen', async () => {
  clerk = await startClerk();
  const first = await started().open();
  await until(() => first().status === 'signed-out');
  await first().signIn(USER.email, USER.password);
  await until(() => first().organizationId === ORGANIZATION);
  await close();

  const headless = started();
  const token = (await headless.accessToken()) ?? '';
  expect(clerk.isGood(token)).toBe(true);
  expect(claimsOf(token)?.organizationId).toBe(ORGANIZATION);

  clerk.state.isReachable = false;
  const again = await started().open();
  await until(() => again().status === 'signed-in');
  expect(again()).toMatchObject({ userId: USER.id, organizationId: ORGANIZATION });
});
