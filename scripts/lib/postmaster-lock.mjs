import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { isAlive, commandLine } from './process-table.mjs';

/**
 * Removes a postmaster.pid whose server is gone, after stopping a server that a killed start left behind.
 * A pid that now belongs to another program, or a zombie that nobody reaps, does not count as a server.
 * @param {string} dataDir absolute
 */
export async function clearStaleLock(dataDir) {
  const lock = path.join(dataDir, 'postmaster.pid');
  if (!existsSync(lock)) return;
  const pid = Number(readFileSync(lock, 'utf8').split('\n')[0]);
  const serves = () => isAlive(pid) && commandLine(pid).includes(dataDir);
  if (serves()) {
    process.kill(pid, 'SIGINT');
    for (let waited = 0; waited < 5_000 && serves(); waited += 50) await delay(50);
  }
  if (!serves()) rmSync(lock, { force: true });
}
