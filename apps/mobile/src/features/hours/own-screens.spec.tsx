import type { SyncLocation } from '@vaktplan/contracts/http/sync';
import { act, fireEvent, render, screen, waitFor } from '@testing-library/react-native';
import { router } from 'expo-router';
import { ownerOf, rowsOf } from '@/sync/outbox-row';
import { kv } from '@/platform/kv';
import { lineItem, newsItem, shiftItem } from '@/sync/model/server-items.fixture';
import { syncStore } from '@/sync/open-store';
import { engine, stored } from '@/sync/runtime';
import { AppFrame } from '@/testing/app-frame';
import { phoneCopy } from '@/testing/phone-copy';
import { InboxScreen } from '../inbox/inbox-screen';
import { ScheduleScreen } from '../schedule/schedule-screen';
import { SettingsScreen } from '../settings/settings-screen';
import { CorrectScreen } from './correct-screen';
import { HoursScreen } from './hours-screen';

const ORGANIZATION = '019aab3d-5b0a-7000-8000-00000000000a';
const id = (n: number) => `019aab3d-5b0a-7000-8000-0000000000${String(n).padStart(2, '0')}`;
const HOUR = 3_600_000;
const OWNER = ownerOf(ORGANIZATION, 'user-1');

/** What the server told: two shifts, a colleague, hours of yesterday, a message; then more, if the test says so. */
let cursor: string | null = null;
async function told(...put: { kind: string; id: string; item: unknown }[]) {
  const next = `c${Math.random()}`;
  const askedWith = cursor;
  cursor = next;
  await syncStore.apply(OWNER, {
    askedWith,
    cursor: next,
    reset: askedWith === null,
    last: true,
    remove: [],
    seen: [],
    put,
    now: Date.now(),
  });
  await act(() => stored.open(OWNER));
}
const place: SyncLocation = {
  id: id(4),
  name: 'Harbour',
  zone: 'Europe/Copenhagen',
  address: null,
  geofence: null,
  punch: {
    mobile: true,
    asksPosition: false,
    asksPhoto: false,
    positionMissing: 'off',
    outside: 'off',
    maxAgeSeconds: 120,
  },
};
const copy = () => {
  const items = phoneCopy(ORGANIZATION).changes.filter((one) => one.kind === 'profile');
  const yesterday = Date.now() - 30 * HOUR;
  const line = lineItem(id(2), {
    id: id(20),
    version: 3,
    correctionId: null,
    startMs: yesterday,
    endMs: yesterday + 8 * HOUR,
  });
  return [
    ...(items as { kind: string; id: string; item: unknown }[]),
    { kind: 'location', id: id(4), item: place },
    { kind: 'shift', id: id(10), item: shiftItem(id(10), 1, Date.now() + 24 * HOUR) },
    { kind: 'time_entry', id: id(20), item: line },
    { kind: 'notification', id: id(30), item: newsItem(id(30), Date.now() - HOUR, null) },
  ];
};
const show = (screenOf: React.ReactElement) => render(<AppFrame>{screenOf}</AppFrame>);
const rows = async () => syncStore.rows(OWNER);

/** With the phone's picker: opened, turned, closed. It speaks in moments, whose UTC is what the clock shows. */
async function pick(field: string, moment: string) {
  await fireEvent.press(screen.getByTestId(field));
  const timestamp = Date.parse(moment);
  await fireEvent(screen.getByTestId(`${field}-picker`), 'change', { nativeEvent: { timestamp } });
  await fireEvent.press(screen.getByTestId(`${field}-done`));
}

beforeEach(async () => {
  for (const row of await rows()) await engine.takeBack(OWNER, row.id);
  await engine.forget(OWNER);
  cursor = null;
  await told(...copy());
});

it('the schedule tells what changed since the last look, until one has seen it', async () => {
  await show(<ScheduleScreen />);
  await waitFor(() => expect(screen.getByTestId(`shift-${id(10)}`)).toBeOnTheScreen());
  await waitFor(() => expect(stored.get()?.looked).not.toBeNull());
  expect(screen.queryByTestId('schedule-news')).toBeNull();

  await told({ kind: 'shift', id: id(11), item: shiftItem(id(11), 1, Date.now() + 48 * HOUR) });
  await waitFor(() => expect(screen.getByText('1 change since you last looked')).toBeOnTheScreen());
  await fireEvent.press(screen.getByTestId('schedule-seen'));
  await waitFor(() => expect(screen.queryByTestId('schedule-news')).toBeNull());

  // another note and another kind of work, at the same time: told as what they are
  const at = stored.get()?.shifts[0]?.startsAt ?? '';
  const item = { ...shiftItem(id(10), 2, Date.parse(at)), notes: 'Bring the keys', positionName: 'Cook' };
  await told({ kind: 'shift', id: id(10), item });
  await waitFor(() => expect(screen.getByText('Note: Bring the keys')).toBeOnTheScreen());
  expect(screen.getByText('Cook · Kitchen')).toBeOnTheScreen();
  expect(screen.getAllByText(/^Before: /).map((node) => node.props['children'] as string)).toEqual([
    'Before: Kitchen',
  ]);
});

