/** What a column holds; text stays text, whatever it looks like. Minutes are written as decimal hours. */
export type ColumnKind = 'text' | 'integer' | 'minutes' | 'minor';

/** A column of an exported table. `width` in characters, for sheets; `share` of a PDF's page, for wide tables. */
export type Column = { header: string; kind: ColumnKind; width?: number };

/** Text, or for the other kinds a whole number: a count, minutes, or minor units of the table's currency. */
export type Cell = string | number | null;

/** One table of an export. Rows are read once, in order. `currency` (ISO 4217) is needed by columns of minor units. */
export type Table = {
  name: string;
  columns: readonly Column[];
  rows: Iterable<readonly Cell[]>;
  currency?: string;
};

/** How many decimals a currency's amounts have: 2 of the krone, 0 of the yen, 3 of the dinar. */
export const decimalsOf = (currency: string): number =>
  new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;

/** The figure of a cell as people read it, and with how many decimals: 450 minutes are 7.5 hours. */
export function figureOf(
  value: number,
  kind: ColumnKind,
  currency = 'EUR',
): { figure: number; decimals: number } {
  if (kind === 'minutes') return { figure: value / 60, decimals: 2 };
  if (kind !== 'minor') return { figure: value, decimals: 0 };
  const decimals = decimalsOf(currency);
  return { figure: value / 10 ** decimals, decimals };
}
