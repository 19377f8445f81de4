import { chooseLocale, directionOf, LOCALES, type Locale } from '@vaktplan/i18n/locales';
import type { Namespace } from '@vaktplan/i18n/messages';
import { wordsOf, type WordsLocale } from '@vaktplan/i18n/words';
import { getLocales } from 'expo-localization';
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react';
import { kv } from '@/platform/kv';
import { turnDirection } from '@/platform/direction';

type Language = {
  locale: WordsLocale;
  /** Null: as the phone. */
  chosen: Locale | null;
  choose(locale: Locale | null): void;
};

const KEY = 'language';
const LanguageContext = createContext<Language | null>(null);

const kept = (): WordsLocale | null => {
  const value = kv.get(KEY);
  return value === 'pseudo' ? value : (LOCALES.find((locale) => locale === value) ?? null);
};
const ofPhone = (): Locale => chooseLocale(getLocales().map(({ languageTag }) => languageTag));

/** The language of the phone, or the chosen one. */
export function WordsProvider({ children }: { children: ReactNode }) {
  const [chosen, setChosen] = useState(kept);
  const locale = chosen ?? ofPhone();
  const choose = useCallback((next: Locale | null) => {
    if (next) kv.set(KEY, next);
    else kv.remove(KEY);
    setChosen(next);
    turnDirection(directionOf(next ?? ofPhone()));
  }, []);
  const language = useMemo<Language>(
    () => ({ locale, chosen: chosen === 'pseudo' ? null : chosen, choose }),
    [locale, chosen, choose],
  );
  return <LanguageContext.Provider value={language}>{children}</LanguageContext.Provider>;
}

export function useLanguage(): Language {
  const language = useContext(LanguageContext);
  if (!language) throw new Error('useLanguage needs a WordsProvider above it');
  return language;
}

/** The words of one part of the app: `const t = useWords('clock'); t('punch_in')`. */
export const useWords = <N extends Namespace>(namespace: N): ReturnType<typeof wordsOf<N>> =>
  wordsOf(useLanguage().locale, namespace);
