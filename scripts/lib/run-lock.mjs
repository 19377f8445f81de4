import { closeSync, mkdirSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { commandLine, isAlive } from './process-table.mjs';
import { PlainError } from './say.mjs';

/**
 * What a running start tells about itself in run.json.
 * @typedef {{ pid: number, script: string, startedAt: string, web?: string, api?: string, worker?: string, databaseUrl?: string, redisUrl?: string }} RunRecord
 */

/**
 * Claims a data folder for this process, so that two starts never share one. A record whose owner is dead is replaced.
 * @param {string} dataDir
 * @param {string} script by which the owner is recognised among processes, for a pid may be used again
 */
export function claimDataFolder(dataDir, script) {
  mkdirSync(dataDir, { recursive: true });
  const file = path.join(dataDir, 'run.json');
  /** @type {RunRecord} */
  const record = { pid: process.pid, script, startedAt: new Date().toISOString() };
  if (!createOnce(file, record)) {
    const owner = readRecord(file);
    if (owner && ownerRuns(owner)) {
      throw new PlainError(
        `Vaktplan already runs from ${dataDir} (process ${owner.pid}${owner.web ? `, ${owner.web}` : ''}): ` +
          `stop it with Ctrl-C in its window or "kill ${owner.pid}", or set VAKTPLAN_DATA to another folder.`,
      );
    }
    rmSync(file, { force: true });
    if (!createOnce(file, record)) throw new PlainError(`Two starts met in ${dataDir}: run it once more.`);
  }
  return {
    /** @param {Partial<RunRecord>} facts */
    tell: (facts) =>
      writeFileSync(file, `${JSON.stringify(Object.assign(record, facts), null, 2)}\n`, { mode: 0o600 }),
    release: () => rmSync(file, { force: true }),
  };
}

/** @param {RunRecord} owner */
const ownerRuns = (owner) =>
  owner.pid !== process.pid && isAlive(owner.pid) && commandLine(owner.pid).includes(owner.script);

/** @param {string} file @param {RunRecord} record */
function createOnce(file, record) {
  try {
    const handle = openSync(file, 'wx', 0o600);
    writeFileSync(handle, JSON.stringify(record));
    closeSync(handle);
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file @returns {RunRecord | null} null when a crash left half a record */
function readRecord(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}
