import { act, fireEvent, screen, waitFor } from '@testing-library/react-native';
import { router } from 'expo-router';
import { renderRouter } from 'expo-router/testing-library';
import { AppState, Linking } from 'react-native';
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
import { appLock } from '@/features/lock/app-lock';
import { ownerOf } from '@/sync/outbox-row';
import { syncStore } from '@/sync/open-store';
import { engine } from '@/sync/runtime';
import { answerWith, tokenOf } from '@/testing/api-double';
import { writtenDown } from '@/testing/expo-sqlite';
import { phoneCopy } from '@/testing/phone-copy';
import { keychain, permissions, settings } from '@/testing/phone-state';
import { DEVICE, IDS, wholeCopy } from '@/testing/whole-copy';

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
const OWNER = ownerOf(ORGANIZATION, 'user-1');
const SESSION = 'session-of-kari';
const TOKEN = tokenOf({ sub: 'user-1', organizationId: ORGANIZATION });
const PASSWORD = 'password-of-kari';
const online = {
  'POST /auth/sign-in/email': [200, { token: SESSION }],
  'GET /auth/token': [200, { token: TOKEN }],
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
  await fireEvent.changeText(screen.getByTestId('password'), PASSWORD);
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

it('keeps the secret in the keychain and nowhere else; settings lie in MMKV', async () => {
  answerWith(online);
  await renderRouter(routes, { initialUrl: '/settings' });
  await signIn();
  await waitFor(() => expect(screen.getByTestId('next-shift')).toBeOnTheScreen());
  await act(async () => router.navigate('/settings'));
  await waitFor(() => expect(screen.getByTestId('appearance-dark')).toBeOnTheScreen());
  await fireEvent.press(screen.getByTestId('appearance-dark'));
  await fireEvent.press(screen.getByTestId('language-da'));
  expect([settings.get('appearance'), settings.get('language')]).toEqual(['dark', 'da']);

  // for this phone alone, and only once somebody unlocked it since it was started
  expect([...keychain]).toEqual([
    ['session', { value: expect.stringContaining(SESSION) as string, accessible: 1 }],
  ]);
  const elsewhere = `${JSON.stringify([...settings])}${await writtenDown()}`;
  expect(elsewhere).toContain('Barista');
  for (const secret of [SESSION, TOKEN, PASSWORD]) expect(elsewhere).not.toContain(secret);
  expect(JSON.stringify([...keychain])).not.toContain(PASSWORD);

  // whoever finds the phone cannot open it, and leaves nothing behind that could be read
  appLock.turn(true);
  await screen.unmount();
  await renderRouter(routes, { initialUrl: '/' });
  await fireEvent.press(await screen.findByTestId('lock-sign-out'));
  await waitFor(() => expect(screen.getByTestId('email')).toBeOnTheScreen());
  expect(await writtenDown()).not.toContain('Barista');
  expect(keychain.size).toBe(0);
  settings.clear();
});

it('says where to allow what was refused for good; once it is allowed, one goes on', async () => {
  const opened = jest.spyOn(Linking, 'openSettings').mockResolvedValue();
  const watched = jest.spyOn(AppState, 'addEventListener');
  permissions.camera = { status: 'denied', granted: false, canAskAgain: false };
  answerWith({ ...online, 'GET /api/v1/sync': [200, wholeCopy(ORGANIZATION)] });
  await renderRouter(routes, { initialUrl: '/' });
  await signIn();
  await waitFor(() => expect(screen.getByTestId('next-shift')).toBeOnTheScreen());
  await fireEvent.press(screen.getByRole('button', { name: 'Clock in' }));
  await waitFor(() => expect(screen.getByTestId('camera-refused')).toBeOnTheScreen());
  expect(screen.queryByTestId('allow-camera')).toBeNull();
  await fireEvent.press(screen.getByTestId('open-phone-settings'));
  expect(opened).toHaveBeenCalledTimes(1);

  permissions.camera = { status: 'granted', granted: true, canAskAgain: true };
  await act(async () => {
    for (const [event, tell] of watched.mock.calls) if (event === 'change') tell('active');
  });
  await waitFor(() => expect(screen.getByTestId('take-photo')).toBeOnTheScreen());
  expect(screen.getByTestId('queue-saved')).toBeOnTheScreen();
});

it('the button under a message clocks in, once', async () => {
  answerWith(online);
  await renderRouter(routes, { initialUrl: '/' });
  await signIn();
  const waiting = async () => (await syncStore.rows(OWNER)).filter(({ state }) => state === 'saved');
  for (const { id } of await waiting()) await engine.takeBack(OWNER, id);
  await waitFor(() => expect(screen.getByText('You are not at work')).toBeOnTheScreen());
  await act(async () => router.navigate({ pathname: '/', params: { punch: 'in' } }));
  await waitFor(() => expect(screen.getByText('You are at work')).toBeOnTheScreen());
  // tapped again: one is at work already
  await act(async () => router.navigate({ pathname: '/', params: { punch: 'in' } }));
  expect(await waiting()).toMatchObject([{ stream: 'punch', body: { kind: 'in' } }]);
});

it('tells who one is, and takes a lost phone off the list', async () => {
  const heard = answerWith({
    ...online,
    'GET /api/v1/sync': [200, wholeCopy(ORGANIZATION)],
    'GET /api/v1/me/devices': [200, { data: [DEVICE], meta: { count: 1 } }],
    [`DELETE /api/v1/me/devices/${IDS.device}`]: [200, DEVICE],
  });
  await renderRouter(routes, { initialUrl: '/' });
  await signIn();
  await act(async () => router.navigate('/me'));
  for (const words of ['Kari Holm', 'kari@vaktplan.test', 'Café Nord', 'Nørrebro']) {
    await waitFor(() => expect(screen.getByText(words)).toBeOnTheScreen());
  }
  await act(async () => router.navigate('/devices'));
  await fireEvent.press(await screen.findByRole('button', { name: 'Remove: Pixel 9' }));
  await waitFor(() =>
    expect(heard).toContainEqual(
      expect.objectContaining({ method: 'DELETE', path: `/api/v1/me/devices/${IDS.device}` }),
    ),
  );
});
