/** Minor digits of a currency: 2 for DKK, 0 for JPY, 3 for KWD. */
export const minorDigits = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/**
 * `185.50` or `185,50` as minor units, exactly (no floating point). Undefined when it is no such number or has more
 * decimals than the currency.
 */
export function decimalToMinor(text: string, digits: number): number | undefined {
  const match = /^(\d{1,9})(?:[.,](\d{1,3}))?$/.exec(text.trim());
  const [, whole = '', fraction = ''] = match ?? [];
  if (!match || fraction.length > digits) return undefined;
  const minor = Number(whole + fraction.padEnd(digits, '0'));
  return minor <= 100_000_000 ? minor : undefined;
}

/** `37` or `37,5` hours as minutes, rounded half up to the minute. Undefined above 100 hours or when it is no number. */
export function hoursToMinutes(text: string): number | undefined {
  const hundredths = decimalToMinor(text, 2);
  if (hundredths === undefined || hundredths > 100 * 100) return undefined;
  return Math.floor((hundredths * 60 + 50) / 100);
}
