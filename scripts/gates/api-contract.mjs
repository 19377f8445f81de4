// Gate "api contract": openapi.json and the generated client are what the code of today makes.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '../..');
const generated = ['apps/api/openapi.json', 'packages/api-client/src/generated'];

/** @param {string} place @returns {string[]} */
function filesIn(place) {
  if (!existsSync(place)) return [];
  if (statSync(place).isFile()) return [place];
  return readdirSync(place, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));
}

const fingerprints = () =>
  new Map(
    generated
      .flatMap((place) => filesIn(path.join(root, place)))
      .map((file) => [
        path.relative(root, file),
        createHash('sha256').update(readFileSync(file)).digest('hex'),
      ]),
  );

/** @param {string} packageName @param {string} script */
function make(packageName, script) {
  const run = spawnSync('pnpm', ['--filter', packageName, 'run', script], {
    cwd: root,
    encoding: 'utf8',
    timeout: 180_000,
  });
  if (run.status !== 0) throw new Error(`${packageName} ${script} failed\n${run.stdout}${run.stderr}`);
}

const before = fingerprints();
make('@vaktplan/api', 'openapi');
make('@vaktplan/api-client', 'generate');
const after = fingerprints();

const changed = [...new Set([...before.keys(), ...after.keys()])].filter(
  (file) => before.get(file) !== after.get(file),
);
for (const file of changed) console.error(`${file} was out of date; it has been made anew, commit it`);
console.log(`${after.size} generated files, ${changed.length} out of date`);
process.exitCode = changed.length > 0 || after.size === 0 ? 1 : 0;
