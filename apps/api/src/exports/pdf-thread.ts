import { parentPort, workerData } from 'node:worker_threads';
import { writePdf, type PdfDocument } from '@vaktplan/core/export/write-pdf';

// A thread of its own for one document: setting pages takes half a second in which nothing else would be answered.
const file = await writePdf(workerData as PdfDocument);
parentPort?.postMessage(file);
