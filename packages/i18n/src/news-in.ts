import type { Said } from '@vaktplan/contracts/http/news';
import { chooseLocale, type Locale } from './locales.ts';
import { newsText, sayNews, type Clock, type NewsText } from './news.ts';
import { serverWords } from './server-words.ts';

export type { NewsText } from './news.ts';

export type Reader = {
  /** BCP 47; a language that there are no words for is English. */
  language: string;
  /** Undefined: as the language writes it. */
  hours24?: boolean | undefined;
};

function clockOf(tag: string, hours24: boolean | undefined): Clock {
  const hourCycle = hours24 === undefined ? {} : ({ hourCycle: hours24 ? 'h23' : 'h12' } as const);
  const day = new Intl.DateTimeFormat(tag, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    timeZone: 'UTC',
  });
  return {
    day: (date) => day.format(new Date(`${date}T00:00:00Z`)),
    time: (instant, timeZone) =>
      new Intl.DateTimeFormat(tag, {
        hour: '2-digit',
        minute: '2-digit',
        ...hourCycle,
        timeZone,
      }).format(new Date(instant)),
  };
}

/** What a server says to a reader: `stored` a notification, `said` bare facts. */
export function newsIn({ language, hours24 }: Reader) {
  const locale = chooseLocale([language]);
  const t = serverWords(locale, 'news');
  const clock = clockOf(tagOf(locale, language), hours24);
  return {
    stored: (one: NewsText & { said: Said | null }): NewsText => newsText(one, t, clock),
    said: (said: Said): NewsText => sayNews(said, t, clock),
  };
}

/** The reader's own form of the language that is spoken. */
function tagOf(locale: Locale, language: string): string {
  const tag = language.toLowerCase().split('-')[0] === locale ? language : locale;
  return tag === 'en' ? 'en-GB' : tag;
}
