import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { renderRouter } from 'expo-router/testing-library';
import AppLayout from '@/app/(app)/_layout';
import TabLayout from '@/app/(app)/(tabs)/_layout';
import Home from '@/app/(app)/(tabs)/index';
import Hours from '@/app/(app)/(tabs)/hours';
import Inbox from '@/app/(app)/(tabs)/inbox';
import Me from '@/app/(app)/(tabs)/me';
import Schedule from '@/app/(app)/(tabs)/schedule';
import Devices from '@/app/(app)/devices';
import Settings from '@/app/(app)/settings';
import Layout from '@/app/_layout';
import SignIn from '@/app/sign-in';
import { signOut } from '@/auth/local-session';
import { answerWith, tokenOf } from '@/testing/api-double';
import { phoneCopy } from '@/testing/phone-copy';

const mockKept = new Map<string, string>();
jest.mock('expo-secure-store', () => ({
  AFTER_FIRST_UNLOCK_THIS_DEVICE_ONLY: 1,
  getItemAsync: async (key: string) => mockKept.get(key) ?? null,
  setItemAsync: async (key: string, value: string) => void mockKept.set(key, value),
  deleteItemAsync: async (key: string) => void mockKept.delete(key),
}));
jest.mock('expo-crypto', () => {
  const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  return { randomUUID: () => crypto.randomUUID(), getRandomBytes: (n: number) => crypto.randomBytes(n) };
});
jest.mock('expo-network', () => ({
  addNetworkStateListener: () => ({ remove: () => undefined }),
  useNetworkState: () => ({ isConnected: true }),
}));
jest.mock('expo-background-task', () => ({
  getStatusAsync: async () => 1,
  BackgroundTaskStatus: { Available: 2 },
  BackgroundTaskResult: { Success: 1, Failed: 2 },
}));
jest.mock('expo-task-manager', () => ({
  defineTask: () => undefined,
  isTaskRegisteredAsync: async () => false,
}));
jest.mock('expo-notifications', () => ({
  setNotificationHandler: () => undefined,
  useLastNotificationResponse: () => null,
  getPermissionsAsync: async () => ({ granted: false }),
}));

const routes = {
  _layout: Layout,
  'sign-in': SignIn,
  '(app)/_layout': AppLayout,
  '(app)/(tabs)/_layout': TabLayout,
  '(app)/(tabs)/index': Home,
  '(app)/(tabs)/schedule': Schedule,
  '(app)/(tabs)/hours': Hours,
  '(app)/(tabs)/inbox': Inbox,
  '(app)/(tabs)/me': Me,
  '(app)/settings': Settings,
  '(app)/devices': Devices,
};
const ORGANIZATION = '019aab3d-5b0a-7000-8000-00000000000a';
const online = {
  'POST /auth/sign-in/email': [200, { token: 'session' }],
  'GET /auth/token': [200, { token: tokenOf({ sub: 'user-1', organizationId: ORGANIZATION }) }],
  'GET /api/v1/time': [200, { serverTime: new Date().toISOString() }],
  'GET /api/v1/sync': [200, phoneCopy(ORGANIZATION)],
} satisfies Parameters<typeof answerWith>[0];

beforeEach(async () => {
  answerWith({});
  await signOut();
});

async function signIn() {
  await waitFor(() => expect(screen.getByTestId('email')).toBeOnTheScreen());
  await fireEvent.changeText(screen.getByTestId('email'), 'kari@vaktplan.test');
  await fireEvent.changeText(screen.getByTestId('password'), 'secret');
  await fireEvent.press(screen.getByTestId('sign-in'));
  await waitFor(() => expect(screen.getByTestId('punch')).toBeOnTheScreen());
}

it('a link into the app leads to the sign-in, and from there in; a tap is on the phone and can be taken back', async () => {
  answerWith(online);
  await renderRouter(routes, { initialUrl: '/settings' });
  await signIn();
  await waitFor(() =>
    expect(screen.getByTestId('next-shift')).toHaveTextContent(/Barista · Floor · Nørrebro/),
  );

  answerWith({});
  await fireEvent.press(screen.getByRole('button', { name: 'Clock in' }));
  await waitFor(() => expect(screen.getByText('You are at work')).toBeOnTheScreen());
  expect(screen.getByText('1 waits on the phone')).toBeOnTheScreen();
  expect(screen.getByText('Saved on the phone')).toBeOnTheScreen();
  await fireEvent.press(screen.getByTestId('undo'));
  await waitFor(() => expect(screen.getByText('Taken back. Nothing was sent.')).toBeOnTheScreen());
  expect(screen.getByText('You are not at work')).toBeOnTheScreen();
});
