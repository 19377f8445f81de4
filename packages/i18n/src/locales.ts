/** The languages there are words for. */
export const LOCALES = ['en', 'da', 'de', 'ar'] as const;
export type Locale = (typeof LOCALES)[number];

/** Each in its own words, for a list to choose from. */
export const LOCALE_NAMES: Record<Locale, string> = {
  en: 'English',
  da: 'Dansk',
  de: 'Deutsch',
  ar: 'العربية',
};

export const directionOf = (locale: string): 'ltr' | 'rtl' => (locale.startsWith('ar') ? 'rtl' : 'ltr');

/** The first of the wished languages that there are words for, else English. @param wished BCP 47 tags, best first */
export function chooseLocale(wished: readonly string[]): Locale {
  for (const tag of wished) {
    const language = tag.toLowerCase().split('-')[0];
    const found = LOCALES.find((locale) => locale === language);
    if (found) return found;
  }
  return 'en';
}
