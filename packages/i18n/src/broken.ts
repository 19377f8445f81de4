import type { Locale } from './locales';
import ar from './messages/ar/broken.json';
import da from './messages/da/broken.json';
import de from './messages/de/broken.json';
import en from './messages/en/broken.json';

/** For a page that failed before it had any words: small enough for every browser to carry. */
export const BROKEN: Record<Locale, typeof en> = { en, da, de, ar };
