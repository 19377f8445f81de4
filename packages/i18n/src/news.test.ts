import type { Said, SaidWhat } from '@vaktplan/contracts/http/news';
import { Said as Schema } from '@vaktplan/contracts/http/news';
import { describe, expect, test } from 'vitest';
import { LOCALES } from './locales';
import { MESSAGES } from './messages';
import { newsText, sayNews, type Clock, type NewsKey } from './news';
import { newsIn } from './news-in';
import { wordsOf } from './words';

const WEEK = { startDate: '2026-11-23', endDate: '2026-11-29' };
const NIGHT = {
  startDate: '2026-11-23',
  endDate: '2026-11-24',
  startsAt: '2026-11-23T21:30:00Z',
  endsAt: '2026-11-24T05:00:00Z',
  zone: 'Europe/Copenhagen',
  place: 'Torvet',
};
const DAY = { ...NIGHT, endDate: '2026-11-23', startsAt: '2026-11-23T08:00:00Z' };
const date = '2026-11-23';
const reason = 'You left at three';

/** Each thing that can be told, so that it needs every word there is; what is new and not here does not compile. */
const SAMPLES: { [What in SaidWhat]: [Extract<Said, { what: What }>, ...Extract<Said, { what: What }>[]] } = {
  schedule_published: [
    { v: 1, what: 'schedule_published', ...WEEK, added: 2, changed: 1, removed: 3 },
    { v: 1, what: 'schedule_published', ...WEEK, added: 0, changed: 0, removed: 0 },
  ],
  schedule_unpublished: [{ v: 1, what: 'schedule_unpublished', ...WEEK, added: 0, changed: 0, removed: 11 }],
  shift_reminder: [{ v: 1, what: 'shift_reminder', ...WEEK, shifts: [DAY, NIGHT], more: 4 }],
  shift_starting: [{ v: 1, what: 'shift_starting', shift: DAY, work: 'Bar' }],
  hours_rejected: [{ v: 1, what: 'hours_rejected', ...WEEK, endDate: date, reason }],
  hours_corrected: [{ v: 1, what: 'hours_corrected', date, reason }],
  hours_added: [
    { v: 1, what: 'hours_added', date, reason },
    { v: 1, what: 'hours_added', date, reason: null },
  ],
  correction_proposed: [{ v: 1, what: 'correction_proposed', date, name: 'Ida', comment: 'At three' }],
  correction_accepted: [
    { v: 1, what: 'correction_accepted', date, reason: null },
    { v: 1, what: 'correction_accepted', date, reason },
  ],
  correction_declined: [{ v: 1, what: 'correction_declined', date, reason }],
  tap_refused: [{ v: 1, what: 'tap_refused', date }],
  tap_dismissed: [{ v: 1, what: 'tap_dismissed', date, reason }],
};
const samples = Object.values(SAMPLES).flat() as Said[];
const plain: Clock = { day: (day) => `<${day}>`, time: (instant, zone) => `<${instant} ${zone}>` };

/** What must be read of it: each value, as the clock and the figures of the test write it. */
function valuesOf(said: object): string[] {
  return Object.entries(said).flatMap(([key, value]): string[] => {
    if (Array.isArray(value)) return value.flatMap(valuesOf);
    if (key === 'shift') return valuesOf({ ...(value as object), startDate: null, endDate: null });
    if (['v', 'what', 'zone'].includes(key) || value === null || value === 0) return [];
    if (key.endsWith('At')) return [`<${value} ${NIGHT.zone}>`];
    if (key === 'date' || key.endsWith('Date')) return [`<${value}>`];
    // one and two may be said without their figure
    return typeof value === 'number' && value < 3 ? [] : [String(value)];
  });
}

