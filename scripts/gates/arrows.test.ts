import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';

const repository = path.resolve(import.meta.dirname, '../..');
const binary = path.join(repository, 'node_modules/.bin/depcruise');

/** Runs the real gate over a small planted repository. */
function cruise(files: Record<string, string>) {
  const root = mkdtempSync(path.join(os.tmpdir(), 'arrows-'));
  for (const [file, text] of Object.entries({
    'scripts/arrows.tsconfig.json': '{ "include": ["../apps/web/**/*"] }',
    'apps/web/page.ts': 'export type Page = string;',
    ...files,
  })) {
    mkdirSync(path.join(root, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(root, file), text);
  }
  const config = path.join(repository, '.dependency-cruiser.mjs');
  const run = spawnSync(binary, ['--config', config, 'packages', 'apps'], { cwd: root, encoding: 'utf8' });
  rmSync(root, { recursive: true });
  return { status: run.status, output: run.stdout + run.stderr };
}

const apps = { 'apps/api/src/main.ts': 'export type Api = string;' };

test('TypeScript is really read: a type import against the arrow is found', () => {
  const { status, output } = cruise({
    ...apps,
    'packages/core/src/verb.ts': 'export type Verb = string;',
    'packages/contracts/src/view.ts':
      "import type { Verb } from '../../core/src/verb.ts';\nexport type View = Verb;",
  });
  expect(output).toContain('arrow: packages/contracts');
  expect(status).not.toBe(0);
});

test.each([
  [
    'rules are pure',
    'packages/core/src/shift.rules.ts',
    "import { readFileSync } from 'node:fs';\nexport { readFileSync };",
  ],
  [
    'no package imports an app',
    'packages/core/src/a.ts',
    "export type { Api } from '../../../apps/api/src/main.ts';",
  ],
  ['no cycles', 'packages/core/src/self.ts', "import type { A } from './self.ts';\nexport type A = string;"],
  ['every import resolves', 'packages/core/src/b.ts', "import './nowhere.ts';"],
])('%s', (rule, file, text) => {
  const { status, output } = cruise({ ...apps, [file]: text });
  expect(output).toContain(rule);
  expect(status).not.toBe(0);
});

test('an import along the arrows passes', () => {
  const { status, output } = cruise({
    ...apps,
    'packages/contracts/src/view.ts': 'export type View = string;',
    'packages/core/src/verb.ts':
      "import type { View } from '../../contracts/src/view.ts';\nexport type Verb = View;",
  });
  expect(output).toContain('no dependency violations');
  expect(status).toBe(0);
});
