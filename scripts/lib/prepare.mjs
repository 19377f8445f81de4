import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { accessSync, constants, existsSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { spawnBound } from './child.mjs';
import { explainFailure } from './explain.mjs';
import { watchParents } from './process-table.mjs';
import { PlainError, reportError, step } from './say.mjs';

// By default a dead registry is tried for ten minutes: npm asks for each package in turn, and waits up to a minute each time.
const patience = ['--fetch-retries=1', '--fetch-retry-mintimeout=1000'];

const root = fileURLToPath(new URL('../..', import.meta.url));
const tools = path.join(root, 'tools');
/** @param {string} folder */
const binaries = (folder) => path.join(folder, 'node_modules', '.bin');

/** @type {import('node:child_process').ChildProcess | undefined} */
let current;
let interrupted = false;

/**
 * Brings the pinned pnpm, the dependencies and Node 24 into the checkout (a stamp makes a repeat cost nothing), then runs
 * the given script of this repository with them. Plain Node 20 and npm suffice.
 * @param {string[]} command script and its arguments
 * @returns {Promise<number>} exit code
 */
export async function prepareAndRun(command) {
  for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
    process.on(signal, () => {
      interrupted = true;
      current?.kill(signal);
    });
  }
  const env = environment();
  // npm starts us through a shell, which dies of a signal without telling us.
  if (process.env.npm_lifecycle_event) watchParents(2, () => process.kill(process.pid, 'SIGTERM'));
  try {
    assertWritable();
    await installTools(env);
    await installDependencies(env, command.includes('scripts/check.mjs'));
    return await hand(pinnedNode(), command, env);
  } catch (error) {
    if (interrupted) return 130;
    const known = error instanceof PlainError ? null : explainFailure(String(error), root);
    reportError(known ? new PlainError(known) : error);
    return 1;
  }
}

/** npm hands its own settings down as npm_* variables and pnpm would take them for its configuration. */
function environment() {
  const wanted = /^npm_config_(registry|proxy|https_proxy|noproxy|cafile|userconfig|cache)$/i;
  const kept = Object.entries(process.env).filter(([name]) => !/^npm_/i.test(name) || wanted.test(name));
  const registry = process.env.npm_config_registry;
  return {
    ...Object.fromEntries(kept),
    ...(registry && { pnpm_config_registry: registry }),
    PATH: [binaries(root), binaries(tools), process.env.PATH].join(path.delimiter),
    NEXT_TELEMETRY_DISABLED: '1',
    TURBO_TELEMETRY_DISABLED: '1',
    DO_NOT_TRACK: '1',
  };
}

function assertWritable() {
  try {
    accessSync(root, constants.W_OK);
  } catch {
    throw new PlainError(explainFailure('EACCES', root) ?? '');
  }
}

/** @param {NodeJS.ProcessEnv} env */
async function installTools(env) {
  const key = digest([path.join(tools, 'package.json'), path.join(tools, 'package-lock.json')]);
  const stamp = path.join(tools, 'node_modules/.stamp');
  if (isStamped(stamp, key)) return;
  await step('Getting pnpm', () =>
    run('npm', ['install', '--no-audit', '--no-fund', '--loglevel=error', ...patience], tools, env),
  );
  writeFileSync(stamp, key);
}

/** @param {NodeJS.ProcessEnv} env @param {boolean} withPhone the phone app is installed only for its own tests */
async function installDependencies(env, withPhone) {
  const key = digest([path.join(root, 'pnpm-lock.yaml'), path.join(root, 'pnpm-workspace.yaml')]);
  const stamp = path.join(root, 'node_modules/.stamp');
  const everything = `${key} with the phone app`;
  if (isStamped(stamp, everything) || (!withPhone && isStamped(stamp, key))) return;
  const args = ['install', '--frozen-lockfile', '--reporter=append-only', '--loglevel=warn'];
  // React Native and Expo are more than all the rest, and nobody starts them here
  if (!withPhone) args.unshift('--filter', '!@vaktplan/mobile');
  await step('Installing dependencies', () => run('pnpm', args, root, { ...env, CI: '1' }));
  writeFileSync(stamp, withPhone ? everything : key);
}

/** @param {string[]} files */
const digest = (files) =>
  createHash('sha256')
    .update(files.map((file) => readFileSync(file, 'utf8')).join('\0'))
    .digest('hex');

/** @param {string} stamp @param {string} key */
const isStamped = (stamp, key) => existsSync(stamp) && readFileSync(stamp, 'utf8') === key;

/**
 * Runs an installer quietly; its output is shown only when it fails for a reason that has no sentence.
 * @param {string} command @param {string[]} args @param {string} cwd @param {NodeJS.ProcessEnv} env
 * @returns {Promise<void>}
 */
function run(command, args, cwd, env) {
  const child = spawn(command, args, { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] });
  current = child;
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', () =>
      reject(new PlainError(`${command} was not found: install Node with npm, then start again.`)),
    );
    child.once('close', (code) => {
      if (code === 0) return resolve();
      const sentence = explainFailure(output, cwd);
      reject(
        sentence ? new PlainError(sentence) : new Error(`${command} ${args.join(' ')} failed\n${output}`),
      );
    });
  });
}

/** Node 24 from the dependencies; a platform without that package must bring its own. */
function pinnedNode() {
  const pinned = path.join(binaries(root), 'node');
  if (existsSync(pinned)) return pinned;
  if (Number(process.versions.node.split('.')[0]) >= 24) return process.execPath;
  throw new PlainError(
    `There is no packaged Node 24 for ${process.platform}-${process.arch}: install Node 24 from https://nodejs.org and start again.`,
  );
}

/** @param {string} node @param {string[]} command @param {NodeJS.ProcessEnv} env @returns {Promise<number>} */
function hand(node, command, env) {
  const child = spawnBound(node, command, { cwd: root, env, stdio: 'inherit' });
  current = child;
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(code ?? (signal === 'SIGINT' ? 130 : 143)));
  });
}
