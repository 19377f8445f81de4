import { Worker } from 'node:worker_threads';
import { AppError } from '@vaktplan/contracts/errors';
import { MAX_PDF_ROWS, type PdfDocument } from '@vaktplan/core/export/write-pdf';

/** Documents being set at once, and how long one may take. */
const AT_ONCE = 2;
const LONGEST_MS = 9_000;
const MOST_WAITING = 20;

// the sources run as they are; built, this file is part of a chunk and the thread a file of its own beside main
const here = import.meta.url;
const entry = new URL(
  here.endsWith('.ts')
    ? './pdf-thread.ts'
    : here.includes('/chunks/')
      ? '../pdf-thread.js'
      : './pdf-thread.js',
  here,
);

let running = 0;
const waiting: (() => void)[] = [];

/**
 * The document as a PDF, set in a thread of its own.
 * @throws AppError range_too_long when it has more rows than a page layout should hold, unavailable when too many wait
 */
export async function printPdf(document: PdfDocument): Promise<Uint8Array> {
  const tables = document.tables.map((table) => ({ ...table, rows: [...table.rows] }));
  const rows = tables.reduce((sum, table) => sum + table.rows.length, 0);
  if (rows > MAX_PDF_ROWS) {
    throw new AppError('range_too_long', {
      detail: `A PDF holds ${MAX_PDF_ROWS} lines at most. Choose fewer days, filter, or take the spreadsheet.`,
    });
  }
  if (waiting.length >= MOST_WAITING) throw new AppError('unavailable');
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  try {
    return await inThread({ ...document, tables });
  } finally {
    running--;
    waiting.shift()?.();
  }
}

function inThread(document: PdfDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, {
      workerData: document,
      resourceLimits: { maxOldGenerationSizeMb: 512 },
    });
    const late = setTimeout(() => {
      reject(new AppError('unavailable', { detail: 'This document takes too long. Choose fewer days.' }));
      void thread.terminate();
    }, LONGEST_MS);
    thread.once('message', (file: Uint8Array) => resolve(file));
    thread.once('error', reject);
    thread.once('exit', (code) => {
      clearTimeout(late);
      reject(new Error(`the thread ended with ${code} before the document was set`));
    });
  });
}
