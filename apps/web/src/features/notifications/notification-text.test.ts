import { NotificationView } from '@vaktplan/contracts/http/notifications';
import { compiledWords, type WordKey } from '@vaktplan/i18n/catalogue';
import type { Locale } from '@vaktplan/i18n/locales';
import { expect, test } from 'vitest';
import { formatIn } from '../../lib/format';
import { wordsIn } from '../../lib/words-in';
import { notificationText } from './notification-text';

const notification = (said: unknown) =>
  NotificationView.parse({
    id: '019aab3d-5b0a-7000-8000-00000000000a',
    kind: 'shift_reminder',
    title: 'Your shifts, Mon 23 Nov',
    body: 'In English',
    said,
    link: null,
    createdAt: '2026-11-22T10:00:00Z',
    readAt: null,
  });
const reminder = {
  v: 1,
  what: 'shift_reminder',
  startDate: '2026-11-23',
  endDate: '2026-11-23',
  shifts: [
    {
      startDate: '2026-11-23',
      endDate: '2026-11-24',
      startsAt: '2026-11-23T21:30:00Z',
      endsAt: '2026-11-24T05:00:00Z',
      zone: 'Europe/Copenhagen',
      place: 'Torvet',
    },
  ],
  more: 0,
};
const read = (language: Locale, organization: string, said: unknown) => {
  const news = wordsIn<WordKey<'news'>>(language, compiledWords(language, 'news'));
  const format = formatIn(organization, { language, units: String });
  return notificationText(notification(said), news, format);
};

test.each([
  ['en', 'en-US', 'Your shifts, Mon, Nov 23', 'Mon, Nov 23, 10:30 PM – Tue, Nov 24, 6:00 AM · Torvet'],
  ['da', 'da-DK', 'Dine vagter, man. 23. nov.', 'man. 23. nov., 22.30 – tirs. 24. nov., 06.00 · Torvet'],
  ['de', 'de-AT', 'Deine Schichten, Mo., 23. Nov.', 'Mo., 23. Nov., 22:30 – Di., 24. Nov., 06:00 · Torvet'],
  [
    'ar',
    'da-DK',
    'وردياتك، الاثنين، 23 نوفمبر',
    'من الاثنين، 23 نوفمبر، 22:30 إلى الثلاثاء، 24 نوفمبر، 06:00 · \u2068Torvet\u2069',
  ],
] as const)('a page in %s of an organisation in %s', (language, organization, title, body) => {
  expect(read(language, organization, reminder)).toEqual({ title, body });
});

test('what this page does not know is shown as it was stored', () => {
  for (const said of [null, undefined, { v: 2, what: 'shift_reminder' }, { v: 1, what: 'swap_asked' }])
    expect(read('da', 'da-DK', said)).toEqual({ title: 'Your shifts, Mon 23 Nov', body: 'In English' });
});
