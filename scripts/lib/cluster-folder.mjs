import { spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, mkdtempSync, realpathSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { serverIdentity } from './postgres-binaries.mjs';

/** @param {string} folder @param {import('./postgres-binaries.mjs').Identity} identity */
const canEnter = (folder, identity) =>
  spawnSync('ls', [folder], { ...identity, cwd: '/', stdio: 'ignore' }).status === 0;

/**
 * Where this installation keeps its Postgres cluster: `<dataDir>/postgres`. Under root the server runs as another account,
 * and a checkout below a closed folder such as /root is out of its reach; then `<dataDir>/postgres` is a link to a folder
 * of its own under `elsewhere`.
 * @param {string} dataDir
 * @param {string} [elsewhere]
 */
export function clusterFolder(dataDir, elsewhere = '/var/lib/vaktplan') {
  const usual = path.join(dataDir, 'postgres');
  if (existsSync(usual)) return realpathSync(usual);
  mkdirSync(dataDir, { recursive: true });
  const identity = serverIdentity();
  if (identity.uid === undefined || canEnter(dataDir, identity)) return usual;
  mkdirSync(elsewhere, { recursive: true });
  const reachable = mkdtempSync(path.join(elsewhere, 'postgres-'));
  chmodSync(elsewhere, 0o755);
  symlinkSync(reachable, usual);
  return reachable;
}
