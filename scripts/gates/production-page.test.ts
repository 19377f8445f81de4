import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const pages = ['docs/production.md', 'docs/faults.md'];

test.each(pages)('every check that %s names is there', (page) => {
  const text = readFileSync(path.join(root, page), 'utf8');
  const named = [...text.matchAll(/`((?:apps|packages|scripts|trials|e2e|ops|docs)\/[\w./-]+)`/g)].map(
    ([, file]) => file ?? '',
  );
  expect(named.length).toBeGreaterThan(10);
  const isThere = (file: string) =>
    ['', '.trial.ts', '.ts'].some((ending) => existsSync(path.join(root, file + ending)));
  expect(named.filter((file) => !isThere(file))).toEqual([]);
});
