'use client';
import { LOCALE_NAMES, LOCALES } from '@vaktplan/i18n/locales';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { DropdownMenuLabel, DropdownMenuRadioGroup, DropdownMenuRadioItem } from '@vaktplan/ui';
import { chooseLanguage } from '@/lib/choose-language';
import { useWords } from '@/lib/words';

const AS_BROWSER = 'browser';

/** The languages to choose from, each in its own words, in a menu. */
export function LanguageItems({ chosen }: { chosen: WordsLocale | null }) {
  const t = useWords('shell');
  return (
    <>
      <DropdownMenuLabel>{t('language')}</DropdownMenuLabel>
      <DropdownMenuRadioGroup
        value={chosen ?? AS_BROWSER}
        onValueChange={(next) => chooseLanguage(LOCALES.find((locale) => locale === next))}
      >
        <DropdownMenuRadioItem value={AS_BROWSER}>{t('languageAsBrowser')}</DropdownMenuRadioItem>
        {LOCALES.map((locale) => (
          <DropdownMenuRadioItem key={locale} value={locale} lang={locale}>
            {LOCALE_NAMES[locale]}
          </DropdownMenuRadioItem>
        ))}
      </DropdownMenuRadioGroup>
    </>
  );
}
