import { readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';

export const build = path.resolve(import.meta.dirname, '../../apps/web/.next');

/** @param {string} file */
const read = (file) => readFileSync(path.join(build, file), 'utf8');

/**
 * @param {string} entry the route's folder among the pages
 * @returns {string[]} the files a browser loads for the page: Next's own, its layouts' and its own
 */
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

/**
 * The scripts of a route's first load, the largest first. Needs a build of apps/web.
 * @param {string} entry the route's folder among the pages
 * @returns {{ file: string, bytes: number }[]} with their bytes after gzip
 */
export const routeScripts = (entry) =>
  chunksOf(entry)
    .map((file) => ({ file, bytes: gzipSync(read(file), { level: 9 }).length }))
    .toSorted((a, b) => b.bytes - a.bytes);