describe.each(LOCALES)('%s', (locale) => {
  test('has words for all that is told, with every value, and none that nobody needs', () => {
    const asked = new Set<NewsKey>();
    const words = wordsOf(locale, 'news') as unknown as (key: string, values?: object) => string;
    for (const said of samples) {
      expect(Schema.parse(said)).toEqual(said);
      const { title, body } = sayNews(
        said,
        (key, values) => {
          asked.add(key);
          expect(MESSAGES[locale].news, said.what).toHaveProperty(key);
          return words(key, values);
        },
        plain,
      );
      const text = `${title}\n${body}`;
      expect([title.trim(), body.trim()], said.what).not.toContain('');
      for (const value of valuesOf(said)) expect(text, said.what).toContain(value);
    }
    expect([...asked].toSorted()).toEqual(Object.keys(MESSAGES[locale].news).toSorted());
  });

  test('is spoken by the server as by the phone', () => {
    const words = wordsOf(locale, 'news') as unknown as (key: string, values?: object) => string;
    for (const said of samples) {
      const { title, body } = newsIn({ language: locale, hours24: true }).said(said);
      expect(title.length * body.length).toBeGreaterThan(0);
      if (said.what === 'tap_refused') expect(body).toBe(words('settle_tap'));
    }
  });
});

test.each([
  [{ language: 'en' }, 'Your shift starts at 09:00', '09:00–06:00 · Bar, Torvet'],
  [{ language: 'en-US', hours24: false }, 'Your shift starts at 09:00 AM', '09:00 AM–06:00 AM · Bar, Torvet'],
  [{ language: 'da-DK' }, 'Din vagt begynder kl. 09.00', '09.00–06.00 · Bar, Torvet'],
  [{ language: 'de-AT', hours24: true }, 'Deine Schicht beginnt um 09:00', '09:00–06:00 · Bar, Torvet'],
  [
    { language: 'ar', hours24: true },
    'تبدأ ورديتك في 09:00',
    'من 09:00 إلى 06:00 · \u2068Bar\u2069، \u2068Torvet\u2069',
  ],
  [{ language: 'fr-FR' }, 'Your shift starts at 09:00', '09:00–06:00 · Bar, Torvet'],
])('%j: %s', (reader, title, body) => {
  const said = newsIn(reader).said(SAMPLES.shift_starting[0]);
  const plainSpaces = (text: string) => text.replaceAll('\u202f', ' ');
  expect([said.title, said.body].map(plainSpaces)).toEqual([title, body]);
});

test.each([
  ['en', 'Schedule published: Mon 23 Nov – Sun 29 Nov'],
  ['da', 'Vagtplan offentliggjort: man. 23. nov. – søn. 29. nov.'],
  ['ar', 'نُشر جدول الورديات: من الاثنين، 23 نوفمبر إلى الأحد، 29 نوفمبر'],
])('%s: days and plurals', (language, title) => {
  const [said] = SAMPLES.schedule_published;
  expect(newsIn({ language }).said(said).title).toBe(title);
  const counts = (added: number) =>
    newsIn({ language }).said({ ...said, added, changed: 0, removed: 0 }).body;
  expect([1, 2, 5].map(counts)).toEqual(
    {
      en: ['1 shift is new for you.', '2 shifts are new for you.', '5 shifts are new for you.'],
      da: ['1 vagt er ny for dig.', '2 vagter er nye for dig.', '5 vagter er nye for dig.'],
      ar: ['وردية واحدة جديدة لك.', 'ورديتان جديدتان لك.', '5 ورديات جديدة لك.'],
    }[language],
  );
});

test('a night shift names both days, in the zone of the workplace', () => {
  const reminder: Said = { v: 1, what: 'shift_reminder', ...WEEK, shifts: [NIGHT], more: 1 };
  expect(newsIn({ language: 'en' }).said(reminder).body).toBe(
    'Mon 23 Nov, 22:30 – Tue 24 Nov, 06:00 · Torvet\nand 1 more shift',
  );
});

test.each([
  ['told before there were facts', null],
  ['something of a newer version', { v: 1, what: 'swap_asked', with: 'Bo' }],
  ['a newer shape', { v: 2, what: 'tap_refused', on: {} }],
  ['no name of ours', { v: 1, what: 'constructor' }],
])('%s: the sentence as it is stored', (_, said) => {
  const stored = { title: 'Kept', body: 'as it is', said: said as Said | null };
  expect(newsIn({ language: 'da' }).stored(stored)).toEqual({ title: 'Kept', body: 'as it is' });
  expect(newsText(stored, String, plain)).toEqual({ title: 'Kept', body: 'as it is' });
});
