'use client';
import type { GridSay } from '@vaktplan/ui/schedule-grid';
import { useMe } from '@/features/shell/me';
import { countsToTwelve, interfaceLocale } from '@/lib/format';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';

type GridLanguage = {
  words: GridSay;
  /** BCP 47, for days and figures. */
  locale: string;
  /** As the organisation counts the hours; left out where the locale says so itself. */
  hour12?: boolean;
};

/** What the grid speaks: the page's words, the same function at each render. */
export function useGridLanguage(): GridLanguage {
  const language = tagOf(useLocale());
  const words = useWords('grid');
  const { organization } = useMe();
  const locale = interfaceLocale(organization.locale, language);
  return language === 'en'
    ? { words, locale }
    : { words, locale, hour12: countsToTwelve(organization.locale) };
}
