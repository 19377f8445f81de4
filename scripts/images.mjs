// `npm run images [-- api worker web]`: builds the images as they are at HEAD with buildah, starts each as its user, asks for its
// health and ends it. Needs root and Debian's buildah (and mmdebstrap where the registry of the base image is out of reach).
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { baseOf, obtainBase, openBuildah, whyNoBuildah } from './lib/buildah.mjs';
import { hasEnded } from './lib/child.mjs';
import { freePort } from './lib/ports.mjs';
import { reportError, secondsSince, step } from './lib/say.mjs';

const root = path.resolve(import.meta.dirname, '..');
const CACHE = '/var/tmp/vaktplan-images';
const nowhere = 'postgres://nobody:nothing@127.0.0.1:9/none';
const secret = 'of-a-start-that-nobody-uses-0123456789';

/** Enough to start without any server beside: liveness asks for none. @type {Record<string, { health: string, env: Record<string, string> }>} */
const SERVICES = {
  api: {
    health: '/health/live',
    env: {
      DATABASE_URL: nowhere,
      AUTH_DATABASE_URL: nowhere,
      REDIS_URL: 'redis://127.0.0.1:9',
      AUTH_SECRET: secret,
      TICKET_SECRET: secret,
      SERVICE_TOKEN_SECRET: secret,
      PIN_SECRET: secret,
      ORIGIN_SECRET: secret,
      PUBLIC_WEB_URL: 'http://127.0.0.1',
      PUBLIC_API_URL: 'http://127.0.0.1',
      SMTP_URL: 'smtp://127.0.0.1:9',
    },
  },
  worker: {
    health: '/health/live',
    env: {
      DATABASE_URL: nowhere,
      RELAY_DATABASE_URL: nowhere,
      REDIS_URL: 'redis://127.0.0.1:9',
      AUTH_SECRET: secret,
      PUBLIC_WEB_URL: 'http://127.0.0.1',
      SMTP_URL: 'smtp://127.0.0.1:9',
    },
  },
  web: {
    health: '/api/health',
    env: { API_URL: 'http://127.0.0.1:9', PUBLIC_API_URL: 'http://127.0.0.1', ORIGIN_SECRET: secret },
  },
};

/** @param {import('./lib/buildah.mjs').Buildah} buildah @param {string} app @param {string} image */
async function startImage(buildah, app, image) {
  const { Cmd: command, User: user } = JSON.parse(buildah.run('inspect', '--type', 'image', image)).OCIv1
    .config;
  if (user !== 'node') throw new Error(`the image of ${app} runs as ${user}`);
  const container = buildah.run('from', '--pull-never', image);
  const uid = buildah.run('run', container, '--', 'node', '-p', 'process.getuid()');
  if (uid !== '1000') throw new Error(`${app} runs as uid ${uid}`);
  const mayWrite = `try { require('fs').writeFileSync('/app/x', ''); console.log('yes') } catch { console.log('no') }`;
  if (buildah.run('run', container, '--', 'node', '-e', mayWrite) !== 'no')
    throw new Error(`${app} may write to /app`);

  const { health, env } = SERVICES[app] ?? { health: '', env: {} };
  const port = await freePort();
  const settings = Object.entries({ ...env, PORT: String(port) }).flatMap(([name, value]) => [
    '--env',
    `${name}=${value}`,
  ]);
  const child = buildah.start('run', ...settings, container, '--', ...command);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  const until = performance.now() + 60_000;
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}${health}`).catch(() => null);
    if (answer?.ok) break;
    if (hasEnded(child) || performance.now() > until)
      throw new Error(`${app} did not start:\n${output.slice(-4000)}`);
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  const ended = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await ended;
  if (await fetch(`http://127.0.0.1:${port}${health}`).catch(() => null))
    throw new Error(`${app} outlives SIGTERM`);
  buildah.run('rm', container);
}

const started = performance.now();
const why = whyNoBuildah();
if (why) console.log(`images: skipped, ${why}`);
else {
  mkdirSync(CACHE, { recursive: true });
  const folder = mkdtempSync(path.join(CACHE, 'build-'));
  try {
    const context = path.join(folder, 'context');
    const cloned = spawnSync('git', ['clone', '--quiet', '--depth', '1', `file://${root}`, context], {
      encoding: 'utf8',
    });
    if (cloned.status !== 0) throw new Error(cloned.stderr);
    const buildah = openBuildah(folder);
    const wanted = process.argv.length > 2 ? process.argv.slice(2) : Object.keys(SERVICES);
    const base = baseOf(path.join(context, 'dockerfiles/Dockerfile.api'));
    const how = await step(`Base ${base}`, () => obtainBase(buildah, base, CACHE));
    for (const app of wanted) {
      const file = path.join(context, `dockerfiles/Dockerfile.${app}`);
      if (how === 'stand-in') writeFileSync(file, readFileSync(file, 'utf8').replaceAll(/@sha256:\w+/g, ''));
      const image = `vaktplan-check/${app}`;
      await step(`Building ${app}`, () =>
        buildah.run(
          'bud',
          '--pull-never',
          '--format',
          'docker',
          '--layers=false',
          '-t',
          image,
          '-f',
          file,
          context,
        ),
      );
      await step(`Starting ${app}`, () => startImage(buildah, app, image));
    }
    console.log(
      `images: ${wanted.join(', ')} built and started on a base that was ${how},${secondsSince(started)}`,
    );
  } catch (error) {
    reportError(error);
    process.exitCode = 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
