'use client';
import { useMemo } from 'react';
import { formatIn, type Format } from '../../lib/format';
import { useLocale, useWords } from '../../lib/words';
import { tagOf } from '../../lib/words-in';

/** Times in the language of the tablet, counted as the organisation counts the hours. */
export function useKioskFormat(locale: string): Format {
  const language = tagOf(useLocale());
  const units = useWords('app');
  return useMemo(() => formatIn(locale, { language, units }), [locale, language, units]);
}
