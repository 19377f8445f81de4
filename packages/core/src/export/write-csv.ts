import { Readable } from 'node:stream';
import { stringify } from 'csv-stringify';
import { figureOf, type Table } from './table.ts';

/**
 * A table as CSV (RFC 4180, UTF-8 with a mark that spreadsheets know it by), streamed. Text that a spreadsheet would
 * run as a formula is defused by an apostrophe before it; figures have a decimal point and no thousands separator.
 */
export function writeCsv(table: Table): Readable {
  const kindOf = (index: number) => table.columns[index]?.kind ?? 'text';
  const lines = stringify({
    bom: true,
    record_delimiter: 'windows',
    escape_formulas: true,
    // the library quotes the whole delimiter only: a lone CR or LF would end the record for most readers
    quoted_match: /[\r\n]/,
    header: true,
    columns: table.columns.map(({ header }, index) => ({ key: String(index), header })),
    cast: {
      number: (value, { index, header }) => {
        if (header) return String(value);
        const { figure, decimals } = figureOf(value, kindOf(index), table.currency);
        return figure.toFixed(decimals);
      },
    },
  });
  const rows = Readable.from(table.rows, { objectMode: true });
  rows.on('error', (error) => lines.destroy(error));
  return rows.pipe(lines);
}
