import { expect, test } from 'vitest';
import { invitationMail } from './invitation-mail.ts';
import { shiftText, usableLocale } from './local-text.ts';
import { shiftMail, type ShiftMail } from './shift-mail.ts';

const hostile = `"><script>alert(1)</script>\r\nBcc: evil@example.com`;

const shift = (changes: object = {}) => ({
  employeeId: 'e',
  positionName: 'Bar',
  departmentName: 'Floor',
  locationName: 'Torvet',
  startsAt: '2025-12-01T08:00:00Z',
  endsAt: '2025-12-01T16:00:00Z',
  zone: 'Europe/Copenhagen',
  notes: null,
  breaks: [],
  ...changes,
});

const mail = (changes: Partial<ShiftMail> = {}) =>
  shiftMail({
    to: { address: 'ida@example.com', name: 'Ida' },
    type: 'schedule_published',
    organization: { name: 'Café Nord', locale: 'da-DK' },
    location: { name: 'Torvet', zone: 'Europe/Copenhagen' },
    startDate: '2025-12-01',
    endDate: '2025-12-07',
    changes: { added: [shift()], changed: [], removed: [] },
    url: 'https://vaktplan.test/shifts?date=2025-12-01',
    ...changes,
  });

test('names, notes and places of any kind stay text in every mail', () => {
  const bad = shift({ positionName: hostile, locationName: hostile, notes: hostile });
  const mails = [
    mail({
      to: { address: 'ida@example.com', name: hostile },
      organization: { name: hostile, locale: hostile },
      location: { name: hostile, zone: 'Europe/Copenhagen' },
      changes: { added: [bad], changed: [{ before: bad, after: bad }], removed: [bad] },
    }),
    invitationMail({
      to: { address: 'ida@example.com', name: hostile },
      organization: { name: hostile, locale: 'en' },
      lastDay: '2025-12-15',
      url: 'https://vaktplan.test/invite/x',
    }),
  ];
  for (const { html } of mails) expect(html).not.toMatch(/<script/);
});

test('a mail reads in the words and clock of the organisation', () => {
  const { subject, text } = mail();
  expect(subject).toBe('Dine vagter, man. 1. dec. – søn. 7. dec.: 1 ny');
  expect(text).toContain('man. 1. dec., 09.00–17.00 · Bar, Torvet');
  expect(text).toContain('Tiderne er lokal tid i Torvet (Europe/Copenhagen).');
});

test('nothing new for somebody who is told nevertheless', () => {
  const { subject, text } = mail({ changes: { added: [], changed: [], removed: [] } });
  expect(subject).not.toContain(':');
  expect(text).toContain('Intet ændrer sig for dig.');
});

test.each([
  ['en', 'Your shifts, Mon, Dec 1 – Sun, Dec 7: 1 new, 1 changed', '<html lang="en" dir="ltr">'],
  ['de-AT', 'Deine Schichten, Mo., 1. Dez. – So., 7. Dez.: 1 neu, 1 geändert', '<html lang="de" dir="ltr">'],
  ['fr-FR', 'Your shifts, Mon 1 Dec – Sun 7 Dec: 1 new, 1 changed', '<html lang="en" dir="ltr">'],
  [
    'ar',
    'وردياتك، الاثنين، 1 ديسمبر – الأحد، 7 ديسمبر: وردية جديدة ووردية تغيّرت',
    '<html lang="ar" dir="rtl">',
  ],
])('a mail of an organisation in %s', (locale, subject, root) => {
  const changes = { added: [shift()], changed: [{ before: shift(), after: shift() }], removed: [] };
  const sent = mail({ organization: { name: 'Café Nord', locale }, changes });
  expect(sent.subject).toBe(subject);
  expect(sent.html).toContain(root);
  const invitation = invitationMail({
    to: { address: 'ida@example.com', name: 'Ida' },
    organization: { name: 'Café Nord', locale },
    lastDay: '2025-12-15',
    url: 'https://vaktplan.test/invite/x',
  });
  expect(invitation.html).toContain(root);
  expect(invitation.text).toContain('https://vaktplan.test/invite/x');
});

test.each([
  ['same day', '2025-12-01T08:00:00Z', '2025-12-01T16:00:00Z', 'Europe/Copenhagen', 'Mon 1 Dec, 09:00–17:00'],
  [
    'over midnight',
    '2025-12-01T21:00:00Z',
    '2025-12-02T05:00:00Z',
    'Europe/Copenhagen',
    'Mon 1 Dec, 22:00–06:00 (Tue)',
  ],
  [
    'spring night, 7 hours',
    '2026-03-28T21:00:00Z',
    '2026-03-29T04:00:00Z',
    'Europe/Copenhagen',
    'Sat 28 Mar, 22:00–06:00 (Sun)',
  ],
  [
    'autumn night, 9 hours',
    '2026-10-24T20:00:00Z',
    '2026-10-25T05:00:00Z',
    'Europe/Copenhagen',
    'Sat 24 Oct, 22:00–06:00 (Sun)',
  ],
  [
    'another day there',
    '2025-12-01T20:00:00Z',
    '2025-12-02T04:00:00Z',
    'Pacific/Auckland',
    'Tue 2 Dec, 09:00–17:00',
  ],
])('times as on the wall: %s', (_case, startsAt, endsAt, zone, text) => {
  expect(shiftText({ startsAt, endsAt, zone }, 'en-GB').replace(/^(\w+), /, '$1 ')).toBe(text);
});

test.each([
  ['da-DK', 'da-DK'],
  ['en', 'en'],
  ['not a locale', 'en'],
  ['', 'en'],
])('locale %s is used as %s', (locale, used) => {
  expect(usableLocale(locale)).toBe(used);
});