it('hours are corrected without a network, and say so', async () => {
  jest.spyOn(router, 'back').mockImplementation(() => undefined);
  await show(<HoursScreen />);
  await waitFor(() => expect(screen.getByTestId('correct')).toBeOnTheScreen());
  await screen.unmount();

  const form = await show(<CorrectScreen />);
  await fireEvent.press(screen.getByTestId('send-correction'));
  expect(screen.getByTestId('fault')).toHaveTextContent(/Choose all the times./);
  await pick('start', '1970-01-01T08:00Z');
  await pick('end', '1970-01-01T16:00Z');
  await fireEvent.press(screen.getByTestId('send-correction'));
  expect(screen.getByTestId('fault')).toHaveTextContent(/Say what was wrong./);
  await fireEvent.changeText(screen.getByTestId('comment'), 'Forgot the phone at home');
  await fireEvent.press(screen.getByTestId('send-correction'));
  await waitFor(async () => expect(rowsOf(await rows(), 'correction')).toHaveLength(1));
  await form.unmount();

  await show(<HoursScreen />);
  await waitFor(() => expect(screen.getByText('Forgot the phone at home')).toBeOnTheScreen());
  expect(screen.getByText('Saved on the phone')).toBeOnTheScreen();
});

it('a message is read by tapping it, at once', async () => {
  await show(<InboxScreen />);
  await waitFor(() => expect(screen.getByText('1 unread')).toBeOnTheScreen());
  await fireEvent.press(screen.getByTestId(`message-${id(30)}`));
  await waitFor(() => expect(screen.getByText('All read')).toBeOnTheScreen());
});

it('a message is said in the language of the app; what this version does not know stays as it came', async () => {
  const at = Date.now() - HOUR;
  const starts = {
    v: 1,
    what: 'shift_starting',
    work: 'Bar',
    shift: {
      startDate: '2026-11-23',
      endDate: '2026-11-24',
      startsAt: '2026-11-23T21:00:00Z',
      endsAt: '2026-11-24T05:00:00Z',
      zone: 'Europe/Copenhagen',
      place: 'Torvet',
    },
  } as const;
  const newer = { ...newsItem(id(32), at, null), kind: 'swap_asked', said: { v: 1, what: 'swap_asked' } };
  const { said: _, ...old } = newsItem(id(33), at, null);
  await told(
    { kind: 'notification', id: id(31), item: newsItem(id(31), at, null, starts) },
    { kind: 'notification', id: id(32), item: { ...newer, title: 'Somebody asks to swap' } },
    { kind: 'notification', id: id(33), item: { ...old, title: 'Kept by an older app' } },
  );
  kv.set('language', 'da');
  await show(<InboxScreen />);
  await waitFor(() => expect(screen.getByText(/^Din vagt begynder kl. 22[.:]00$/)).toBeOnTheScreen());
  expect(screen.getByText(/^22[.:]00–06[.:]00 · Bar, Torvet$/)).toBeOnTheScreen();
  expect(screen.getByText('Somebody asks to swap')).toBeOnTheScreen();
  expect(screen.getByText('Kept by an older app')).toBeOnTheScreen();
  kv.remove('language');
});

it('quiet hours are chosen with the phone’s own picker, and saved once when it is closed', async () => {
  const saved = async () => rowsOf(await rows(), 'settings').map(({ body }) => body.patch);
  await show(<SettingsScreen />);
  await fireEvent(screen.getByTestId('quiet-switch'), 'valueChange', true);
  await waitFor(() => expect(screen.getByTestId('quiet-from')).toHaveAccessibilityValue({ text: '22:00' }));

  await fireEvent.press(screen.getByTestId('quiet-from'));
  const wheel = screen.getByTestId('quiet-from-picker');
  for (const time of ['22:15', '22:30', '23:30']) {
    const timestamp = Date.parse(`1970-01-01T${time}Z`);
    await fireEvent(wheel, 'change', { nativeEvent: { timestamp } });
  }
  expect(await saved()).toHaveLength(1);
  await fireEvent.press(screen.getByTestId('quiet-from-done'));
  await waitFor(async () =>
    expect(await saved()).toEqual([
      { quietHours: { from: '22:00', to: '07:00' } },
      { quietHours: { from: '23:30', to: '07:00' } },
    ]),
  );
  // looked at, and left as it was
  await fireEvent.press(screen.getByTestId('quiet-to'));
  await fireEvent.press(screen.getByTestId('quiet-to-done'));
  // no span at all
  await pick('quiet-to', '1970-01-01T23:30Z');
  expect(screen.getByText('The two times must differ.')).toBeOnTheScreen();
  expect(await saved()).toHaveLength(2);
  await pick('quiet-to', '1970-01-01T06:00Z');
  await waitFor(async () =>
    expect((await saved()).at(-1)).toEqual({ quietHours: { from: '23:30', to: '06:00' } }),
  );
  expect(screen.queryByText('The two times must differ.')).toBeNull();
});

it('asks which of the two it was where an hour comes twice, and takes none that the clocks leave out', async () => {
  jest.spyOn(router, 'back').mockImplementation(() => undefined);
  await show(<CorrectScreen />);
  await fireEvent.changeText(screen.getByTestId('comment'), 'Night shift');
  await pick('date', '2026-03-29T00:00Z');
  await pick('start', '1970-01-01T02:30Z');
  await pick('end', '1970-01-01T08:00Z');
  expect(screen.queryByTestId('start-fold')).toBeNull();
  await fireEvent.press(screen.getByTestId('send-correction'));
  expect(screen.getByTestId('fault')).toHaveTextContent(/The clocks skip that time/);

  await pick('date', '2026-10-25T00:00Z');
  expect(screen.getByTestId('start-fold')).toBeOnTheScreen();
  expect(screen.queryByTestId('end-fold')).toBeNull();
  await fireEvent.press(screen.getByTestId('send-correction'));
  expect(screen.getByTestId('fault')).toHaveTextContent(/comes twice/);
  await fireEvent.press(screen.getByRole('tab', { name: 'The second time' }));
  await fireEvent.press(screen.getByTestId('send-correction'));
  await waitFor(async () =>
    expect(rowsOf(await rows(), 'correction').at(-1)).toMatchObject({
      body: { startedAt: '2026-10-25T02:30', startedAtFold: 'later', endedAt: '2026-10-25T08:00' },
    }),
  );
});
