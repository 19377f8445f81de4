import { readdirSync } from 'node:fs';
import path from 'node:path';
import { fireEvent, screen, waitFor } from '@testing-library/react-native';
import { renderRouter } from 'expo-router/testing-library';
import { LOCALE_NAMES } from '@vaktplan/i18n/locales';
import { signIn, signOut } from '@/auth/local-session';
import { appLock } from '@/features/lock/app-lock';
import { kv } from '@/platform/kv';
import { ownerOf } from '@/sync/outbox-row';
import { syncStore } from '@/sync/open-store';
import { engine } from '@/sync/runtime';
import { answerWith, tokenOf, type Answers } from './api-double';
import { network, permissions } from './phone-state';
import { DEVICE, IDS, wholeCopy } from './whole-copy';

const ORGANIZATION = '019aab3d-5b0a-7000-8000-00000000000a';
const OWNER = ownerOf(ORGANIZATION, 'user-1');
const online: Answers = {
  'POST /auth/sign-in/email': [200, { token: 'session' }],
  'GET /auth/token': [200, { token: tokenOf({ sub: 'user-1', organizationId: ORGANIZATION }) }],
  'GET /api/v1/time': [200, { serverTime: new Date().toISOString() }],
  'GET /api/v1/sync': [200, wholeCopy(ORGANIZATION)],
  'GET /api/v1/me/devices': [200, { data: [DEVICE], meta: { count: 1 } }],
};

type State = {
  url: string;
  /** Before the app starts. */
  given?: () => Promise<unknown> | void;
  /** On the screen, as a person. */
  does?: () => Promise<unknown>;
  /** A test id, or words that are there when the screen is as it should be. */
  shows: string;
};
const press = async (testId: string) => {
  await waitFor(() => expect(screen.getByTestId(testId)).toBeOnTheScreen());
  await fireEvent.press(screen.getByTestId(testId));
};
const refuse = (path: string, code: string) =>
  answerWith({ ...online, [`POST ${path}`]: [422, problem(code)] });
const refusedPunch = async () => {
  await engine.punch(OWNER, { kind: 'in', stamp: engine.stamp() });
  refuse('/api/v1/time-tracking/punches', 'already_clocked_in');
  await engine.send(OWNER);
};
const refusedCorrection = async () => {
  await engine.proposeCorrection(OWNER, {
    target: { locationId: IDS.place },
    startedAt: '2026-11-20T08:00',
    endedAt: '2026-11-20T16:00',
    comment: 'Phone at home',
  });
  refuse('/api/v1/timesheet-corrections', 'validation_failed');
  await engine.send(OWNER);
};
const askingForPlace = () => {
  const copy = wholeCopy(ORGANIZATION);
  const changes = copy.changes.map((one) =>
    one.kind === 'location'
      ? { ...one, item: { ...one.item, punch: { ...one.item.punch, asksPosition: true } } }
      : one,
  );
  answerWith({ ...online, 'GET /api/v1/sync': [200, { ...copy, changes }] });
  return engine.sync(OWNER);
};
const refused = { status: 'denied', granted: false, canAskAgain: false };
const usual = { ...permissions };
const problem = (code: string) => ({ code, detail: 'Told by the server', correlationId: IDS.nothing });

/** Each file of `src/app` with the states of its screen. Layouts are what lies around them; `+not-found` only leads on. */
const SCREENS: Record<string, State[]> = {
  '_layout.tsx': [],
  '+not-found.tsx': [],
  '(app)/_layout.tsx': [{ url: '/', given: () => appLock.turn(true), shows: 'lock' }],
  '(app)/(tabs)/_layout.tsx': [],
  'sign-in.tsx': [
    { url: '/sign-in', given: () => signOut(), does: () => press('sign-in'), shows: 'sign-in-problem' },
    { url: '/sign-in', given: () => signOut(), does: () => press('server'), shows: 'server-address' },
    {
      url: '/sign-in',
      given: async () => {
        await signOut();
        answerWith({ 'POST /auth/sign-in/email': [200, { twoFactorRedirect: true }] });
      },
      does: async () => {
        await waitFor(() => expect(screen.getByTestId('email')).toBeOnTheScreen());
        await fireEvent.changeText(screen.getByTestId('email'), 'kari@vaktplan.test');
        await fireEvent.changeText(screen.getByTestId('password'), 'secret');
        await press('sign-in');
        await press('use-backup');
      },
      shows: 'use-app',
    },
  ],
  '(app)/(tabs)/index.tsx': [
    { url: '/', shows: 'next-shift' },
    { url: '/', does: () => press('punch'), shows: 'allow-camera' },
    {
      url: '/',
      given: () => void (permissions.camera = refused),
      does: () => press('punch'),
      shows: 'camera-refused',
    },
    {
      url: '/',
      given: async () => {
        permissions.place = refused;
        await askingForPlace();
      },
      shows: 'place-refused',
    },
    { url: '/', given: refusedPunch, shows: 'queue-refused' },
  ],
  '(app)/(tabs)/schedule.tsx': [
    { url: '/schedule', shows: `shift-${IDS.shift}` },
    { url: '/schedule', does: () => press('segment-month'), shows: 'month' },
  ],
  '(app)/(tabs)/hours.tsx': [
    { url: '/hours', given: refusedCorrection, shows: 'correction-refused' },
    { url: '/hours', shows: `entry-${IDS.entry}` },
  ],
  '(app)/(tabs)/inbox.tsx': [{ url: '/inbox', shows: `message-${IDS.message}` }],
  '(app)/(tabs)/me.tsx': [{ url: '/me', does: () => press('sign-out'), shows: 'sign-out-now' }],
  '(app)/settings.tsx': [
    {
      url: '/settings',
      does: async () => {
        await press('quiet-to');
        const timestamp = Date.parse('1970-01-01T22:00Z');
        await fireEvent(screen.getByTestId('quiet-to-picker'), 'change', { nativeEvent: { timestamp } });
        await press('quiet-to-done');
      },
      shows: 'quiet-none',
    },
  ],
  '(app)/devices.tsx': [
    { url: '/devices', shows: `device-${IDS.device}` },
    {
      url: '/devices',
      given: () => void answerWith({ ...online, 'GET /api/v1/me/devices': 'no network' }),
      shows: 'devices-failed',
    },
  ],
  '(app)/correct.tsx': [
    { url: `/correct?entry=${IDS.entry}`, does: () => press('send-correction'), shows: 'fault' },
    { url: '/correct', does: () => press('add-break'), shows: 'break-start-0' },
  ],
  '(app)/shift/[id].tsx': [
    { url: `/shift/${IDS.shift}`, shows: `colleague-${IDS.colleague}` },
    { url: `/shift/${IDS.nothing}`, shows: 'shift-gone' },
  ],
};

