// `npm run backup -- <new folder>`: a base backup of a running cluster, with the log that belongs to it. Of OWNER_DATABASE_URL (a
// role that may replicate), or of the installation that `npm start` runs here.
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { takeBaseBackup } from './lib/base-backup.mjs';
import { clusterFolder } from './lib/cluster-folder.mjs';
import { localSecrets } from './lib/secrets.mjs';
import { PlainError, reportError } from './lib/say.mjs';

const root = path.resolve(import.meta.dirname, '..');
const dataDir = path.resolve(root, process.env.VAKTPLAN_DATA ?? '.data');

function localUrl() {
  const file = path.join(clusterFolder(dataDir), 'postmaster.pid');
  if (!existsSync(file)) {
    throw new PlainError(
      'Vaktplan does not run here: start it, or set OWNER_DATABASE_URL to the server to back up.',
    );
  }
  // the fourth line of Postgres' own file is its port
  const port = readFileSync(file, 'utf8').split('\n')[3];
  return `postgres://postgres:${localSecrets(dataDir).POSTGRES_PASSWORD}@127.0.0.1:${port}/vaktplan`;
}

try {
  const folder = process.argv[2];
  if (!folder) throw new PlainError('Say where to: npm run backup -- <folder that does not exist yet>');
  if (existsSync(folder)) throw new PlainError(`${folder} exists: a backup gets a folder of its own.`);
  const { bytes, seconds } = await takeBaseBackup(process.env.OWNER_DATABASE_URL ?? localUrl(), folder);
  console.log(`${(bytes / 1e6).toFixed(1)} MB in ${seconds.toFixed(1)} s: ${path.resolve(folder)}`);
} catch (error) {
  reportError(error);
  process.exitCode = 1;
}
