import { applyDecorators, HttpCode, StreamableFile } from '@nestjs/common';
import { ApiDefaultResponse, ApiProduces, ApiResponse } from '@nestjs/swagger';
import { Problem } from '@vaktplan/contracts/problem';
import { EXPORT_TYPES, type ExportFormat } from '@vaktplan/contracts/http/exports';
import type { Exported } from '@vaktplan/core/export/exported';
import { writeCsv } from '@vaktplan/core/export/write-csv';
import { writeXlsx } from '@vaktplan/core/export/write-xlsx';
import { printPdf } from './print-pdf.ts';

/** Documents a route that answers with a file of one of the types. */
export const AnswersFile = (types: readonly string[] = Object.values(EXPORT_TYPES)) =>
  applyDecorators(
    HttpCode(200),
    ApiProduces(...types),
    ApiResponse({ status: 200, description: 'The file', schema: { type: 'string', format: 'binary' } }),
    ApiDefaultResponse({ description: 'What went wrong', standardSchema: Problem }),
  );

/** What was exported as a file to save, streamed. @throws AppError range_too_long, unavailable */
export async function answerFile(format: ExportFormat, exported: Exported): Promise<StreamableFile> {
  const options = {
    type: EXPORT_TYPES[format],
    disposition: `attachment; filename="${fileName(exported.name)}.${format}"`,
  };
  if (format === 'csv') return new StreamableFile(writeCsv(exported.list()), options);
  if (format === 'xlsx') return new StreamableFile(await writeXlsx(exported.sheets()), options);
  return new StreamableFile(await printPdf(exported.paper()), options);
}

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
