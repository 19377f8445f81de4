import { ORGANIZATION, PUBLISHABLE_KEY, startClerk } from '@/testing/clerk-frontend';
import { USER } from '@/testing/clerk-resources';
import { claimsOf } from './claims';
import type { AuthApi } from './types';

const mockKept = new Map<string, string>();
jest.mock('expo-secure-store', () => ({
  AFTER_FIRST_UNLOCK: 0,
  getItemAsync: async (key: string) => mockKept.get(key) ?? null,
  setItemAsync: async (key: string, value: string) => void mockKept.set(key, value),
  deleteItemAsync: async (key: string) => void mockKept.delete(key),
}));

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
  mockKept.clear();
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

  await auth().signOut();
  await until(() => auth().status === 'signed-out');
  expect(await app.accessToken()).toBeNull();
});

it('says what is wrong, and asks for the code of who has one', async () => {
  clerk = await startClerk({ asksCode: true });
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

  expect(await auth().signIn(USER.email, USER.password)).toBe('code');
  expect(await problemOf(auth().enterCode('000000'))).toBe('wrong_code');
  await auth().enterCode(USER.code);
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
