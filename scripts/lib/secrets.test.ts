import { mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { localSecrets } from './secrets.mjs';

let dataDir: string;
beforeEach(() => {
  dataDir = mkdtempSync(path.join(os.tmpdir(), 'secrets-'));
});
afterEach(() => rmSync(dataDir, { recursive: true }));

test('secrets are made once, differ from each other and are readable by their owner only', () => {
  const first = localSecrets(dataDir);
  expect(localSecrets(dataDir)).toEqual(first);
  expect(new Set(Object.values(first)).size).toBe(Object.keys(first).length);
  expect(statSync(path.join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600);
});

test('a secret that a newer version needs is added and the others stay', () => {
  const file = path.join(dataDir, 'secrets.json');
  writeFileSync(file, JSON.stringify({ AUTH_SECRET: 'kept' }));
  const secrets = localSecrets(dataDir);
  expect(secrets.AUTH_SECRET).toBe('kept');
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual(secrets);
});
