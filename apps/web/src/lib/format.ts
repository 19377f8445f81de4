import type { Values } from '@vaktplan/i18n/say';

const formatters = new Map<string, Intl.DateTimeFormat>();

function dateFormat(locale: string, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = locale + JSON.stringify(options);
  const known = formatters.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(locale, options);
  formatters.set(key, made);
  return made;
}

/** Node and browsers differ in which narrow space they put before "AM"; pages must not. */
const plainSpaces = (text: string) => text.replace(/[\u202f\u2009]/g, ' ');

const noon = (date: string) => new Date(`${date}T12:00:00Z`);
const asUtc = { timeZone: 'UTC' } as const;

/**
 * The locale for words inside the interface: "Monday" among English words, whatever the organisation's language. Where
 * both are the same language it is the organisation's form of it.
 */
export const interfaceLocale = (locale: string, language = 'en'): string => {
  if (locale.toLowerCase().split('-')[0] === language) return locale;
  return language === 'en' ? 'en-GB' : language;
};

/** Does this locale count half a day twice? */
export const countsToTwelve = (locale: string): boolean =>
  dateFormat(locale, { hour: 'numeric' }).resolvedOptions().hour12 === true;

/** Half a day twice or a whole one, as the organisation writes it. */
const hoursOf = (locale: string): Intl.DateTimeFormatOptions => ({
  hourCycle: countsToTwelve(locale) ? 'h12' : 'h23',
});

type Spoken = {
  /** The language of the page. */
  language: string;
  units: (key: 'hours' | 'minutes' | 'hoursMinutes', values: Values) => string;
};

/**
 * Words for times, days, durations and money in one locale, the organisation's. Instants need a zone, calendar days
 * none. In English without `spoken`.
 */
export function formatIn(locale: string, spoken?: Spoken) {
  const words = interfaceLocale(locale, spoken?.language);
  const isEnglish = words.startsWith('en');
  // among English words figures keep the organisation's own form, in other languages they are in theirs
  const figures = isEnglish ? locale : words;
  const clock = isEnglish ? {} : hoursOf(locale);
  const time = (instant: string, zone: string) =>
    plainSpaces(
      dateFormat(figures, { timeStyle: 'short', ...clock, timeZone: zone }).format(new Date(instant)),
    );
  const day = (date: string, options: Intl.DateTimeFormatOptions) =>
    plainSpaces(dateFormat(words, { ...options, ...asUtc }).format(noon(date)));
  return {
    time,
    /** "09:00 – 17:00" */
    times: (startsAt: string, endsAt: string, zone: string) =>
      `${time(startsAt, zone)} – ${time(endsAt, zone)}`,
    /** "Monday 23 November" */
    longDay: (date: string) => day(date, { weekday: 'long', day: 'numeric', month: 'long' }),
    shortDay: (date: string) => day(date, { weekday: 'short', day: 'numeric', month: 'short' }),
    weekday: (date: string) => day(date, { weekday: 'short' }),
    /** "23 – 29 Nov" */
    range: (startDate: string, endDate: string) =>
      plainSpaces(
        dateFormat(words, { day: 'numeric', month: 'short', ...asUtc }).formatRange(
          noon(startDate),
          noon(endDate),
        ),
      ),
    /** Day and time of an instant: "23 Nov, 09:00". */
    moment: (instant: string, zone: string) =>
      plainSpaces(
        dateFormat(words, {
          day: 'numeric',
          month: 'short',
          hour: '2-digit',
          minute: '2-digit',
          ...clock,
          timeZone: zone,
        }).format(new Date(instant)),
      ),
    /** Minutes as "7 h 30 min". */
    duration: (minutes: number) => (spoken ? spokenDuration(minutes, spoken.units) : durationWords(minutes)),
    /** Minutes as decimal hours: "37.5 h". */
    hours: (minutes: number) => {
      const hours = new Intl.NumberFormat(figures, { maximumFractionDigits: 1 }).format(minutes / 60);
      return spoken ? spoken.units('hours', { hours }) : `${hours} h`;
    },
    money: (minor: number, currency: string) => money(figures, minor, currency),
    /** Without decimals, for sums where they say nothing. */
    roundMoney: (minor: number, currency: string) => money(figures, minor, currency, 0),
  };
}

export type Format = ReturnType<typeof formatIn>;

function spokenDuration(minutes: number, units: Spoken['units']): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return units('minutes', { minutes: rest });
  return rest === 0 ? units('hours', { hours }) : units('hoursMinutes', { hours, minutes: rest });
}

function durationWords(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (hours === 0) return `${rest} min`;
  return rest === 0 ? `${hours} h` : `${hours} h ${rest} min`;
}

/** Decimals of a currency: 2 for euros, 0 for yen, 3 for dinars. */
export const minorUnitsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

function money(locale: string, minor: number, currency: string, digits?: number): string {
  const format = new Intl.NumberFormat(locale, {
    style: 'currency',
    currency,
    maximumFractionDigits: digits,
    minimumFractionDigits: digits,
  });
  return plainSpaces(format.format(minor / 10 ** minorUnitsOf(currency)));
}

/** The calendar day at an instant in a zone, as YYYY-MM-DD. */
export function localDateOf(instant: Date, zone: string): string {
  const parts = dateFormat('en-CA', {
    timeZone: zone,
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
  }).formatToParts(instant);
  const part = (type: string) => parts.find((one) => one.type === type)?.value ?? '';
  return `${part('year')}-${part('month')}-${part('day')}`;
}

/** The day so many days after (or before) a calendar day. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
