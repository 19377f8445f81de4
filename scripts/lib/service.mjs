import { closeSync, existsSync, mkdirSync, openSync, readFileSync, renameSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { hasEnded, spawnBound, stopChild } from './child.mjs';

/**
 * @typedef {object} ServiceSpec
 * @property {string} name
 * @property {string} cwd
 * @property {string[]} args of Node
 * @property {NodeJS.ProcessEnv} env
 * @property {string} readyUrl answered with a status under 400 once it can serve
 */

/**
 * Starts one Node service in a process group of its own (the terminal's Ctrl-C reaches only us, we stop it in order),
 * with everything it prints in `<logDir>/<name>.log`; the log of the start before is kept beside it.
 * @param {ServiceSpec} spec
 * @param {string} logDir
 */
export function startService(spec, logDir) {
  mkdirSync(logDir, { recursive: true });
  const logFile = path.join(logDir, `${spec.name}.log`);
  if (existsSync(logFile)) renameSync(logFile, path.join(logDir, `${spec.name}.previous.log`));
  const log = openSync(logFile, 'a', 0o600);
  const child = spawnBound(process.execPath, spec.args, {
    cwd: spec.cwd,
    env: spec.env,
    stdio: ['ignore', log, log],
    detached: true,
  });
  closeSync(log);
  child.on('error', () => {});
  return {
    name: spec.name,
    child,
    logFile,
    ready: () => untilReady(spec, child),
    stop: () => stopChild(child),
    lastLines: () => lastLines(logFile),
  };
}

/** @typedef {ReturnType<typeof startService>} Service */

const readyWithinMs = 120_000;

/** @param {ServiceSpec} spec @param {import('node:child_process').ChildProcess} child */
async function untilReady(spec, child) {
  const deadline = performance.now() + readyWithinMs;
  while (performance.now() < deadline) {
    if (hasEnded(child)) throw new ServiceEnded(spec.name, child);
    const answer = await fetch(spec.readyUrl, {
      signal: AbortSignal.timeout(2_000),
      redirect: 'manual',
    }).catch(() => null);
    if (answer && answer.status < 400) return;
    await delay(100);
  }
  throw new Error(`${spec.name} was not ready within ${readyWithinMs / 1000} s`);
}

export class ServiceEnded extends Error {
  /** @param {string} service @param {import('node:child_process').ChildProcess} child */
  constructor(service, child) {
    super(`${service} ended with ${child.exitCode ?? child.signalCode}`);
  }
}

/** @param {string} file */
function lastLines(file) {
  if (!existsSync(file)) return '';
  return readFileSync(file, 'utf8').trimEnd().split('\n').slice(-20).join('\n');
}
