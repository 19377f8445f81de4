import { Temporal } from 'temporal-polyfill';

/** The locale if this runtime knows its form, else English: a wrong setting must not stop a mail. */
export const usableLocale = (locale: string): string => {
  try {
    return Intl.getCanonicalLocales(locale)[0] ?? 'en';
  } catch {
    return 'en';
  }
};

/** A calendar day as people write it: `Mon 1 Dec` in the locale's order and words. */
export const dayText = (date: string, locale: string): string =>
  Temporal.PlainDate.from(date).toLocaleString(locale, { weekday: 'short', day: 'numeric', month: 'short' });

/** First and last day: `Mon 1 Dec – Sun 7 Dec`, or one of them when they are the same. */
export const periodText = (startDate: string, endDate: string, locale: string): string =>
  startDate === endDate
    ? dayText(startDate, locale)
    : `${dayText(startDate, locale)} – ${dayText(endDate, locale)}`;

type Times = { startsAt: string; endsAt: string; zone: string };

/** Day and wall-clock times at the workplace: `Mon 1 Dec, 22:00–06:00 (Tue)`; the second day is named when it differs. */
export const shiftText = ({ startsAt, endsAt, zone }: Times, locale: string): string => {
  const start = Temporal.Instant.from(startsAt).toZonedDateTimeISO(zone);
  const end = Temporal.Instant.from(endsAt).toZonedDateTimeISO(zone);
  const time = (at: Temporal.ZonedDateTime) =>
    at.toPlainTime().toLocaleString(locale, { hour: '2-digit', minute: '2-digit' });
  const nextDay = start.toPlainDate().equals(end.toPlainDate())
    ? ''
    : ` (${end.toPlainDate().toLocaleString(locale, { weekday: 'short' })})`;
  return `${dayText(start.toPlainDate().toString(), locale)}, ${time(start)}–${time(end)}${nextDay}`;
};
