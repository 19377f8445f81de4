import { minorUnitsOf } from '../../lib/format';

/** What stands in a field: a whole number, nothing (null), or text that is no amount (undefined). */
export type Typed = number | null | undefined;

const PLAIN = /^\d{1,15}(?:[.,]\d*)?$/;

/** "1 250,50" or "1250.5" -> 125050 with two decimals; a comma or point parts the decimals. */
function parseDecimal(text: string, decimals: number, most: number): Typed {
  const bare = text.replaceAll(/[\s\u00a0\u202f']/g, '');
  if (bare === '') return null;
  if (!PLAIN.test(bare)) return undefined;
  const [whole = '', part = ''] = bare.split(/[.,]/);
  // also 1.500 with two decimals: that may be meant as fifteen hundred
  if (part.length > decimals) return undefined;
  const value = Number(whole + part.slice(0, decimals).padEnd(decimals, '0'));
  return value <= most ? value : undefined;
}

export const parseMoney = (text: string, currency: string): Typed =>
  parseDecimal(text, minorUnitsOf(currency), 1_000_000_000_000);

/** Hours as decimals, rounded to whole minutes: "37.5" -> 2250. */
export function parseHours(text: string): Typed {
  const hundredths = parseDecimal(text, 2, 16_000_000);
  return typeof hundredths === 'number' ? Math.round((hundredths * 60) / 100) : hundredths;
}

/** Percent in hundredths: "28.5" -> 2850. */
export const parsePercent = (text: string): Typed => parseDecimal(text, 2, 100_000);

const plain = (value: number, decimals: number): string => value.toFixed(decimals).replace(/\.?0+$/, '');

/** The same the other way, as it is typed again: no thousands, no zeros that say nothing. */
export function moneyText(minor: number | null | undefined, currency: string): string {
  const decimals = minorUnitsOf(currency);
  if (minor === null || minor === undefined) return '';
  return decimals === 0 ? String(minor) : plain(minor / 10 ** decimals, decimals);
}
export const hoursText = (minutes: number | null | undefined): string =>
  minutes === null || minutes === undefined ? '' : plain(minutes / 60, 2) || '0';
export const percentText = (basisPoints: number | null | undefined): string =>
  basisPoints === null || basisPoints === undefined ? '' : plain(basisPoints / 100, 2);
