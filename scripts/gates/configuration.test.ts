import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const document = read('docs/configuration.md');
const STORE = 'packages/adapters/src/object-store/choose-store.ts';
const TELEMETRY = 'packages/platform/src/telemetry-env.ts';
const MAIL = 'packages/adapters/src/mail/choose-mail.ts';
const PUSH = 'packages/adapters/src/push/choose-push.ts';

const settingsOf = (file: string): string[] =>
  [...read(file).matchAll(/^ {2,4}([A-Z][A-Z0-9_]+):/gm)].map(([, name]) => String(name));

const COLUMNS = { web: 1, api: 2, worker: 3 };
/** What the tables mark for a service; NODE_ENV is the runtime's own. */
const markedFor = (service: keyof typeof COLUMNS): string[] =>
  document
    .split('\n')
    .map((line) => line.split('|').slice(1))
    .filter((cells) => cells[COLUMNS[service]]?.trim() === 'x')
    .flatMap(([names]) => [...String(names).matchAll(/`([A-Z0-9_]+)`/g)].map(([, name]) => String(name)))
    .filter((name) => name !== 'NODE_ENV');

describe('docs/configuration.md', () => {
  test.each([
    ['web', ['apps/web/src/server/env.ts']],
    ['api', ['apps/api/src/env.ts', MAIL, STORE, TELEMETRY]],
    ['worker', ['apps/worker/src/env.ts', MAIL, PUSH, STORE, TELEMETRY]],
  ] as const)('marks for %s what it reads, and nothing else', (service, files) => {
    const settings = files.flatMap(settingsOf);
    expect(settings).not.toEqual([]);
    expect(markedFor(service).toSorted()).toEqual(settings.toSorted());
  });

  test('names what a build of the phone app reads', () => {
    const files = globSync(['apps/mobile/*.{ts,js,mjs}', 'apps/mobile/src/**/*.{ts,tsx}'], {
      cwd: root,
    }).filter((file) => !/\.(test|spec|fixture)\.tsx?$/.test(file));
    const names = files.flatMap((file) =>
      [...read(file).matchAll(/process\.env(?:\.|\[')([A-Z][A-Z0-9_]+)/g)].map(([, name]) => String(name)),
    );
    const missing = [...new Set(names)].filter((name) => !document.includes(`\`${name}\``));
    expect([names.length > 3, missing]).toEqual([true, []]);
  });

  test('leaves no service out', () => {
    const files = globSync(['apps/*/src/env.ts', 'apps/*/src/server/env.ts'], { cwd: root });
    expect(files.map((file) => file.split(path.sep)[1]).toSorted()).toEqual(Object.keys(COLUMNS).toSorted());
  });
});
