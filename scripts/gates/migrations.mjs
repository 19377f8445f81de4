// Gate "migrations": the schema in code and the committed migrations say the same, their history has no fork, and the
// version before goes on working while those are applied that no live system has yet (docs/deploy-railway.md).
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { findBreaking } from './expand-rules.mjs';
import { readMigrations } from './read-migrations.mjs';

const packageDir = path.resolve(import.meta.dirname, '../../packages/db');
const committed = path.join(packageDir, 'migrations');

/** @param {string[]} args */
function drizzleKit(args) {
  const run = spawnSync('drizzle-kit', args, {
    cwd: packageDir,
    encoding: 'utf8',
    env: {
      ...process.env,
      PATH: `${path.join(packageDir, 'node_modules/.bin')}${path.delimiter}${process.env.PATH}`,
    },
  });
  if (run.error) throw run.error;
  return { ok: run.status === 0, output: run.stdout + run.stderr };
}

/** Generates into a copy, so that a forgotten migration never appears in the work tree by testing. */
function findForgotten() {
  const copy = mkdtempSync(path.join(os.tmpdir(), 'migrations-'));
  try {
    cpSync(committed, copy, { recursive: true });
    const before = new Set(readdirSync(copy));
    const run = drizzleKit(['generate', '--dialect=postgresql', '--schema=./src/schema.ts', `--out=${copy}`]);
    if (!run.ok) return run.output;
    const added = readdirSync(copy).filter((name) => !before.has(name));
    return added.length === 0
      ? null
      : `The schema changed without a migration (run: pnpm --filter @vaktplan/db generate).\n${run.output}`;
  } finally {
    rmSync(copy, { recursive: true, force: true });
  }
}

/** What would break the version that runs while the next one is rolled out. */
function findBreakingOnes() {
  const { newestMigration } = JSON.parse(readFileSync(path.join(packageDir, 'released.json'), 'utf8'));
  const found = findBreaking(readMigrations(committed), newestMigration);
  return found.length === 0 ? null : `Not while the version before runs:\n${found.join('\n')}`;
}

const history = drizzleKit(['check']);
const problem = history.ok ? (findForgotten() ?? findBreakingOnes()) : history.output;
if (problem) console.error(problem);
console.log(`${readdirSync(committed).length} migrations`);
process.exitCode = problem ? 1 : 0;
