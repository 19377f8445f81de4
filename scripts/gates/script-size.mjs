// How much JavaScript a route's first load brings, chunk by chunk, after gzip: `node scripts/gates/script-size.mjs`.
// Fails above a route's limit. Needs a build of apps/web.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

/** In kB after gzip: where a route should be, and where it fails. `entry` is its folder among the pages. */
const BUDGETS = [
  { route: '/schedule', entry: '(app)/schedule', goal: 260, limit: 300 },
  { route: '/shifts', entry: '(app)/shifts', goal: 190, limit: 220 },
];

const build = path.resolve(import.meta.dirname, '../../apps/web/.next');
if (!existsSync(path.join(build, 'build-manifest.json'))) {
  console.error('apps/web is not built: run `npm test -- builds` first.');
  process.exit(1);
}
/** @param {string} file */
const read = (file) => readFileSync(path.join(build, file), 'utf8');

/** @param {string} entry @returns {string[]} the files a browser loads for the page: Next's own, its layouts' and its own */
function chunksOf(entry) {
  /** @type {{ rootMainFiles: string[] }} */
  const { rootMainFiles } = JSON.parse(read('build-manifest.json'));
  const source = read(`server/app/${entry}/page_client-reference-manifest.js`);
  /** @type {{ entryJSFiles: Record<string, string[]> }} */
  const manifest = JSON.parse(
    source.slice(source.indexOf('{', source.indexOf('] = ')), source.lastIndexOf('}') + 1),
  );
  const wanted = /\/(layout|error|page)$/;
  const own = Object.entries(manifest.entryJSFiles).flatMap(([name, files]) =>
    wanted.test(name) ? files : [],
  );
  return [...new Set([...rootMainFiles, ...own])];
}

let failed = false;
for (const { route, entry, goal, limit } of BUDGETS) {
  const chunks = chunksOf(entry)
    .map((file) => ({ file, bytes: gzipSync(read(file), { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
  const total = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0) / 1000;
  const verdict = total > limit ? 'FAIL' : total > goal ? 'above the goal' : 'ok';
  failed ||= total > limit;
  console.log(`${route}: ${total.toFixed(1)} kB gz, goal ${goal}, fails above ${limit}: ${verdict}`);
  for (const { file, bytes } of chunks) console.log(`  ${(bytes / 1000).toFixed(1).padStart(6)}  ${file}`);
}
process.exitCode = failed ? 1 : 0;
