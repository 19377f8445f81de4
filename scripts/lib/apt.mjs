import { spawnSync } from 'node:child_process';
import { mkdirSync, readdirSync } from 'node:fs';
import path from 'node:path';

/** @param {string[]} args @param {string} [cwd] */
const aptGet = (args, cwd) =>
  spawnSync('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...args], {
    cwd,
    encoding: 'utf8',
    env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive', LC_ALL: 'C' },
  });

export const hasApt = () => aptGet(['--version']).status === 0;

/** Package lists in a folder of our own, for users who may not refresh the system's. @param {string} dir */
const ownLists = (dir) => ['-o', `Dir::State::lists=${dir}/lists`, '-o', `Dir::Cache=${dir}/cache`];

/**
 * Downloads a Debian package with the dependencies that this system lacks and unpacks them into `into`.
 * Nothing is installed, no service starts, no root is needed.
 * @param {string} name
 * @param {string} into
 * @returns {string | null} why it failed, or null when it worked
 */
export function unpackDebianPackage(name, into) {
  if (!hasApt()) return 'this system has no apt-get';
  const debs = path.join(into, 'debs');
  for (const dir of ['debs', 'lists/partial', 'cache/archives/partial']) {
    mkdirSync(path.join(into, dir), { recursive: true });
  }
  const problem = download(name, debs, []);
  if (problem) {
    aptGet([...ownLists(into), 'update']);
    const again = download(name, debs, ownLists(into));
    if (again) return again;
  }
  for (const file of readdirSync(debs).filter((entry) => entry.endsWith('.deb'))) {
    const unpacked = spawnSync('dpkg', ['-x', path.join(debs, file), into], { encoding: 'utf8' });
    if (unpacked.status !== 0) return `dpkg could not unpack ${file}: ${unpacked.stderr.trim()}`;
  }
  return null;
}

/** @param {string} name @param {string} debs @param {string[]} lists @returns {string | null} */
function download(name, debs, lists) {
  const plan = aptGet([...lists, '--simulate', '--no-install-recommends', 'install', name]);
  const packages = [...plan.stdout.matchAll(/^Inst (\S+)/gm)].flatMap((match) => match[1] ?? []);
  if (packages.length === 0) return `apt-get offers no ${name}`;
  const got = aptGet([...lists, 'download', ...packages], debs);
  return got.status === 0 ? null : `apt-get download ${name}: ${got.stderr.trim().split('\n').at(-1)}`;
}

/**
 * Installs Debian packages system-wide; only root may.
 * @param {string[]} names
 * @returns {string | null} why it failed, or null when it worked
 */
export function installDebianPackages(names) {
  if (process.getuid?.() !== 0) return 'installing needs root';
  if (!hasApt()) return 'this system has no apt-get';
  const install = () => aptGet(['install', '-y', '--no-install-recommends', ...names]);
  if (install().status === 0) return null;
  aptGet(['update']);
  const again = install();
  return again.status === 0
    ? null
    : `apt-get install ${names.join(' ')}: ${again.stderr.trim().split('\n').at(-1)}`;
}
