import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';

const src = path.resolve(import.meta.dirname, '..');
const app = path.join(src, 'app');
/** Without comments and what is only a type. */
const text = (file: string) =>
  readFileSync(file, 'utf8').replaceAll(/\/\*\*[\s\S]*?\*\/|^import type [^;]*;/gm, '');

function fileOf(importer: string, wanted: string): string | undefined {
  if (!/^(@\/|\.)/.test(wanted)) return undefined;
  const base = wanted.startsWith('@/')
    ? path.join(src, wanted.slice(2))
    : path.resolve(path.dirname(importer), wanted);
  return [base, `${base}.ts`, `${base}.tsx`].find((file) => /\.tsx?$/.test(file) && existsSync(file));
}

const importsOf = (file: string): string[] =>
  [...text(file).matchAll(/(?:from|import\()\s*'([^']+)'/g)].flatMap(([, wanted]) => {
    const found = fileOf(file, wanted ?? '');
    return found ? [found] : [];
  });

/** Everything that a file imports, at once or later, with itself. */
function filesOf(entry: string): string[] {
  const seen = new Set<string>();
  const queue = [entry];
  for (let file = queue.pop(); file; file = queue.pop()) {
    if (seen.has(file)) continue;
    seen.add(file);
    queue.push(...importsOf(file));
  }
  return [...seen];
}

/** The namespaces that components ask for. */
const asked = (files: readonly string[]): string[] =>
  files.flatMap((file) => [...text(file).matchAll(/useWords\('(\w+)'\)/g)].map(([, name]) => name ?? ''));

/** Those that panels bring along when they are opened. */
const broughtLater = (files: readonly string[]): string[] =>
  files.flatMap((file) =>
    [...text(file).matchAll(/withWords\(\s*\['(\w+)'\]/g)].map(([, name]) => name ?? ''),
  );

/** The namespaces that a file sends to somebody: those in its lists of words, also where a permission decides. */
function sent(file: string): string[] {
  const source = text(file);
  const lists = [
    ...source.matchAll(/\b(?:of|besides)=\{\[([\s\S]*?)\]\}/g),
    ...source.matchAll(/\bOWN(?:_WORDS)? = \[([^\]]*)\]/g),
  ];
  const always = source.includes('<Spoken') ? ['app'] : [];
  return [
    ...always,
    ...lists.flatMap(([, list]) => [...(list ?? '').matchAll(/'(\w+)'/g)].map(([, name]) => name ?? '')),
  ];
}

function layoutsOf(file: string): string[] {
  const layouts: string[] = [];
  for (let folder = path.dirname(file); folder.startsWith(app); folder = path.dirname(folder)) {
    const layout = path.join(folder, 'layout.tsx');
    if (existsSync(layout) && layout !== file) layouts.push(layout);
  }
  return layouts;
}

const entries = globSync('**/{page,loading,error,layout}.tsx', { cwd: app });

describe('the words that components ask for are sent along', () => {
  test.each(entries)('%s', (entry) => {
    const file = path.join(app, entry);
    const files = filesOf(file);
    const given = new Set([...[file, ...layoutsOf(file)].flatMap(sent), ...broughtLater(files)]);
    expect([...new Set(asked(files))].filter((namespace) => !given.has(namespace))).toEqual([]);
  });
});
