import { chooseLocale, LOCALES } from '@vaktplan/i18n/locales';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { cookies, headers } from 'next/headers';
import { cache } from 'react';
import { preference } from '../lib/cookies';

/** Languages of an Accept-Language header, the most wished first: `da, en-GB;q=0.8` gives `da`, `en-GB`. */
export function wishedLanguages(header: string | null): string[] {
  const wishes = (header ?? '').split(',').flatMap((part) => {
    const [tag = '', ...rest] = part.trim().split(';');
    const quality = rest.map((one) => /^\s*q=([\d.]+)\s*$/.exec(one)?.[1]).find(Boolean);
    return tag ? [{ tag: tag.trim(), weight: quality === undefined ? 1 : Number(quality) }] : [];
  });
  return wishes
    .filter(({ weight }) => weight > 0)
    .toSorted((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}

/** The language somebody chose in this browser; null when they left it to the browser. */
export const chosenLocale = (kept: string | undefined): WordsLocale | null =>
  kept === 'pseudo' ? kept : (LOCALES.find((locale) => locale === kept) ?? null);

/** What was chosen in this browser. Null: as the browser's own language. */
export const readChosenLocale = cache(async (): Promise<WordsLocale | null> =>
  chosenLocale((await cookies()).get(preference.language)?.value),
);

/** The language of the page that is being rendered: the chosen one, else the browser's, else English. */
export const readLocale = cache(async (): Promise<WordsLocale> => {
  const chosen = await readChosenLocale();
  return chosen ?? chooseLocale(wishedLanguages((await headers()).get('accept-language')));
});
