import { spawnSync } from 'node:child_process';
import { chmodSync, chownSync, existsSync, mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import pg from 'pg';
import { startPostgres } from './postgres.mjs';
import { serverIdentity } from './postgres-binaries.mjs';
import { PlainError } from './say.mjs';

/**
 * Unpacks a base backup into an empty folder, to be started with `startPostgres`. `standby`: it goes on following its
 * primary; `restore`: it replays what the archive holds and is a server of its own then; neither: it is as the backup was.
 * @param {string} backup folder with base.tar
 * @param {string} dataDir must not exist
 * @param {'standby' | 'restore' | 'as-is'} how
 */
export function unpackBackup(backup, dataDir, how) {
  const archive = path.join(backup, 'base.tar');
  if (!existsSync(archive)) throw new PlainError(`There is no base.tar in ${backup}.`);
  // written last
  if (!existsSync(path.join(backup, 'backup.json')))
    throw new PlainError(`The backup in ${backup} was never finished.`);
  if (existsSync(dataDir)) throw new PlainError(`${dataDir} exists: restore into a folder of its own.`);
  mkdirSync(dataDir, { recursive: true });
  const tar = spawnSync('tar', ['-xf', archive, '-C', dataDir], { encoding: 'utf8' });
  if (tar.status !== 0) throw new PlainError(`tar: ${tar.error?.message ?? tar.stderr}`);
  if (how !== 'as-is')
    writeFileSync(path.join(dataDir, `${how === 'standby' ? 'standby' : 'recovery'}.signal`), '');
  const { uid, gid } = serverIdentity();
  if (uid !== undefined && gid !== undefined) {
    const owned = spawnSync('chown', ['-R', `${uid}:${gid}`, dataDir], { encoding: 'utf8' });
    if (owned.status !== 0) throw new PlainError(`chown: ${owned.stderr}`);
    chownSync(dataDir, uid, gid);
  }
  chmodSync(dataDir, 0o700);
}

/** The setting that makes a server copy each finished piece of its log away. @param {string} folder */
export const archivingInto = (folder) => ({
  archive_mode: 'on',
  archive_command: `test ! -f ${folder}/%f && cp %p ${folder}/.%f && mv ${folder}/.%f ${folder}/%f`,
});

/** The setting with which a restored server reads them back. @param {string} folder */
export const restoringFrom = (folder) => ({ restore_command: `cp ${folder}/%f %p` });

/**
 * Restores a backup, and everything that the archive holds since, into a cluster of its own, and waits until it takes writes.
 * It listens on loopback and believes whoever is on this machine, until it is started anew as it is meant to run.
 * @param {{ backup: string, dataDir: string, archive?: string | undefined, port: number }} options
 */
export async function restoreCluster({ backup, dataDir, archive, port }) {
  unpackBackup(backup, dataDir, archive ? 'restore' : 'as-is');
  const trust = path.join(dataDir, 'restore_hba.conf');
  writeFileSync(trust, 'host all all 127.0.0.1/32 trust\n', { mode: 0o644 });
  const server = await startPostgres({
    dataDir,
    port,
    settings: { hba_file: trust, archive_mode: 'off', ...(archive ? restoringFrom(archive) : {}) },
  });
  try {
    await untilWritable(server.url());
    return server;
  } catch (error) {
    await server.stop();
    throw error;
  }
}

/** @param {string} url */
async function untilWritable(url) {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    for (;;) {
      const { rows } = await client.query('select pg_is_in_recovery() as recovers');
      if (!rows[0].recovers) return;
      await delay(100);
    }
  } finally {
    await client.end();
  }
}
