import { say, type Compiled, type Values } from '@vaktplan/i18n/say';
import type { WordsLocale } from '@vaktplan/i18n/words';

/** Says one key of a namespace. A key that is not in the catalogue does not compile. */
export interface Words<Key extends string> {
  (key: Key, values?: Values): string;
  /** Is this code, which came from elsewhere, one that there are words for? */
  has(code: string | null | undefined): code is Key;
}

/** For Intl: `pseudo` counts and writes dates as English does. */
export const tagOf = (locale: WordsLocale): string => (locale === 'pseudo' ? 'en' : locale);

const made = new WeakMap<Compiled, Words<string>>();

/** The words of one compiled namespace; the same function for the same namespace, so that memos hold. */
export function wordsIn<Key extends string>(locale: WordsLocale, compiled: Compiled): Words<Key> {
  const known = made.get(compiled);
  if (known) return known as unknown as Words<Key>;
  const t = (key: string, values?: Values): string => say(compiled[key] ?? key, tagOf(locale), values);
  const has = (code: string | null | undefined): code is Key =>
    typeof code === 'string' && Object.hasOwn(compiled, code);
  const words = Object.assign(t, { has });
  made.set(compiled, words);
  return words;
}
