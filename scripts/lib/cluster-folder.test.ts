import { chmodSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { clusterFolder } from './cluster-folder.mjs';

const isRoot = process.getuid?.() === 0;
let parent: string;
beforeEach(() => {
  parent = mkdtempSync(path.join(os.tmpdir(), 'cluster-'));
});
afterEach(() => rmSync(parent, { recursive: true }));

test('an open data folder holds the cluster itself', () => {
  chmodSync(parent, 0o755);
  const dataDir = path.join(parent, '.data');
  expect(clusterFolder(dataDir)).toBe(path.join(dataDir, 'postgres'));
});

test.runIf(isRoot)(
  'below a folder that is closed to the server, the cluster lies elsewhere and is found again',
  () => {
    chmodSync(parent, 0o700);
    const elsewhere = mkdtempSync(path.join(os.tmpdir(), 'elsewhere-'));
    const dataDir = path.join(parent, '.data');
    const folder = clusterFolder(dataDir, elsewhere);
    expect(path.dirname(folder)).toBe(elsewhere);
    expect(realpathSync(path.join(dataDir, 'postgres'))).toBe(realpathSync(folder));
    expect(clusterFolder(dataDir, elsewhere)).toBe(realpathSync(folder));
    rmSync(elsewhere, { recursive: true });
  },
);
