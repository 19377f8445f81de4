/**
 * One rule that no linter has: which files it looks at, and what it finds wrong in one.
 * @typedef {{ name: string, applies(file: string): boolean, find(text: string, file: string): string | null }} HouseRule
 */

/** @param {string} file */
const isTest = (file) => /\.(test|spec)\.tsx?$/.test(file);
/** @param {string} file */
const isCode = (file) => /\.(ts|tsx|mjs|css)$/.test(file);
const vagueNames = new Set([
  'utils',
  'util',
  'helpers',
  'helper',
  'common',
  'misc',
  'shared',
  'stuff',
  'base',
  'manager',
]);

/** What expo-router calls them. */
const routerNames = new Set(['_layout.tsx', '+not-found.tsx']);

// A program begins somewhere: what it starts gets the time handed in.
const programs = new Set(['packages/core/src/seed/cli.ts']);

/** @param {string} name @param {RegExp} pattern @param {string} why @param {(file: string) => boolean} [applies] @returns {HouseRule} */
const forbid = (name, pattern, why, applies = isCode) => ({
  name,
  applies,
  find: (text) => {
    const at = text.search(pattern);
    return at < 0 ? null : `line ${text.slice(0, at).split('\n').length}: ${why}`;
  },
});

/** @type {HouseRule[]} */
export const houseRules = [
  {
    name: 'file length',
    applies: isCode,
    find: (text, file) => {
      const limit = isTest(file) ? 400 : 250;
      const lines = text.trimEnd().split('\n').length;
      return lines > limit ? `${lines} lines, ${limit} allowed: split it by verb or role` : null;
    },
  },
  {
    name: 'vague name',
    applies: () => true,
    find: (_text, file) => {
      const vague = file.split('/').find((part) => vagueNames.has(part.split('.')[0]?.toLowerCase() ?? ''));
      return vague ? `"${vague}" says nothing: name it by what it does` : null;
    },
  },
  {
    name: 'file name',
    applies: isCode,
    find: (_text, file) => {
      const name = file.split('/').at(-1) ?? '';
      return /^[a-z0-9.[\]-]+$/.test(name) || routerNames.has(name) ? null : 'file names are kebab-case';
    },
  },
  forbid('zod import', /import (z|\{ ?z ?\}|type \{ ?z ?\}) from 'zod'/, "write import * as z from 'zod'"),
  forbid(
    'silenced tool',
    /@ts-(ignore|nocheck|expect-error)|(eslint|oxlint|prettier|oxfmt)-(disable|ignore)/,
    'mend the cause',
  ),
  forbid('unfinished', /\b(TODO|FIXME|XXX)\b/, 'finish it or write an issue'),
  forbid(
    'skipped test',
    /\b(it|test|describe|dbTest)\.(skip|only|todo)\b/,
    'a test runs or is not there',
    isTest,
  ),
  forbid(
    'clock',
    /new Date\(\)|Date\.now\(|Temporal\.Now\b/,
    'ctx.now() is the only clock in core',
    (file) => file.startsWith('packages/core/src/') && !isTest(file) && !programs.has(file),
  ),
];

/**
 * @param {{ file: string, text: string }[]} files paths from the root of the repository, with /
 * @returns {string[]} one line for each breach
 */
export function findBreaches(files) {
  return files.flatMap(({ file, text }) =>
    houseRules
      .filter((rule) => rule.applies(file))
      .flatMap((rule) => {
        const problem = rule.find(text, file);
        return problem ? [`${file}: ${rule.name}, ${problem}`] : [];
      }),
  );
}
