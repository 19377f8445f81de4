import { getCalendars, getLocales } from 'expo-localization';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { useMemo } from 'react';
import { useLanguage, useWords } from './words';

export type Times = {
  /** Does the phone show 24 hours? */
  is24: boolean;
  /** `08:30` by the clock of `zone`. */
  time(moment: number | string, zone?: string): string;
  /** `Mon 24 Nov`, or today and tomorrow by name. `now` in milliseconds. */
  day(moment: number | string, zone: string | undefined, now: number): string;
  /** `7 h 30 min`. */
  duration(minutes: number): string;
  /** `24 Nov, 08:30`. */
  moment(moment: number | string, zone?: string): string;
};

/** Times in the app's language, with the phone's habit of 12 or 24 hours. Without a zone: the phone's. */
export function useTimes(): Times {
  const { locale } = useLanguage();
  const app = useWords('app');
  return useMemo(() => {
    const tag = tagOf(locale);
    const uses24 = hours24OfPhone();
    const hours = uses24 === undefined ? {} : { hour12: !uses24 };
    const format = (options: Intl.DateTimeFormatOptions, zone?: string) =>
      new Intl.DateTimeFormat(tag, { ...options, ...(zone && { timeZone: zone }) });
    const clock = { hour: '2-digit', minute: '2-digit', ...hours } as const;
    const dateIn = (at: Date, zone?: string) =>
      format({ year: 'numeric', month: '2-digit', day: '2-digit' }, zone).format(at);
    return {
      is24: uses24 ?? true,
      time: (at, zone) => format(clock, zone).format(new Date(at)),
      moment: (at, zone) => format({ day: 'numeric', month: 'short', ...clock }, zone).format(new Date(at)),
      day(at, zone, now) {
        const date = dateIn(new Date(at), zone);
        if (date === dateIn(new Date(now), zone)) return app('today');
        if (date === dateIn(new Date(now + 86_400_000), zone)) return app('tomorrow');
        return format({ weekday: 'short', day: 'numeric', month: 'short' }, zone).format(new Date(at));
      },
      duration: (minutes) =>
        minutes < 60
          ? app('minutes', { minutes })
          : minutes % 60 === 0
            ? app('hours', { hours: minutes / 60 })
            : app('hoursMinutes', { hours: Math.floor(minutes / 60), minutes: minutes % 60 }),
    };
  }, [locale, app]);
}

/** Does the phone show 24 hours? Undefined: it does not say. */
export const hours24OfPhone = (): boolean | undefined => getCalendars()[0]?.uses24hourClock ?? undefined;

/** The phone's own region where it speaks the same language: `de-AT` rather than `de`. */
export function tagOf(locale: WordsLocale): string {
  const language = locale === 'pseudo' ? 'en' : locale;
  const own = getLocales().find(({ languageCode }) => languageCode === language);
  return own?.languageTag ?? (language === 'en' ? 'en-GB' : language);
}
