import type { Readable } from 'node:stream';
import { applyDecorators, HttpCode, StreamableFile } from '@nestjs/common';
import { ApiDefaultResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { AppError } from '@vaktplan/contracts/errors';
import { Problem } from '@vaktplan/contracts/problem';
import { EXPORT_TYPES, type ExportFormat } from '@vaktplan/contracts/http/exports';
import type { Exported } from '@vaktplan/core/export/exported';
import type { Cell, Table } from '@vaktplan/core/export/table';
import { writeCsv } from '@vaktplan/core/export/write-csv';
import { MAX_PDF_ROWS, type PdfDocument } from '@vaktplan/core/export/write-pdf';
import { writeXlsx } from '@vaktplan/core/export/write-xlsx';
import { writeInThread } from './write-in-thread.ts';

/** Documents a route that answers with a file of one of the types. */
export const AnswersFile = (types: readonly string[] = Object.values(EXPORT_TYPES)) =>
  applyDecorators(
    HttpCode(200),
    ApiProduces(...types),
    ApiResponse({ status: 200, description: 'The file', schema: { type: 'string', format: 'binary' } }),
    ApiDefaultResponse({ description: 'What went wrong', standardSchema: Problem }),
  );

/** More lines than this are written in a thread; fewer are done before one has started. */
const AT_ONCE_ROWS = 500;

/** What was exported as a file to save, streamed. @throws AppError range_too_long, unavailable */
export async function answerFile(format: ExportFormat, exported: Exported): Promise<StreamableFile> {
  return new StreamableFile(await write(format, exported), {
    type: EXPORT_TYPES[format],
    disposition: `attachment; filename="${fileName(exported.name)}.${format}"`,
  });
}

function write(format: ExportFormat, exported: Exported): Promise<Readable> {
  if (format === 'pdf') return writePaper(exported.paper());
  const tables = format === 'csv' ? [exported.list()] : exported.sheets();
  const listed = tables.map(withRows);
  const [first] = listed;
  const here = rowsOf(listed) <= AT_ONCE_ROWS;
  if (format === 'xlsx') return here ? writeXlsx(listed) : writeInThread({ format, tables: listed });
  if (!first) throw new Error('a CSV file is one table');
  return here ? Promise.resolve(writeCsv(first)) : writeInThread({ format, table: first });
}

function writePaper(paper: PdfDocument): Promise<Readable> {
  const document = { ...paper, tables: paper.tables.map(withRows) };
  if (rowsOf(document.tables) > MAX_PDF_ROWS) {
    throw new AppError('range_too_long', {
      detail: `A PDF holds ${MAX_PDF_ROWS} lines at most. Choose fewer days, filter, or take the spreadsheet.`,
    });
  }
  return writeInThread({ format: 'pdf', document });
}

type Listed = Omit<Table, 'rows'> & { rows: (readonly Cell[])[] };
const withRows = (table: Table): Listed => ({ ...table, rows: [...table.rows] });
const rowsOf = (tables: readonly Listed[]): number => tables.reduce((sum, { rows }) => sum + rows.length, 0);

/** Letters and figures only: a header holds ASCII, and every file system takes it. `schedule-norrebro-2025-12-01`. */
const fileName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ø', 'o')
    .replaceAll('æ', 'ae')
    .replaceAll('ß', 'ss')
    .replaceAll('ł', 'l')
    .normalize('NFKD')
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 100);
