'use client';
import type { CatalogueNamespace, WordKey } from '@vaktplan/i18n/catalogue';
import type { WordsLocale } from '@vaktplan/i18n/words';
import type { Compiled } from '@vaktplan/i18n/say';
import { createContext, useContext, useMemo, type ReactNode } from 'react';
import { wordsIn, type Words } from './words-in';

/** The namespaces that were sent along with the page. */
export type SentWords = { readonly [N in CatalogueNamespace]?: Compiled };
type Language = { locale: WordsLocale; words: SentWords };

const LanguageContext = createContext<Language>({ locale: 'en', words: {} });

/** Brings words to what it wraps, besides those that came from above. See `server/words.tsx`, which fills it. */
export function WordsProvider({ locale, words, children }: Language & { children: ReactNode }) {
  const above = useContext(LanguageContext);
  const value = useMemo(() => ({ locale, words: { ...above.words, ...words } }), [above, locale, words]);
  return <LanguageContext value={value}>{children}</LanguageContext>;
}

/** The language of the page. */
export const useLocale = (): WordsLocale => useContext(LanguageContext).locale;

/** One namespace of the catalogue: `const t = useWords('clock'); t('punch_in')`. The page must send it along. */
export function useWords<N extends CatalogueNamespace>(namespace: N): Words<WordKey<N>> {
  const t = useSentWords(namespace);
  if (!t) throw new Error(`This page was not given the words of '${namespace}'`);
  return t;
}

/** As `useWords`, undefined where the page has no such words. */
export function useSentWords<N extends CatalogueNamespace>(namespace: N): Words<WordKey<N>> | undefined {
  const { locale, words } = useContext(LanguageContext);
  const sent = words[namespace];
  return sent && wordsIn<WordKey<N>>(locale, sent);
}
