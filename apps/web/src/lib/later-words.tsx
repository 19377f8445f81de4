'use client';
import type { CatalogueNamespace } from '@vaktplan/i18n/catalogue';
import type { WordsLocale } from '@vaktplan/i18n/words';
import { createElement, type ComponentType } from 'react';
import { WordsProvider, type SentWords } from './words';

type Sent = { locale: WordsLocale; words: SentWords };

const asked = new Map<string, Promise<Sent>>();

/** Words that the page did not bring; asked for once. A language that is chosen comes with a new page. */
export function askWords(of: readonly CatalogueNamespace[]): Promise<Sent> {
  const names = of.join(',');
  const known = asked.get(names);
  if (known) return known;
  const sent = fetch(`/api/words?of=${names}`).then((response) => {
    if (!response.ok) throw new Error(`no words of ${names}: ${response.status}`);
    return response.json() as Promise<Sent>;
  });
  asked.set(names, sent);
  sent.catch(() => asked.delete(names));
  return sent;
}

/**
 * A panel that is loaded later, with the words it says: `dynamic(() => withWords(['budget'], import('./budget')…))`. What
 * most visits never open costs the page no words.
 */
export async function withWords<P extends object>(
  of: readonly CatalogueNamespace[],
  loading: Promise<ComponentType<P>>,
): Promise<ComponentType<P>> {
  const [Panel, sent] = await Promise.all([loading, askWords(of)]);
  return function Worded(props: P) {
    return <WordsProvider {...sent}>{createElement(Panel, props)}</WordsProvider>;
  };
}
