// Gate "house rules": what STYLE asks of every file and no linter checks.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { findBreaches } from './house-rules.mjs';

const generated = /^(packages\/api-client\/src\/generated|packages\/db\/migrations)\//;
const aboutItself = /^scripts\/gates\/house/;

const listed = spawnSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], {
  encoding: 'utf8',
});
if (listed.status !== 0) throw new Error(`git ls-files: ${listed.stderr}`);
const files = listed.stdout
  .split('\n')
  .filter((file) => file && !generated.test(file) && !aboutItself.test(file) && existsSync(file))
  .map((file) => ({ file, text: readFileSync(file, 'utf8') }));

const breaches = findBreaches(files);
for (const breach of breaches) console.error(breach);
console.log(`${files.length} files, ${breaches.length} breaches`);
process.exitCode = breaches.length > 0 ? 1 : 0;
