import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { validate } from 'dockerfile-utils';
import { describe, expect, test } from 'vitest';

const root = path.resolve(import.meta.dirname, '../..');
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const NODE = /^nodeVersion: (.+)$/m.exec(read('pnpm-workspace.yaml'))?.[1];
const PNPM = (JSON.parse(read('tools/package.json')) as { dependencies: { pnpm: string } }).dependencies.pnpm;

/** The instructions of the last stage, which is what runs. */
const lastStage = (text: string) => text.slice(text.lastIndexOf('\nFROM '));

describe.each(['web', 'api', 'worker'])('Dockerfile.%s', (app) => {
  const text = read(`dockerfiles/Dockerfile.${app}`);

  test('has no fault that a linter knows', () => {
    expect(validate(text).map(({ message, range }) => [range.start.line + 1, message])).toEqual([]);
  });

  test('begins with the Node and pnpm that the project is tested with', () => {
    const bases = [...text.matchAll(/^FROM (\S+)/gm)].map(([, base]) => base);
    const named = new Set(bases.filter((base) => base?.includes(':')));
    // by digest too once somebody has run `npm run images:pin`, and then by one
    expect(named.size).toBe(1);
    expect([...named][0]?.replace(/@sha256:[0-9a-f]{64}$/, '')).toBe(`node:${NODE}-bookworm-slim`);
    expect(text).toContain(`pnpm@${PNPM}\n`);
  });

  test('runs as nobody in particular, without a shell, and tells how it is', () => {
    const running = lastStage(text);
    expect(running).toMatch(/^USER node$/m);
    expect(running).toMatch(/^CMD \["node", /m);
    expect(running).toMatch(/^HEALTHCHECK [^]*?CMD \["node", /m);
    expect(running).not.toMatch(/^RUN /m);
    expect(text).not.toMatch(/--mount=type=cache|^ADD |:latest/m);
  });

  test('copies only what there is', () => {
    const sources = [...text.matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(
      ([, list]) => list?.split(' ') ?? [],
    );
    expect(sources.filter((source) => !existsSync(path.join(root, source)))).toEqual([]);
  });
});

test('what an image is not made of stays outside', () => {
  const ignored = read('.dockerignore').split('\n');
  for (const kept of ['.git', '.data', '**/node_modules', '**/.next']) expect(ignored).toContain(kept);
});
