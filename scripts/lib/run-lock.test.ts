import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { claimDataFolder } from './run-lock.mjs';
import { PlainError } from './say.mjs';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'run-lock-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

const record = (text: string) => writeFileSync(path.join(dataDir, 'run.json'), text);

test('a second start is told who runs, where, and the way out', async () => {
  const owner = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)', 'our-script'], {
    stdio: 'ignore',
  });
  await new Promise((resolve) => owner.once('spawn', resolve));
  record(JSON.stringify({ pid: owner.pid, script: 'our-script', web: 'http://localhost:3000' }));
  const attempt = () => claimDataFolder(dataDir, 'our-script');
  expect(attempt).toThrow(PlainError);
  expect(attempt).toThrow(
    new RegExp(`process ${owner.pid}, http://localhost:3000.*kill ${owner.pid}.*VAKTPLAN_DATA`),
  );
  owner.kill('SIGKILL');
});

test.each([
  ['a dead owner', JSON.stringify({ pid: 2 ** 30, script: 'our-script' })],
  ['a pid that is another program now', JSON.stringify({ pid: 1, script: 'our-script' })],
  ['half a record', '{"pid":'],
])('the claim of %s is replaced', (_what, left) => {
  record(left);
  const claim = claimDataFolder(dataDir, 'our-script');
  expect(existsSync(path.join(dataDir, 'run.json'))).toBe(true);
  claim.release();
  expect(existsSync(path.join(dataDir, 'run.json'))).toBe(false);
});
