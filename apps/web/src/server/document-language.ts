import { directionOf } from '@vaktplan/i18n/locales';
import { tagOf } from '../lib/words-in';
import { readLocale } from './locale';

/** What the document says of its language. Pages built beforehand have no cookies and are English. */
export async function readDocumentLanguage(): Promise<{ lang: string; dir: 'ltr' | 'rtl' }> {
  const lang = tagOf(await readLocale());
  return { lang, dir: directionOf(lang) };
}
