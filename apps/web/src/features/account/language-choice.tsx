'use client';
import { LOCALE_NAMES, LOCALES } from '@vaktplan/i18n/locales';
import { NativeSelect } from '@vaktplan/ui';
import { Languages } from 'lucide-react';
import { chooseLanguage } from '@/lib/choose-language';
import { useLocale, useWords } from '@/lib/words';
import { tagOf } from '@/lib/words-in';

/** The language, before anybody is signed in. */
export function LanguageChoice() {
  const t = useWords('account');
  return (
    <div className="mt-6 flex items-center gap-2 text-muted">
      <Languages aria-hidden="true" className="size-4 shrink-0" />
      <NativeSelect
        aria-label={t('language')}
        value={tagOf(useLocale())}
        onChange={(event) => chooseLanguage(LOCALES.find((locale) => locale === event.target.value))}
      >
        {LOCALES.map((locale) => (
          <option key={locale} value={locale} lang={locale}>
            {LOCALE_NAMES[locale]}
          </option>
        ))}
      </NativeSelect>
    </div>
  );
}
