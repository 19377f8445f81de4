import { Readable } from 'node:stream';
import { parentPort, workerData } from 'node:worker_threads';
import { writeCsv } from '@vaktplan/core/export/write-csv';
import { writePdf } from '@vaktplan/core/export/write-pdf';
import { writeXlsx } from '@vaktplan/core/export/write-xlsx';
import type { FileJob } from './write-in-thread.ts';

// A thread of its own for one file: 20,000 lines or 500 on paper take a second in which nothing else would be answered.
const job = workerData as FileJob;
for await (const chunk of await write()) parentPort?.postMessage(chunk);

async function write(): Promise<Readable> {
  if (job.format === 'csv') return writeCsv(job.table);
  if (job.format === 'xlsx') return writeXlsx(job.tables);
  return Readable.from([await writePdf(job.document)]);
}
