import { useMemo } from 'react';
import { tagOf } from './times';
import { useLanguage } from './words';

export type Dates = {
  /** `November 2026` of `2026-11` or a date in it. */
  month(date: string): string;
  /** `Mon 23 Nov` of `2026-11-23`. */
  day(date: string): string;
  /** `Mon 23 Nov 2026`. */
  full(date: string): string;
  /** `Monday 23 November`, for screen readers. */
  longDay(date: string): string;
  /** `M`, `T`, ... from the given day on. @param weekStart 1 is Monday, 7 Sunday */
  weekdays(weekStart: number): string[];
  /** The day of the month, in the digits of the language. */
  number(date: string): string;
};

/** Calendar dates in the app's language. They have no zone: what is the 23rd there is the 23rd here. */
export function useDates(): Dates {
  const { locale } = useLanguage();
  return useMemo(() => {
    const tag = tagOf(locale);
    const format = (options: Intl.DateTimeFormatOptions) => {
      const formatter = new Intl.DateTimeFormat(tag, { ...options, timeZone: 'UTC' });
      return (date: string) => formatter.format(new Date(`${date.slice(0, 10)}T00:00:00Z`));
    };
    const month = format({ month: 'long', year: 'numeric' });
    const weekday = format({ weekday: 'narrow' });
    return {
      month: (date) => month(`${date.slice(0, 7)}-01`),
      day: format({ weekday: 'short', day: 'numeric', month: 'short' }),
      full: format({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' }),
      longDay: format({ weekday: 'long', day: 'numeric', month: 'long' }),
      number: format({ day: 'numeric' }),
      // the first of June 2026 is a Monday
      weekdays: (weekStart) =>
        Array.from({ length: 7 }, (_, i) => weekday(`2026-06-${String(weekStart + i).padStart(2, '0')}`)),
    };
  }, [locale]);
}
