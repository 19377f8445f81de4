import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';
import { spawnBound, stopChild, untilPrinted } from '../../../scripts/lib/child.mjs';
import { serverIdentity } from '../../../scripts/lib/postgres-binaries.mjs';
import { freePort } from './free-port.ts';

const PROGRAM = 'pgbouncer';
/** Debian's package `pgbouncer` brings it. */
export const hasPgBouncer = spawnSync(PROGRAM, ['--version'], { stdio: 'ignore' }).status === 0;

export type Bouncer = { url: string; stop: () => Promise<void> };

/** PgBouncer in transaction mode before the database: `size` connections, however many clients. */
export async function startPgBouncer(databaseUrl: string, size: number): Promise<Bouncer> {
  const folder = mkdtempSync(path.join(os.tmpdir(), `vaktplan-test-${process.pid}-bouncer-`));
  chmodSync(folder, 0o755);
  const port = await freePort();
  const url = new URL(databaseUrl);
  const users = path.join(folder, 'users.txt');
  writeFileSync(users, `"${url.username}" "${url.password}"\n`);
  const config = path.join(folder, 'pgbouncer.ini');
  writeFileSync(
    config,
    `[databases]
* = host=${url.hostname} port=${url.port}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = scram-sha-256
auth_file = ${users}
pool_mode = transaction
default_pool_size = ${size}
max_client_conn = 100
`,
  );
  const { uid, gid } = serverIdentity();
  const identity = uid === undefined || gid === undefined ? {} : { uid, gid };
  const child = spawnBound(PROGRAM, [config], { ...identity, stdio: ['ignore', 'pipe', 'pipe'] }, 'SIGINT');
  await untilPrinted('PgBouncer', child, 'process up');
  url.port = String(port);
  return {
    url: url.href,
    stop: async () => {
      await stopChild(child, { signal: 'SIGINT' });
      rmSync(folder, { recursive: true, force: true });
    },
  };
}
