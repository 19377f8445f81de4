import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { spawnBound, stopChild, untilPrinted } from './child.mjs';
import { runnableBinaries, serverIdentity } from './postgres-binaries.mjs';
import { clearStaleLock } from './postmaster-lock.mjs';
import { PlainError } from './say.mjs';

/** @typedef {import('./postgres-binaries.mjs').Identity} Identity */

const superuser = 'postgres';

/**
 * Starts the packaged PostgreSQL on 127.0.0.1, creating the cluster on first use. Works as root and as an ordinary user.
 * @param {object} options
 * @param {string} options.dataDir
 * @param {number} options.port
 * @param {string} [options.password] of the superuser; only read when the cluster is created
 * @param {boolean} [options.durable] false turns fsync off: for throw-away test servers
 * @param {Record<string, string | number>} [options.settings] postgresql.conf settings
 * @param {(text: string) => void} [options.log]
 */
export async function startPostgres({
  durable = true,
  password = 'postgres',
  port,
  settings = {},
  log,
  ...options
}) {
  const identity = serverIdentity();
  const binaries = runnableBinaries(identity);
  const dataDir = path.resolve(options.dataDir);
  prepareFolder(dataDir, identity);
  const how = {
    ...identity,
    cwd: dataDir,
    env: { PATH: '/usr/bin:/bin', HOME: dataDir, LC_ALL: 'C', TZ: 'UTC' },
  };
  if (!existsSync(path.join(dataDir, 'PG_VERSION'))) createCluster(binaries, dataDir, password, durable, how);
  await clearStaleLock(dataDir);

  const all = {
    listen_addresses: '127.0.0.1',
    unix_socket_directories: '',
    port,
    timezone: 'UTC',
    ...(durable ? {} : { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off' }),
    ...settings,
  };
  const flags = Object.entries(all).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawnBound(
    path.join(binaries, 'bin/postgres'),
    ['-D', dataDir, ...flags],
    { ...how, stdio: ['ignore', 'pipe', 'pipe'] },
    'SIGINT',
  );
  // "connections" or, of a server that recovers, "read-only connections"
  await untilPrinted('PostgreSQL', child, 'ready to accept', log).catch((error) => {
    throw explainStart(error, dataDir);
  });
  return {
    child,
    port,
    /** @param {string} [database] */
    url: (database = 'postgres') => `postgres://${superuser}:${password}@127.0.0.1:${port}/${database}`,
    stop: () => stopChild(child, { signal: 'SIGINT', lastSignal: 'SIGQUIT' }),
  };
}

/** @param {string} dataDir @param {Identity} identity */
function prepareFolder(dataDir, identity) {
  mkdirSync(dataDir, { recursive: true });
  if (identity.uid === undefined || identity.gid === undefined) return;
  chownSync(dataDir, identity.uid, identity.gid);
  chmodSync(dataDir, 0o700);
  if (spawnSync('ls', [dataDir], { ...identity, cwd: '/', stdio: 'ignore' }).status !== 0) {
    throw new PlainError(
      `PostgreSQL runs as uid ${identity.uid}, which cannot enter ${dataDir} because a folder above it is closed: ` +
        'set VAKTPLAN_DATA to a folder that others may enter, or DATABASE_URL to a server of your own.',
    );
  }
}

/**
 * @param {string} binaries @param {string} dataDir @param {string} password @param {boolean} durable
 * @param {import('node:child_process').SpawnSyncOptions} how
 */
function createCluster(binaries, dataDir, password, durable, how) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-initdb-'));
  const passwordFile = path.join(folder, 'password');
  writeFileSync(passwordFile, `${password}\n`, { mode: 0o600 });
  if (how.uid !== undefined && how.gid !== undefined) {
    for (const item of [folder, passwordFile]) chownSync(item, how.uid, how.gid);
  }
  // A fixed locale: initdb otherwise inherits the shell's, and an unset one ends in SQL_ASCII.
  const locale = ['--encoding=UTF8', '--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'];
  const args = ['-D', dataDir, '-U', superuser, '--pwfile', passwordFile, '--auth=scram-sha-256', ...locale];
  const made = spawnSync(
    path.join(binaries, 'bin/initdb'),
    [...args, '--no-instructions', ...(durable ? [] : ['--no-sync'])],
    { ...how, encoding: 'utf8' },
  );
  rmSync(folder, { recursive: true, force: true });
  if (made.status === 0) return;
  throw explainStart(new Error(`initdb: ${made.error ?? ''}\n${made.stdout}${made.stderr}`), dataDir);
}

/** @param {Error} error @param {string} dataDir */
function explainStart(error, dataDir) {
  if (/No space left on device/.test(error.message)) {
    return new PlainError(`The disk that holds ${dataDir} is full: make some room and start again.`);
  }
  if (/lock file .* already exists/.test(error.message)) {
    return new PlainError(
      `Another PostgreSQL is using ${dataDir}: stop the Vaktplan that runs from this folder, then start again.`,
    );
  }
  return error;
}
