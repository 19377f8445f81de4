import { Readable } from 'node:stream';
import { Worker } from 'node:worker_threads';
import { AppError } from '@vaktplan/contracts/errors';
import type { Table } from '@vaktplan/core/export/table';
import type { PdfDocument } from '@vaktplan/core/export/write-pdf';

/** What a thread is asked to write. It is copied there, so rows are lists and nothing in it is a function. */
export type FileJob =
  | { format: 'csv'; table: Table }
  | { format: 'xlsx'; tables: readonly Table[] }
  | { format: 'pdf'; document: PdfDocument };

/** Files being written at once, how long one may take, and how many may wait. */
const AT_ONCE = 2;
const LONGEST_MS = 9_000;
const MOST_WAITING = 20;

// the sources run as they are; built, this file is part of a chunk and the thread a file of its own beside main
const here = import.meta.url;
const built = here.includes('/chunks/') ? '../file-thread.js' : './file-thread.js';
const entry = new URL(here.endsWith('.ts') ? './file-thread.ts' : built, here);

let running = 0;
const waiting: (() => void)[] = [];

/** The file as it is written in a thread of its own, from its first piece on. @throws AppError unavailable */
export async function writeInThread(job: FileJob): Promise<Readable> {
  if (waiting.length >= MOST_WAITING) throw new AppError('unavailable');
  if (running >= AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  running++;
  return startThread(job, () => {
    running--;
    waiting.shift()?.();
  });
}

function startThread(job: FileJob, onEnd: () => void): Promise<Readable> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(entry, { workerData: job, resourceLimits: { maxOldGenerationSizeMb: 512 } });
    const file = new Readable({
      read: () => undefined,
      // also when the reader has gone away
      destroy: (error, done) => {
        void thread.terminate();
        done(error);
      },
    });
    const fail = (error: Error) => {
      reject(error);
      file.destroy(error);
    };
    const late = setTimeout(
      () => fail(new AppError('unavailable', { detail: 'This file takes too long. Choose fewer days.' })),
      LONGEST_MS,
    );
    thread.on('message', (piece: Uint8Array) => {
      file.push(piece);
      resolve(file);
    });
    thread.once('error', fail);
    thread.once('exit', (code) => {
      clearTimeout(late);
      onEnd();
      if (code === 0) {
        file.push(null);
        resolve(file);
      } else fail(new Error(`the thread ended with ${code} before the file was written`));
    });
    file.once('error', () => undefined);
  });
}
