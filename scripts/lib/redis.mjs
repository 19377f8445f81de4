import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';
import { unpackDebianPackage } from './apt.mjs';
import { spawnBound, stopChild, untilPrinted } from './child.mjs';
import { PlainError } from './say.mjs';

/** @typedef {{ binary: string, env: NodeJS.ProcessEnv }} RedisProgram */

/** @param {RedisProgram} program */
const runs = ({ binary, env }) => spawnSync(binary, ['--version'], { env, stdio: 'ignore' }).status === 0;

/**
 * A Redis or Valkey server that runs here: REDIS_SERVER_BIN, PATH, or one unpacked earlier into `toolsDir`.
 * @param {string} toolsDir
 * @param {NodeJS.ProcessEnv} [env]
 * @returns {RedisProgram | null}
 */
export function findRedis(toolsDir, env = process.env) {
  const installed = [env.REDIS_SERVER_BIN, 'redis-server', 'valkey-server']
    .filter((binary) => binary !== undefined && binary !== '')
    .map((binary) => ({ binary: String(binary), env }));
  return [...installed, ...unpackedPrograms(toolsDir, env)].find(runs) ?? null;
}

/** @param {string} toolsDir @param {NodeJS.ProcessEnv} env @returns {RedisProgram[]} */
function unpackedPrograms(toolsDir, env) {
  return ['redis-server', 'valkey-server'].flatMap((name) => {
    const root = path.join(toolsDir, name);
    if (!existsSync(root)) return [];
    const libraries = ['usr/lib', 'lib'].flatMap((lib) => {
      const dir = path.join(root, lib);
      if (!existsSync(dir)) return [];
      return readdirSync(dir)
        .filter((entry) => entry.includes('-linux-'))
        .map((entry) => path.join(dir, entry));
    });
    const search = [...libraries, env.LD_LIBRARY_PATH].filter(Boolean).join(':');
    return [{ binary: path.join(root, 'usr/bin', name), env: { ...env, LD_LIBRARY_PATH: search } }];
  });
}

/**
 * A Redis that runs, unpacked from the Debian archive into `toolsDir` when the machine has none.
 * @param {string} toolsDir
 * @param {{ env?: NodeJS.ProcessEnv, unpack?: typeof unpackDebianPackage }} [how]
 * @returns {RedisProgram}
 */
export function obtainRedis(toolsDir, { env = process.env, unpack = unpackDebianPackage } = {}) {
  const found = findRedis(toolsDir, env);
  if (found) return found;
  const reasons = [];
  for (const name of ['redis-server', 'valkey-server']) {
    const problem = unpack(name, path.join(toolsDir, name));
    const program = findRedis(toolsDir, env);
    if (program) return program;
    reasons.push(problem ?? `the unpacked ${name} does not run here`);
  }
  throw new PlainError(
    `Redis is missing and could not be fetched (${reasons[0]}): install redis-server 7 or newer ` +
      '(for example "sudo apt-get install redis-server" or "brew install redis"), or set REDIS_URL to a server of your own.',
  );
}

/**
 * Starts Redis on 127.0.0.1. Durable means append-only file and snapshots.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} options.port
 * @param {string} options.toolsDir where an unpacked Redis is kept
 * @param {boolean} [options.durable]
 * @param {(text: string) => void} [options.log]
 */
export async function startRedis({ dataDir, port, toolsDir, durable = true, log }) {
  const { binary, env } = obtainRedis(toolsDir);
  const folder = path.resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const settings = {
    port,
    bind: '127.0.0.1',
    dir: folder,
    'protected-mode': 'yes',
    daemonize: 'no',
    'maxmemory-policy': 'noeviction',
    appendonly: durable ? 'yes' : 'no',
    appendfsync: 'everysec',
    save: durable ? '900 1' : '',
  };
  const flags = Object.entries(settings).flatMap(([key, value]) => [`--${key}`, String(value)]);
  const child = spawnBound(binary, flags, { cwd: folder, env, stdio: ['ignore', 'pipe', 'pipe'] });
  await untilPrinted('Redis', child, 'Ready to accept connections', log);
  return { child, port, url: `redis://127.0.0.1:${port}`, stop: () => stopChild(child, { graceMs: 5_000 }) };
}
