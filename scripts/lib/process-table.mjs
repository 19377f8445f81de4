import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/** True when the process exists and is not a zombie. @param {number} pid */
export function isAlive(pid) {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'EPERM') return false;
  }
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return stat.slice(stat.lastIndexOf(')') + 2)[0] !== 'Z';
  } catch {
    return process.platform !== 'linux';
  }
}

/** The command line of a process, '' when it is gone. @param {number} pid */
export function commandLine(pid) {
  try {
    return readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim();
  } catch {
    if (process.platform === 'linux') return '';
    return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout?.trim() ?? '';
  }
}

/** The parent of a process, or null when it cannot be told. @param {number} pid */
export function parentOf(pid) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    return Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
  } catch {
    if (process.platform === 'linux') return null;
    const told = spawnSync('ps', ['-o', 'ppid=', '-p', String(pid)], { encoding: 'utf8' }).stdout;
    return Number(told) || null;
  }
}

/**
 * Calls `onEnd` once when one of the processes above us is gone, looking every second: nothing tells a process that its
 * parent was killed, and a shell between npm and us does not pass signals on.
 * @param {1 | 2} generations
 * @param {() => void} onEnd
 */
export function watchParents(generations, onEnd) {
  const parent = process.ppid;
  const watched = [parent, generations === 2 ? parentOf(parent) : null].filter(
    (pid) => pid !== null && pid > 1,
  );
  const look = setInterval(() => {
    if (process.ppid === parent && watched.every((pid) => isAlive(Number(pid)))) return;
    clearInterval(look);
    onEnd();
  }, 1_000);
  look.unref();
}
