import { dayNumber } from './days.ts';
import type { GridSay } from './grid-words.ts';

export interface GridFormat {
  /** A sentence of the page's language; one without values is put together once. */
  say: GridSay;
  /** "Ida, Monday": one after the other. */
  list(parts: readonly string[]): string;
  /** "09:00" or "9:00 AM". */
  time(minutes: number): string;
  /** "09:00–17:00", "9 AM–5:30 PM". */
  range(startMinutes: number, endMinutes: number): string;
  /** "9", "9 AM": an hour of the day view. */
  hour(minutes: number): string;
  /** "9–17", "9:30–17": where there is little room. */
  shortRange(startMinutes: number, endMinutes: number): string;
  /** "9", "22³⁰", "10³⁰p": where there is room for two figures. */
  tinyTime(minutes: number): string;
  /** "9 to 17", "9:30 AM to 5 PM": how a range is spoken. */
  spokenRange(startMinutes: number, endMinutes: number): string;
  /** "Mon". */
  shortDay(date: string): string;
  /** "Mon", in languages that need more for it "M". */
  tinyDay(date: string): string;
  /** "23". */
  dayOfMonth(date: string): string;
  /** "Monday". */
  weekday(date: string): string;
  /** "Monday 23 November". */
  longDay(date: string): string;
  /** "7.5 h" from minutes. */
  hours(minutes: number): string;
  /** "8" from minutes: whole hours where there is no room for more. */
  tinyHours(minutes: number): string;
  /** Whole units of the currency, from minor units. */
  money(minor: number): string;
  /** The same with the sign people write, "kr 1,200": where there is little room. */
  shortMoney(minor: number): string;
  /** "24 %" from 0.24. */
  percent(share: number): string;
}

export interface FormatOptions {
  words: GridSay;
  locale: string;
  currency: string;
  hour12?: boolean | undefined;
}

/** Inter draws them small enough for three to stand beside an hour. */
const RAISED = [...'⁰¹²³⁴⁵⁶⁷⁸⁹'];

const remember = <K, V>(make: (key: K) => V): ((key: K) => V) => {
  const known = new Map<K, V>();
  return (key) => {
    let value = known.get(key);
    if (value === undefined) known.set(key, (value = make(key)));
    return value;
  };
};

/** Formatters for one grid. Every answer is remembered: a week of 5,000 chips asks for the same few times. */
export function createGridFormat({ words, locale, currency, hour12 }: FormatOptions): GridFormat {
  const plain = remember(words);
  const say: GridSay = (word, values) => (values ? words(word, values) : plain(word));
  const comma = say('comma');
  const utc = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(locale, { timeZone: 'UTC', ...options });
  const clock = utc({ hour: hour12 ? 'numeric' : '2-digit', minute: '2-digit', ...clockCycle(hour12) });
  const fullHour = utc({ hour: 'numeric', ...clockCycle(hour12) });
  const twelve = clock.resolvedOptions().hour12 === true;
  const part = clock.formatToParts(0).find(({ type }) => type === 'literal')?.value ?? ':';
  const digits = new Intl.NumberFormat(locale, { useGrouping: false });
  const twoDigits = new Intl.NumberFormat(locale, { minimumIntegerDigits: 2 });
  const hourNumber = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const decimals = new Intl.NumberFormat(locale, { style: 'currency', currency }).resolvedOptions()
    .maximumFractionDigits!;
  const whole = { style: 'currency', currency, maximumFractionDigits: 0 } as const;
  const moneyNumber = new Intl.NumberFormat(locale, whole);
  const shortNumber = new Intl.NumberFormat(locale, { ...whole, currencyDisplay: 'narrowSymbol' });
  const percentNumber = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 0 });
  const dayFormat = (options: Intl.DateTimeFormatOptions) => {
    const formatter = utc(options);
    return remember((date: string) => formatter.format(new Date(dayNumber(date) * 86_400_000)));
  };
  const at = (minutes: number) => new Date((((minutes % 1440) + 1440) % 1440) * 60_000);

  const time = remember((minutes: number) => clock.format(at(minutes)));
  const spoken = remember((minutes: number) => {
    if (twelve) return (minutes % 60 === 0 ? fullHour : clock).format(at(minutes));
    const hour = minutes === 1440 ? 24 : Math.floor((minutes % 1440) / 60);
    const rest = minutes % 60;
    return rest === 0 ? digits.format(hour) : `${digits.format(hour)}${part}${twoDigits.format(rest)}`;
  });
  const small = (minutes: number): string =>
    digits.format(0) === '0'
      ? [...twoDigits.format(minutes)].map((figure) => RAISED[Number(figure)]).join('')
      : `${part}${twoDigits.format(minutes)}`;
  const tinyTime = remember((minutes: number) => {
    const rest = minutes % 60 === 0 ? '' : small(minutes % 60);
    if (!twelve) return `${spoken(minutes - (minutes % 60))}${rest}`;
    const parts = fullHour.formatToParts(at(minutes));
    const [hour = '', half = ''] = (['hour', 'dayPeriod'] as const).map(
      (type) => parts.find((one) => one.type === type)?.value,
    );
    return `${hour}${rest}${half.charAt(0).toLowerCase()}`;
  });
  const weekday = dayFormat({ weekday: 'long' });
  const shortDay = dayFormat({ weekday: 'short' });
  const narrowDay = dayFormat({ weekday: 'narrow' });
  const isShort = Array.from({ length: 7 }, (_, day) => shortDay(`2024-01-0${day + 1}`)).every(
    (name) => name.length <= 3,
  );
  const dayAndMonth = dayFormat({ day: 'numeric', month: 'long' });
  const longDay = locale.startsWith('en')
    ? (date: string) => `${weekday(date)} ${dayAndMonth(date)}`
    : dayFormat({ weekday: 'long', day: 'numeric', month: 'long' });
  return {
    say,
    list: (parts) => parts.join(comma),
    time,
    // "9 AM–5 PM": with all its zeros a twelve-hour range does not fit on a chip
    range: (start, end) => (twelve ? `${spoken(start)}–${spoken(end)}` : `${time(start)}–${time(end)}`),
    hour: spoken,
    shortRange: (start, end) => `${spoken(start)}–${spoken(end)}`,
    tinyTime,
    spokenRange: (start, end) => say('span', { start: spoken(start), end: spoken(end) }),
    shortDay,
    tinyDay: isShort ? shortDay : narrowDay,
    dayOfMonth: dayFormat({ day: 'numeric' }),
    weekday,
    longDay,
    hours: remember((minutes: number) => say('hours', { hours: hourNumber.format(minutes / 60) })),
    tinyHours: (minutes) => digits.format(Math.round(minutes / 60)),
    percent: (share) => percentNumber.format(share),
    money: remember((minor: number) => moneyNumber.format(minor / 10 ** decimals)),
    shortMoney: remember((minor: number) => shortNumber.format(minor / 10 ** decimals)),
  };
}

const clockCycle = (hour12: boolean | undefined): Intl.DateTimeFormatOptions =>
  hour12 === undefined ? {} : hour12 ? { hour12: true } : { hourCycle: 'h23' };
