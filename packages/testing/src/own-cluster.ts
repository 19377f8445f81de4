import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import pg from 'pg';
import { ensureLoginRoles, runMigrations } from '@vaktplan/db/migrate';
import { takeBaseBackup } from '../../../scripts/lib/base-backup.mjs';
import { startPostgres } from '../../../scripts/lib/postgres.mjs';
import { unpackBackup } from '../../../scripts/lib/restore-cluster.mjs';
import { freePort } from './free-port.ts';
import type { TestDatabase } from './test-database.ts';

type Settings = Record<string, string | number>;
export type OwnCluster = {
  /** A place for data, backups and logs; gone at the end. */
  folder: string;
  port: number;
  database: TestDatabase;
  url: string;
  stop: () => Promise<void>;
  kill: () => Promise<void>;
};

const urlsOf = (port: number): TestDatabase['url'] => {
  const as = (user: string, password: string) => `postgres://${user}:${password}@127.0.0.1:${port}/postgres`;
  return {
    owner: as('postgres', 'postgres'),
    app: as('vaktplan_app', 'app'),
    auth: as('vaktplan_auth', 'auth'),
    relay: as('vaktplan_relay', 'relay'),
  };
};

/** A Postgres of its own, migrated: for tests that stop, copy or replay a whole cluster. `durable`: it survives a kill. */
export async function startOwnCluster(
  settings: (folder: string) => Settings = () => ({}),
): Promise<OwnCluster> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `vaktplan-test-${process.pid}-`));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const server = await startPostgres({
    dataDir: path.join(folder, 'primary'),
    port,
    settings: { shared_buffers: '32MB', max_connections: 60, wal_keep_size: '64MB', ...settings(folder) },
  });
  const url = urlsOf(port);
  await runMigrations(url.owner);
  await ensureLoginRoles(url.owner, { app: 'app', auth: 'auth', relay: 'relay' });
  const stop = async (): Promise<void> => {
    await server.stop();
    rmSync(folder, { recursive: true, force: true });
  };
  const kill = (): Promise<void> =>
    new Promise((resolve) => {
      server.child.once('exit', () => resolve());
      server.child.kill('SIGKILL');
    });
  return { folder, port, url: url.owner, database: { url, drop: stop }, stop, kill };
}

export type Standby = {
  /** As the app's role. */
  url: string;
  /** It still receives the log and replays no more of it. */
  pause: () => Promise<void>;
  resume: () => Promise<void>;
  stop: () => Promise<void>;
  start: () => Promise<void>;
};

/** A streaming replica of the cluster. */
export async function startStandby(primary: OwnCluster): Promise<Standby> {
  const backup = path.join(primary.folder, 'backup-of-standby');
  const dataDir = path.join(primary.folder, 'standby');
  await takeBaseBackup(primary.url, backup);
  unpackBackup(backup, dataDir, 'standby');
  const port = await freePort();
  const start = () =>
    startPostgres({
      dataDir,
      port,
      settings: {
        shared_buffers: '32MB',
        max_connections: 60,
        primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres password=postgres`,
        wal_retrieve_retry_interval: '200ms',
      },
    });
  let server = await start();
  const run = async (statement: string): Promise<void> => {
    const client = new pg.Client({ connectionString: urlsOf(port).owner });
    await client.connect();
    await client.query(statement);
    await client.end();
  };
  return {
    url: urlsOf(port).app,
    pause: () => run('select pg_wal_replay_pause()'),
    resume: () => run('select pg_wal_replay_resume()'),
    stop: () => server.stop(),
    start: async () => {
      server = await start();
    },
  };
}
