import { spawn, spawnSync } from 'node:child_process';

const setpriv =
  process.platform === 'linux' &&
  spawnSync('setpriv', ['--pdeathsig', 'SIGTERM', 'true'], { stdio: 'ignore' }).status === 0;

/**
 * Spawns a child that gets `deathSignal` when we die, even by SIGKILL (Linux with util-linux; elsewhere a plain spawn).
 * @param {string} command
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} options
 * @param {NodeJS.Signals} [deathSignal]
 */
export function spawnBound(command, args, options, deathSignal = 'SIGTERM') {
  if (!setpriv) return spawn(command, args, options);
  const { uid, gid, ...rest } = options;
  const identity =
    uid === undefined ? [] : ['--reuid', String(uid), '--regid', String(gid), '--clear-groups'];
  return spawn('setpriv', [...identity, '--pdeathsig', deathSignal, '--', command, ...args], rest);
}

/** @param {import('node:child_process').ChildProcess} child */
export const hasEnded = (child) => child.exitCode !== null || child.signalCode !== null;

/**
 * Asks a child to stop and resolves when it is gone; after `graceMs` it is asked with `lastSignal`.
 * @param {import('node:child_process').ChildProcess} child
 * @param {{ signal?: NodeJS.Signals, graceMs?: number, lastSignal?: NodeJS.Signals }} [how]
 * @returns {Promise<void>}
 */
export function stopChild(child, { signal = 'SIGTERM', graceMs = 8_000, lastSignal = 'SIGKILL' } = {}) {
  if (hasEnded(child)) return Promise.resolve();
  return new Promise((resolve) => {
    const force = setTimeout(() => child.kill(lastSignal), graceMs);
    child.once('exit', () => {
      clearTimeout(force);
      resolve();
    });
    child.kill(signal);
  });
}

/**
 * Resolves once the child has printed `sign`; rejects with its last output when it ends first.
 * @param {string} name used in the message
 * @param {import('node:child_process').ChildProcess} child spawned with piped stdout and stderr
 * @param {string} sign
 * @param {(text: string) => void} [log] receives everything the child prints, also afterwards
 * @returns {Promise<void>}
 */
export function untilPrinted(name, child, sign, log) {
  let tail = '';
  return new Promise((resolve, reject) => {
    /** @param {Buffer} chunk */
    const read = (chunk) => {
      tail = (tail + chunk).slice(-4_000);
      log?.(chunk.toString());
      if (tail.includes(sign)) resolve();
    };
    child.stdout?.on('data', read);
    child.stderr?.on('data', read);
    child.once('error', reject);
    child.once('exit', (code, signal) => reject(new Error(`${name} ended with ${code ?? signal}\n${tail}`)));
  });
}
