import { compiledWords, type CatalogueNamespace, type WordKey } from '@vaktplan/i18n/catalogue';
import type { ReactNode } from 'react';
import { LanguageRoot } from '../lib/language-root';
import { WordsProvider, type SentWords } from '../lib/words';
import { wordsIn, type Words } from '../lib/words-in';
import { readLocale } from './locale';

/** One namespace, for what is rendered on the server: `const t = await readWords('clock')`. */
export async function readWords<N extends CatalogueNamespace>(namespace: N): Promise<Words<WordKey<N>>> {
  const locale = await readLocale();
  return wordsIn<WordKey<N>>(locale, compiledWords(locale, namespace));
}

/** Words that every page needs, with whichever of the page's own, around a whole page or group of pages. */
export async function Spoken({
  besides,
  children,
}: {
  besides: readonly CatalogueNamespace[];
  children: ReactNode;
}) {
  // the API's refusals are English; for everybody else they are put into words here
  const ofRefusals =
    (await readLocale()) === 'en' ? [] : (['problems', 'trouble', 'fields', 'said'] as const);
  return (
    <PageWords of={['app', ...ofRefusals, ...besides]}>
      <LanguageRoot>{children}</LanguageRoot>
    </PageWords>
  );
}

/**
 * Sends these namespaces with the page, in its language alone, for `useWords` in the components beneath. What the
 * shell has sent already need not be named again.
 */
export async function PageWords({
  of,
  children,
}: {
  of: readonly CatalogueNamespace[];
  children: ReactNode;
}) {
  const locale = await readLocale();
  const words: SentWords = Object.fromEntries(of.map((name) => [name, compiledWords(locale, name)]));
  return (
    <WordsProvider locale={locale} words={words}>
      {children}
    </WordsProvider>
  );
}
