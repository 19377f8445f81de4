import path from 'node:path';
import { takeBaseBackup } from '../../scripts/lib/base-backup.mjs';
import { freePort } from '../../scripts/lib/ports.mjs';
import { startPostgres } from '../../scripts/lib/postgres.mjs';
import { unpackBackup } from '../../scripts/lib/restore-cluster.mjs';

/** A streaming replica of the bench's Postgres, in a folder beside it. */
export async function startStandby(
  folder: string,
  primary: { port: number; url: () => string },
  appPassword: string,
): Promise<{ pid: number; url: string; stop: () => Promise<void> }> {
  const backup = path.join(folder, 'backup');
  const dataDir = path.join(folder, 'standby');
  await takeBaseBackup(primary.url(), backup);
  unpackBackup(backup, dataDir, 'standby');
  const port = await freePort();
  const server = await startPostgres({
    dataDir,
    port,
    settings: {
      max_connections: 200,
      track_commit_timestamp: 'on',
      primary_conninfo: `host=127.0.0.1 port=${primary.port} user=postgres password=postgres`,
    },
  });
  return {
    pid: server.child.pid ?? 0,
    url: `postgres://vaktplan_app:${appPassword}@127.0.0.1:${port}/postgres`,
    stop: server.stop,
  };
}
