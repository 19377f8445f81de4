// For servers: the words of the other entries come in the bundle of an app. Names its files in full, as Node reads them.
import compile from 'icu-minify/compile';
import type { Locale } from './locales.ts';
import arLetters from './messages/ar/letters.json' with { type: 'json' };
import arNews from './messages/ar/news.json' with { type: 'json' };
import daLetters from './messages/da/letters.json' with { type: 'json' };
import daNews from './messages/da/news.json' with { type: 'json' };
import deLetters from './messages/de/letters.json' with { type: 'json' };
import deNews from './messages/de/news.json' with { type: 'json' };
import enLetters from './messages/en/letters.json' with { type: 'json' };
import enNews from './messages/en/news.json' with { type: 'json' };
import { say, type CompiledMessage, type Values } from './say.ts';

const SOURCES = {
  letters: { en: enLetters, da: daLetters, de: deLetters, ar: arLetters },
  news: { en: enNews, da: daNews, de: deNews, ar: arNews },
};
type Namespace = keyof typeof SOURCES;
/** Says one key of the namespace. */
export type ServerWords<N extends Namespace> = (
  key: keyof (typeof SOURCES)[N]['en'] & string,
  values?: Values,
) => string;

const made = new Map<string, ReadonlyMap<string, CompiledMessage>>();

/** The words of a namespace that servers speak, read once. Throws on a message that is not well formed. */
export function serverWords<N extends Namespace>(locale: Locale, namespace: N): ServerWords<N> {
  const kept = made.get(`${locale} ${namespace}`) ?? compiled(SOURCES[namespace][locale]);
  made.set(`${locale} ${namespace}`, kept);
  return (key, values) => say(kept.get(key) ?? key, locale, values);
}

const compiled = (source: Readonly<Record<string, string>>) =>
  new Map(Object.entries(source).map(([key, text]) => [key, compile(text)]));
