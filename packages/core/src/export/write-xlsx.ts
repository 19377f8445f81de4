import type { Readable } from 'node:stream';
import type { SheetData } from 'write-excel-file/node';
import { figureOf, type Table } from './table.ts';

/** Excel refuses longer names and these characters in them. */
const sheetName = (name: string): string => name.replaceAll(/[[\]:*?/\\']/g, ' ').slice(0, 31);
/** Tables as the sheets of one workbook, streamed. Text cells are text, also `=1+1`; figures are numbers. */
export async function writeXlsx(tables: readonly Table[]): Promise<Readable> {
  const { default: writeExcelFile } = await import('write-excel-file/node');
  const sheets = tables.map((table) => ({
    sheet: sheetName(table.name),
    stickyRowsCount: 1,
    columns: table.columns.map(({ header, width }) => ({ width: width ?? Math.max(10, header.length + 2) })),
    data: [
      table.columns.map(({ header }) => ({ value: header, type: String, fontWeight: 'bold' as const })),
      ...cellsOf(table),
    ],
  }));
  const written = writeExcelFile(sheets);
  return (written.toStream as () => Promise<Readable>)();
}

const cellsOf = (table: Table): SheetData =>
  Array.from(table.rows, (row) =>
    row.map((cell, index) => {
      if (cell === null) return null;
      if (typeof cell === 'string') {
        return {
          value: cell,
          type: String,
          wrap: cell.includes('\n'),
        };
      }
      const { figure, decimals } = figureOf(cell, table.columns[index]?.kind ?? 'integer', table.currency);
      return { value: figure, type: Number, format: decimals ? `0.${'0'.repeat(decimals)}` : '0' };
    }),
  );
