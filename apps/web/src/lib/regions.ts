const currencyOfRegion: Record<string, string> = {
  AU: 'AUD',
  BR: 'BRL',
  CA: 'CAD',
  CH: 'CHF',
  CL: 'CLP',
  CN: 'CNY',
  CZ: 'CZK',
  DK: 'DKK',
  FO: 'DKK',
  GB: 'GBP',
  GL: 'DKK',
  HK: 'HKD',
  HU: 'HUF',
  ID: 'IDR',
  IL: 'ILS',
  IN: 'INR',
  IS: 'ISK',
  JP: 'JPY',
  KR: 'KRW',
  LI: 'CHF',
  MX: 'MXN',
  MY: 'MYR',
  NO: 'NOK',
  NZ: 'NZD',
  PH: 'PHP',
  PL: 'PLN',
  RO: 'RON',
  SE: 'SEK',
  SG: 'SGD',
  TH: 'THB',
  TR: 'TRY',
  TW: 'TWD',
  UA: 'UAH',
  US: 'USD',
  ZA: 'ZAR',
};

export type BrowserDefaults = { zone: string; currency: string; locale: string };

/** What the browser's settings suggest for a new organisation. */
export function browserDefaults(): BrowserDefaults {
  const { locale, timeZone } = Intl.DateTimeFormat().resolvedOptions();
  const region = new Intl.Locale(navigator.language || locale).maximize().region ?? '';
  const zone = timeZone && timeZone !== 'UTC' ? timeZone : 'Europe/Copenhagen';
  return { zone, currency: currencyOfRegion[region] ?? 'EUR', locale: navigator.language || locale };
}

/** Every zone this browser knows, the given one included even if it goes by an older name. */
export function zonesWith(zone: string | undefined): string[] {
  const zones = new Set(Intl.supportedValuesOf('timeZone'));
  if (zone) zones.add(zone);
  return [...zones].sort((a, b) => a.localeCompare(b));
}

/** Currencies in use, with names in the reader's language. */
export function currencies(locale: string): { code: string; name: string }[] {
  const names = new Intl.DisplayNames([locale], { type: 'currency' });
  return Intl.supportedValuesOf('currency').map((code) => ({ code, name: names.of(code) ?? code }));
}
