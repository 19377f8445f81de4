// For servers: the words of the other entries come in the bundle of an app. Names its files in full, as Node reads them.
import type { Said } from '@vaktplan/contracts/http/news';
import compile from 'icu-minify/compile';
import { chooseLocale, type Locale } from './locales.ts';
import ar from './messages/ar/news.json' with { type: 'json' };
import da from './messages/da/news.json' with { type: 'json' };
import de from './messages/de/news.json' with { type: 'json' };
import en from './messages/en/news.json' with { type: 'json' };
import { newsText, sayNews, type Clock, type NewsText, type Say } from './news.ts';
import { say } from './say.ts';

const SOURCES: Record<Locale, Record<keyof typeof en, string>> = { en, da, de, ar };
const spoken = new Map<Locale, Say>();

/** The words of a language, read once. Throws on a message that is not well formed. */
function sayIn(locale: Locale): Say {
  const known = spoken.get(locale);
  if (known) return known;
  const compiled = new Map(Object.entries(SOURCES[locale]).map(([key, text]) => [key, compile(text)]));
  const words: Say = (key, values) => say(compiled.get(key) ?? key, locale, values);
  spoken.set(locale, words);
  return words;
}

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
  const t = sayIn(locale);
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
