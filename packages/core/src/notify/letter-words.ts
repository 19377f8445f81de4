import { chooseLocale, directionOf, type Locale } from '@vaktplan/i18n/locales';
import { serverWords, type ServerWords } from '@vaktplan/i18n/server-words';
import { usableLocale } from './local-text.ts';

export type LetterWords = {
  t: ServerWords<'letters'>;
  language: Locale;
  direction: 'ltr' | 'rtl';
  /** BCP 47, for days and times: the organisation's own form of the language. */
  tag: string;
};

/** The words of an organisation's mails: its language, or English where there are no words in it. */
export function letterWords(locale: string): LetterWords {
  const tag = usableLocale(locale);
  const language = chooseLocale([tag]);
  return {
    t: serverWords(language, 'letters'),
    language,
    direction: directionOf(language),
    tag: tag.split('-')[0] === language ? tag : 'en-GB',
  };
}
