import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const sources = globSync(
  ['apps/*/src/env.ts', 'apps/*/src/server/env.ts', 'packages/adapters/src/mail/choose-mail.ts'],
  {
    cwd: root,
  },
);

test.each(sources)('every setting in %s is described in docs/configuration.md', (file) => {
  const described = readFileSync(path.join(root, 'docs/configuration.md'), 'utf8');
  const names = [...readFileSync(path.join(root, file), 'utf8').matchAll(/^ {2,4}([A-Z][A-Z0-9_]+):/gm)].map(
    ([, name]) => name,
  );
  expect(names).not.toEqual([]);
  expect(names.filter((name) => !described.includes(`\`${name}\``))).toEqual([]);
});
