import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, renameSync } from 'node:fs';
import path from 'node:path';
import { spawnBound } from './child.mjs';

const CA_BUNDLE = '/etc/ssl/certs/ca-certificates.crt';
const NPM_FOLDERS = ['/usr/lib/node_modules/npm', '/usr/local/lib/node_modules/npm'];

/** Why images cannot be built here; null: they can. */
export function whyNoBuildah() {
  if (process.getuid?.() !== 0) return 'building images without an engine needs root';
  if (spawnSync('buildah', ['--version'], { stdio: 'ignore' }).status !== 0)
    return 'no buildah (apt-get install buildah)';
  return null;
}

/** Buildah with a store of its own, which goes with the folder. @param {string} folder */
export function openBuildah(folder) {
  const place = ['--root', path.join(folder, 'store'), '--runroot', path.join(folder, 'run')];
  /** @param {string} driver */
  const works = (driver) =>
    spawnSync('buildah', ['--storage-driver', driver, ...place, 'info'], { stdio: 'ignore' }).status === 0;
  // vfs copies every layer whole: only where nothing else works, as inside another container
  const own = ['--storage-driver', works('overlay') ? 'overlay' : 'vfs', ...place];
  const env = { ...process.env, BUILDAH_ISOLATION: 'chroot' };
  /** @param {string[]} args */
  const run = (...args) => {
    const done = spawnSync('buildah', [...own, ...args], { env, encoding: 'utf8', maxBuffer: 1e9 });
    if (done.status === 0) return done.stdout.trim();
    throw new Error(`buildah ${args.join(' ')}:\n${(done.stdout + done.stderr).slice(-6000)}`);
  };
  return {
    run,
    /** @param {string[]} args */
    start: (...args) => spawnBound('buildah', [...own, ...args], { env, stdio: ['ignore', 'pipe', 'pipe'] }),
  };
}
/** @typedef {ReturnType<typeof openBuildah>} Buildah */

/**
 * Gets the base image, or where its registry is out of reach makes a stand-in: the same Debian, this very Node, an npm.
 * @param {Buildah} buildah @param {string} image @param {string} cache where the stand-in's Debian is kept
 * @returns {'pulled' | 'stand-in'}
 */
export function obtainBase(buildah, image, cache) {
  const name = `docker.io/library/${image}`;
  try {
    buildah.run('pull', '--quiet', name);
    return 'pulled';
  } catch {
    const container = buildah.run('from', 'scratch');
    buildah.run('add', '--quiet', container, debianTree(cache), '/');
    buildah.run('copy', '--quiet', container, realpathSync(process.execPath), '/usr/local/bin/node');
    const npm = NPM_FOLDERS.find((folder) => existsSync(folder));
    if (!npm) throw new Error('a stand-in for the base image needs an npm, and there is none here');
    buildah.run('copy', '--quiet', container, npm, '/usr/local/lib/node_modules/npm');
    buildah.run(
      'run',
      container,
      '--',
      'ln',
      '-s',
      '../lib/node_modules/npm/bin/npm-cli.js',
      '/usr/local/bin/npm',
    );
    buildah.run('run', container, '--', 'useradd', '--uid', '1000', '--create-home', 'node');
    if (existsSync(CA_BUNDLE)) {
      buildah.run('copy', '--quiet', container, CA_BUNDLE, CA_BUNDLE);
      for (const variable of ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE']) {
        buildah.run('config', '--env', `${variable}=${CA_BUNDLE}`, container);
      }
    }
    // it is known by its tag: a digest is the real one's
    buildah.run('commit', '--quiet', container, name.replace(/@.*/, ''));
    buildah.run('rm', container);
    return 'stand-in';
  }
}

/** @param {string} cache */
function debianTree(cache) {
  const tar = path.join(cache, 'bookworm.tar');
  if (existsSync(tar)) return tar;
  mkdirSync(cache, { recursive: true });
  const partial = path.join(cache, `partial-${process.pid}.tar`);
  const wanted = '--include=ca-certificates,libstdc++6';
  const made = spawnSync('mmdebstrap', ['--variant=minbase', wanted, 'bookworm', partial], {
    encoding: 'utf8',
  });
  if (made.status !== 0)
    throw new Error(`mmdebstrap (apt-get install mmdebstrap): ${made.error ?? made.stderr.slice(-2000)}`);
  renameSync(partial, tar);
  return tar;
}

/** The base that a Dockerfile begins with. @param {string} dockerfile */
export const baseOf = (dockerfile) => /^FROM (\S+)/m.exec(readFileSync(dockerfile, 'utf8'))?.[1] ?? '';
