// Gate "house rules": what STYLE asks of every file and no linter checks.
import { readdirSync, readFileSync } from 'node:fs';
import { findBreaches } from './house-rules.mjs';

const generated = /^(packages\/api-client\/src\/generated|packages\/db\/migrations)\//;
const aboutItself = /^scripts\/gates\/house/;

const notOurs = new Set([
  '.git',
  '.data',
  '.expo',
  '.next',
  '.turbo',
  'node_modules',
  'dist',
  'coverage',
  'test-results',
]);

/** @param {string} folder @returns {string[]} paths with / from the root */
function walk(folder) {
  return readdirSync(folder || '.', { withFileTypes: true }).flatMap((entry) => {
    const file = folder ? `${folder}/${entry.name}` : entry.name;
    if (entry.isDirectory()) return notOurs.has(entry.name) ? [] : walk(file);
    return entry.isFile() ? [file] : [];
  });
}

const files = walk('')
  .filter((file) => !generated.test(file) && !aboutItself.test(file) && !file.endsWith('next-env.d.ts'))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const breaches = findBreaches(files);
for (const breach of breaches) console.error(breach);
console.log(`${files.length} files, ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 ? 1 : 0;
