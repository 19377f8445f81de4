import { writeSync } from 'node:fs';

const FULL_BYTES = 4096;
const FLUSH_MS = 100;
const BUSY_MS = 20;
const BUSY_TURNS = 50;

const pause = (): void => void Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, BUSY_MS);

/** Writes all of it, waiting up to a second for a reader that is slow. Any other error is the caller's. */
function writeAll(fd: number, bytes: Buffer): void {
  for (let written = 0, busy = 0; written < bytes.length;) {
    try {
      written += writeSync(fd, bytes, written);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EAGAIN' || ++busy > BUSY_TURNS) throw error;
      pause();
    }
  }
}

export type LineStream = { write: (line: string) => void; flushSync: () => void };

const atExit: (() => void)[] = [];

/** One listener for all streams: with one each, Node warns of a leak at the eleventh. */
function flushAtExit(flushSync: () => void): void {
  if (atExit.length === 0)
    process.once('exit', () => {
      for (const flush of atExit) flush();
    });
  atExit.push(flushSync);
}

/**
 * Lines to a file descriptor (stdout). They leave together: a system call for each was a tenth of a short request. A fatal
 * line and the exit do not wait. What cannot be written (its disk is full, its reader gone) is dropped: no service ends,
 * hangs or grows because of its log. pino's own destination throws then, and at the exit tries again for ever.
 */
export function createLineStream(fd = 1): LineStream {
  let lines = '';
  let timer: NodeJS.Timeout | undefined;
  const flushSync = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const bytes = Buffer.from(lines);
    lines = '';
    try {
      writeAll(fd, bytes);
    } catch {
      // there is nobody to tell
    }
  };
  flushAtExit(flushSync);
  return {
    flushSync,
    write: (line) => {
      lines += line;
      if (lines.length >= FULL_BYTES) flushSync();
      else timer ??= setTimeout(flushSync, FLUSH_MS).unref();
    },
  };
}
