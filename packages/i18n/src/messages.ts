import ar from './messages/ar/index';
import da from './messages/da/index';
import de from './messages/de/index';
import en from './messages/en/index';
import type { Locale } from './locales';

/** English is the shape that every language has; a test holds the others to it. */
export type Messages = typeof en;
export type Namespace = keyof Messages;

export const MESSAGES: Record<Locale, Messages> = { en, da, de, ar };
