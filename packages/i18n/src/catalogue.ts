import compile from 'icu-minify/compile';
import type { Locale } from './locales';
import { MESSAGES } from './messages';
import arWeb from './messages/ar/web';
import daWeb from './messages/da/web';
import deWeb from './messages/de/web';
import enWeb from './messages/en/web';
import { pseudo } from './pseudo';
import type { Compiled } from './say';
import type { WordsLocale } from './words';

/** What the phone says and what only the web says. Servers read it; a browser gets the namespaces of its page. */
export const CATALOGUE = {
  en: { ...MESSAGES.en, ...enWeb },
  da: { ...MESSAGES.da, ...daWeb },
  de: { ...MESSAGES.de, ...deWeb },
  ar: { ...MESSAGES.ar, ...arWeb },
} satisfies Record<Locale, unknown>;

export type Catalogue = (typeof CATALOGUE)['en'];
export type CatalogueNamespace = keyof Catalogue;
export type WordKey<N extends CatalogueNamespace> = keyof Catalogue[N] & string;

const made = new Map<string, Compiled>();

/** One namespace in one language, compiled once. Throws on a message that is not well formed. */
export function compiledWords(locale: WordsLocale, namespace: CatalogueNamespace): Compiled {
  const key = `${locale} ${namespace}`;
  const known = made.get(key);
  if (known) return known;
  const source: Readonly<Record<string, string>> = CATALOGUE[locale === 'pseudo' ? 'en' : locale][namespace];
  const compiled = Object.fromEntries(
    Object.entries(source).map(([name, message]) => [
      name,
      compile(locale === 'pseudo' ? pseudo(message) : message),
    ]),
  );
  // the compiler's objects have no prototype, which React refuses to send to a browser
  const words = JSON.parse(JSON.stringify(compiled)) as Compiled;
  made.set(key, words);
  return words;
}
