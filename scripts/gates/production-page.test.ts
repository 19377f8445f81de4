import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const FILE = /`((?:apps|packages|scripts|trials|e2e|bench|ops|docs)\/[\w./-]+)`/g;
const read = (page: string): string => readFileSync(path.join(root, page), 'utf8');

test.each(['docs/production.md', 'docs/faults.md', 'docs/schedule.md'])(
  'every check that %s names is there',
  (page) => {
    const named = [...read(page).matchAll(FILE)].map(([, file]) => file ?? '');
    expect(named.length).toBeGreaterThan(10);
    const isThere = (file: string) =>
      ['', '.trial.ts', '.ts'].some((ending) => existsSync(path.join(root, file + ending)));
    expect(named.filter((file) => !isThere(file))).toEqual([]);
  },
);

test.each(['docs/production.md', 'docs/schedule.md'])(
  'each line of %s names what shows it, or says that nothing does',
  (page) => {
    const lines = [...read(page).matchAll(/^\| (.+) \| (.+) \|$/gm)].filter(
      ([, , shown = '']) => !/^(check|test)$/.test(shown),
    );
    expect(lines.length).toBeGreaterThan(10);
    const empty = lines.filter(([, , shown = '']) => !/`[^`]+\/[^`]+`|the same file|not shown/i.test(shown));
    expect(empty.map(([, line]) => line)).toEqual([]);
  },
);
