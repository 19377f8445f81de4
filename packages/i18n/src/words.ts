import { createTranslator } from 'use-intl/core';
import type { Locale } from './locales';
import { MESSAGES, type Messages, type Namespace } from './messages';
import { pseudoMessages } from './pseudo';

/** `pseudo` is English with accents and 30 % longer, for tests: a word without accents was not from the catalogue. */
export type WordsLocale = Locale | 'pseudo';

const made = new Map<string, unknown>();

export const messagesOf = (locale: WordsLocale): Messages =>
  locale === 'pseudo' ? pseudoMessages(MESSAGES.en) : MESSAGES[locale];

/** The words of one namespace: `wordsOf('da', 'clock')('clockIn')`. Times in a message are told in `timeZone`. */
export function wordsOf<N extends Namespace>(
  locale: WordsLocale,
  namespace: N,
  timeZone = 'UTC',
): ReturnType<typeof createTranslator<Messages, N>> {
  const key = `${locale} ${namespace} ${timeZone}`;
  const known = made.get(key) as ReturnType<typeof createTranslator<Messages, N>> | undefined;
  if (known) return known;
  const words = createTranslator<Messages, N>({
    locale: locale === 'pseudo' ? 'en' : locale,
    messages: messagesOf(locale),
    namespace,
    timeZone,
  });
  made.set(key, words);
  return words;
}
