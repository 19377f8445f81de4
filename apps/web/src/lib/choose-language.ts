import type { Locale } from '@vaktplan/i18n/locales';
import { keep, preference } from './cookies';

/** Keeps the language for this browser and shows the page in it; `undefined` leaves it to the browser. */
export function chooseLanguage(locale: Locale | undefined): void {
  keep(preference.language, locale);
  location.reload();
}
