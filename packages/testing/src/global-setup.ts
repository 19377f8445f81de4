import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { isAlive } from '../../../scripts/lib/process-table.mjs';
import { startRedis } from '../../../scripts/lib/redis.mjs';
import { freePort } from './free-port.ts';

/** The database that every test database is cloned from; it holds the migrated, empty schema. */
const templateDatabase = 'vaktplan_template';
const folderPrefix = 'vaktplan-test-';
const repository = path.resolve(import.meta.dirname, '../../..');

type Server = { url: string; stop(): Promise<void> };

/**
 * Vitest's global setup: a throw-away Postgres and Redis for the whole run, or the ones named by TEST_POSTGRES_URL
 * (superuser, database postgres) and TEST_REDIS_URL. Both variables are set for the tests.
 */
export default async function setup(): Promise<() => Promise<void>> {
  const folder = throwAwayFolder();
  const started: Server[] = [];
  const stopAll = async () => {
    await Promise.all(started.map((server) => server.stop()));
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const [postgres, redis] = await Promise.all([
      process.env.TEST_POSTGRES_URL ? null : throwAwayPostgres(folder),
      process.env.TEST_REDIS_URL ? null : throwAwayRedis(folder),
    ]);
    if (postgres) {
      started.push(postgres);
      process.env.TEST_POSTGRES_URL = postgres.url;
    }
    if (redis) {
      started.push(redis);
      process.env.TEST_REDIS_URL = redis.url;
    }
    await makeTemplate(process.env.TEST_POSTGRES_URL ?? '');
  } catch (error) {
    await stopAll();
    throw error;
  }
  return stopAll;
}

function throwAwayFolder(): string {
  const parent = os.tmpdir();
  for (const name of readdirSync(parent).filter((entry) => entry.startsWith(folderPrefix))) {
    const owner = Number(name.slice(folderPrefix.length).split('-')[0]);
    if (!isAlive(owner)) rmSync(path.join(parent, name), { recursive: true, force: true });
  }
  const folder = mkdtempSync(path.join(parent, `${folderPrefix}${process.pid}-`));
  // Under root the server runs as another account, which must be able to enter.
  chmodSync(folder, 0o755);
  return folder;
}

async function throwAwayPostgres(folder: string): Promise<Server> {
  const server = await startPostgres({
    dataDir: path.join(folder, 'postgres'),
    port: await freePort(),
    durable: false,
    settings: { max_connections: 200, shared_buffers: '64MB' },
  });
  return { url: server.url(), stop: server.stop };
}

async function throwAwayRedis(folder: string): Promise<Server> {
  return startRedis({
    dataDir: path.join(folder, 'redis'),
    port: await freePort(),
    toolsDir: path.join(repository, '.data/tools'),
    durable: false,
  });
}

/** Drops a template left by an earlier run on a given server, creates it anew and migrates it. */
async function makeTemplate(serverUrl: string): Promise<void> {
  const admin = new pg.Client({ connectionString: serverUrl });
  await admin.connect();
  await admin.query(`drop database if exists ${templateDatabase} with (force)`);
  await admin.query(`create database ${templateDatabase}`);
  await admin.end();

  const migrate = path.join(repository, 'packages/db/src/migrate.ts');
  if (!existsSync(migrate)) return;
  const { ensureLoginRoles, runMigrations } = (await import(
    /* @vite-ignore */ migrate
  )) as typeof import('@vaktplan/db/migrate');
  const url = new URL(serverUrl);
  url.pathname = `/${templateDatabase}`;
  await runMigrations(url.href);
  await ensureLoginRoles(url.href, { app: 'app', auth: 'auth', relay: 'relay' });
}
