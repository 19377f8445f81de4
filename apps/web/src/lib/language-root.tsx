'use client';
import { directionOf } from '@vaktplan/i18n/locales';
import { UiLanguageProvider } from '@vaktplan/ui';
import { useEffect, useMemo, type ReactNode } from 'react';
import { useLocale, useWords } from './words';
import { tagOf } from './words-in';

/** What it wraps speaks the language of the page: the parts of `ui` too, and the document, wherever one came from. */
export function LanguageRoot({ children }: { children: ReactNode }) {
  const lang = tagOf(useLocale());
  const t = useWords('app');
  const direction = directionOf(lang);
  // a link from a page that was built beforehand leaves its document in place
  useEffect(() => {
    document.documentElement.lang = lang;
    document.documentElement.dir = direction;
  }, [lang, direction]);
  const language = useMemo(
    () => ({
      direction,
      close: t('close'),
      retry: t('retry'),
      loadFailed: t('loadFailed'),
      optional: t('optional'),
      undo: t('undo'),
      messages: t('messages'),
    }),
    [direction, t],
  );
  return <UiLanguageProvider language={language}>{children}</UiLanguageProvider>;
}
