// `npm start`: builds what changed, then runs the whole product on this machine until Ctrl-C or SIGTERM.
import path from 'node:path';
import { choosePort } from './lib/ports.mjs';
import { explainFailure } from './lib/explain.mjs';
import { buildApps } from './lib/build.mjs';
import { openServers } from './lib/local-servers.mjs';
import { watchParents } from './lib/process-table.mjs';
import { migrate, seedOnce } from './lib/database.mjs';
import { claimDataFolder } from './lib/run-lock.mjs';
import { localSecrets } from './lib/secrets.mjs';
import { serviceSpecs } from './lib/service-specs.mjs';
import { startService } from './lib/service.mjs';
import { PlainError, reportError, secondsSince, step } from './lib/say.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dataDir = path.resolve(root, process.env.VAKTPLAN_DATA ?? '.data');
const started = performance.now();

/** @type {(() => unknown)[]} newest last; stopping goes backwards */
const undo = [];
let stopping = false;

/** @param {number} exitCode */
async function stop(exitCode) {
  if (stopping) return;
  stopping = true;
  const since = performance.now();
  for (const action of undo.toReversed()) await action();
  if (undo.length > 1) console.log(`  ${'Stopped'.padEnd(40)}${secondsSince(since)}`);
  process.exit(exitCode);
}

/** @param {string} name @param {import('node:child_process').ChildProcess} child @param {() => string} [lastLines] */
function stopWhenEnded(name, child, lastLines) {
  child.once('exit', (code, signal) => {
    if (stopping) return;
    const log = lastLines?.();
    console.error(
      `\n${name} ended with ${code ?? signal}, so the rest is stopped.${log ? ` Its last lines:\n${log}` : ''}`,
    );
    void stop(1);
  });
}

async function choosePorts() {
  const wished = {
    web: Number(process.env.WEB_PORT ?? 3000),
    api: Number(process.env.API_PORT ?? 3001),
    worker: Number(process.env.WORKER_PORT ?? 3002),
    files: Number(process.env.FILES_PORT ?? 3003),
    postgres: 54_329,
    redis: 63_799,
  };
  const given = new Set(Object.values(wished));
  const chosen = { ...wished };
  for (const name of /** @type {(keyof typeof wished)[]} */ (Object.keys(wished))) {
    given.delete(wished[name]);
    chosen[name] = await choosePort(wished[name], given);
    given.add(chosen[name]);
    if (chosen[name] !== wished[name])
      console.log(`  Port ${wished[name]} is taken: ${name} uses ${chosen[name]}.`);
  }
  return chosen;
}

async function start() {
  const claim = claimDataFolder(dataDir, 'scripts/start.mjs');
  undo.push(claim.release);
  const secrets = localSecrets(dataDir);
  await step('Building web, api and worker', () => buildApps(root, undo));
  const ports = await choosePorts();
  const servers = await step('Starting PostgreSQL and Redis', () =>
    openServers({ dataDir, password: secrets.POSTGRES_PASSWORD, ports, env: process.env }),
  );
  undo.push(servers.stop);
  for (const { name, child } of servers.processes) stopWhenEnded(name, child);

  const { adminUrl, redisUrl } = servers;
  await step('Migrating the database', () => migrate(adminUrl, secrets));
  const { services, origin } = serviceSpecs({ root, dataDir, ports, adminUrl, redisUrl, secrets });
  await seedOnce({
    root,
    adminUrl,
    dataDir,
    undo,
    env: { ...services[0]?.env, OWNER_DATABASE_URL: adminUrl },
  });

  const logDir = path.join(dataDir, 'logs');
  await step('Starting api, worker and web', async () => {
    const running = services.map((spec) => startService(spec, logDir));
    undo.push(() => Promise.all(running.map((service) => service.stop())));
    for (const service of running) stopWhenEnded(service.name, service.child, service.lastLines);
    await Promise.all(running.map((service) => service.ready()));
  });
  if (stopping) return;
  claim.tell({ ...origin, worker: `http://localhost:${ports.worker}`, databaseUrl: adminUrl, redisUrl });
  announce(origin.web, logDir);
}

/** @param {string} address @param {string} logDir */
function announce(address, logDir) {
  const accounts = ['owner', 'manager', 'employee'].map((name) => `${name}@vaktplan.test`).join(', ');
  console.log(`
Vaktplan is ready after ${secondsSince(started).trim()}: ${address}

  Sign in as    ${process.env.VAKTPLAN_SEED === 'chain' ? 'owner@chain.vaktplan.test' : accounts}
  Password      vaktplan-demo
  Logs          ${path.relative(process.cwd(), logDir)}
  Stop          Ctrl-C (the data stays in ${path.relative(process.cwd(), dataDir)})
`);
}

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']))
  process.on(signal, () => void stop(0));
watchParents(1, () => void stop(1));

try {
  await start();
} catch (error) {
  if (!stopping) {
    const text = error instanceof Error ? error.message : String(error);
    const known = error instanceof PlainError ? null : explainFailure(text, dataDir);
    reportError(known ? new PlainError(known) : error);
    await stop(1);
  }
}
