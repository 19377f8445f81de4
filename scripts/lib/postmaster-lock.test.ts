import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clearStaleLock } from './postmaster-lock.mjs';
import { isAlive } from './process-table.mjs';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true, force: true }));

const lockOf = (pid: number | undefined) => {
  const file = path.join(dataDir, 'postmaster.pid');
  writeFileSync(file, `${pid}\n${dataDir}\n`);
  return file;
};
const ended = (child: ReturnType<typeof spawn>) => new Promise((resolve) => child.once('exit', resolve));

test('a lock of a dead process is removed', async () => {
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await ended(child);
  const lock = lockOf(child.pid);
  await clearStaleLock(dataDir);
  expect(existsSync(lock)).toBe(false);
});

test('a lock whose pid now belongs to another program is removed and the program left alone', async () => {
  const lock = lockOf(process.pid);
  await clearStaleLock(dataDir);
  expect(existsSync(lock)).toBe(false);
  expect(isAlive(process.pid)).toBe(true);
});

test('a server that a killed start left behind is stopped first', async () => {
  const orphan = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', dataDir], { stdio: 'ignore' });
  await new Promise((resolve) => orphan.once('spawn', resolve));
  const gone = ended(orphan);
  const lock = lockOf(orphan.pid);
  await clearStaleLock(dataDir);
  await gone;
  expect(orphan.signalCode).toBe('SIGINT');
  expect(existsSync(lock)).toBe(false);
});