const folder = path.resolve(__dirname, '../app');
const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
  name.endsWith('.tsx'),
);
const routes = Object.fromEntries(
  files.map((name) => [
    name.replace(/\.tsx$/, ''),
    (require(path.join(folder, name)) as { default: React.ComponentType }).default,
  ]),
);

it('knows every screen there is', () => {
  expect(Object.keys(SCREENS).toSorted()).toEqual(files.toSorted());
});

/** Every word that is on the screen or read out: texts, and the labels, hints and titles of elements. */
function wordsOn(node: unknown): string[] {
  if (typeof node === 'string') return [node];
  if (Array.isArray(node)) return node.flatMap(wordsOn);
  if (node === null || typeof node !== 'object') return [];
  const { props, children } = node as { props?: Record<string, unknown>; children?: unknown };
  const told = SPOKEN.flatMap((name) => (typeof props?.[name] === 'string' ? [props[name]] : []));
  return [...told, ...wordsOn(children ?? [])];
}
const SPOKEN = ['accessibilityLabel', 'accessibilityHint', 'aria-label', 'placeholder', 'title', 'backTitle'];

/** The person's own data, the names that languages have in themselves, and what Intl writes. */
const leaves = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : value !== null && typeof value === 'object'
      ? Object.values(value).flatMap(leaves)
      : [];
const data = [
  ...leaves(wholeCopy(ORGANIZATION)),
  ...leaves(DEVICE),
  ...Object.values(LOCALE_NAMES),
  'api.vaktplan.test',
  'KH',
  'V',
  'http://localhost:3001',
  'Vaktplan',
];
const known = new RegExp(
  data
    // not the words that machines use among themselves
    .filter((text) => /^[\p{Lu}\p{Lo}]|[@.:]/u.test(text))
    .toSorted((a, b) => b.length - a.length)
    .map((text) => text.replaceAll('.', '\\.').replaceAll('/', '\\/'))
    .join('|'),
  'gu',
);
const DATE_WORDS =
  /\b((Mon|Tue|Wed|Thu|Fri|Sat|Sun)\p{L}*|(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)\p{L}*|AM|PM|at|[MTWFS])\b/gu;
const hardCoded = (texts: readonly string[]): string[] =>
  texts.filter((text) => {
    const rest = text
      .replaceAll(/⟦.*⟧|\p{Co}/gu, '')
      .replaceAll(known, '')
      .replaceAll(DATE_WORDS, '');
    return /\p{L}/u.test(rest);
  });

beforeEach(async () => {
  Object.assign(permissions, usual);
  network.isConnected = false;
  for (const { id } of await syncStore.rows(OWNER)) {
    await engine.takeBack(OWNER, id);
    await engine.dismiss(OWNER, id);
  }
});

const states = Object.entries(SCREENS).flatMap(([file, all]) => all.map((state) => ({ file, ...state })));
it.each(states)('$file, $shows: every word is from the catalogue', async ({ url, given, does, shows }) => {
  kv.set('language', 'pseudo');
  appLock.turn(false);
  answerWith(online);
  await signIn('kari@vaktplan.test', 'secret');
  await engine.sync(OWNER);
  await given?.();
  await renderRouter(routes, { initialUrl: url });
  await does?.();
  await waitFor(() => expect(screen.getByTestId(shows)).toBeOnTheScreen());
  const texts = wordsOn(screen.toJSON());
  expect(texts.filter((text) => text.includes('⟦')).length).toBeGreaterThan(0);
  expect(hardCoded(texts)).toEqual([]);
});
