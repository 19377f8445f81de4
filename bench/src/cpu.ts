import { readFileSync } from 'node:fs';

const MS_PER_TICK = 10;

/** utime + stime in milliseconds, `reaped` with those of ended children; 0 for a process that is gone. */
function cpuOf(pid: number, reaped = false): number {
  let stat: string;
  try {
    stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return 0;
  }
  // the command's name may hold spaces: count from its closing bracket
  const [utime, stime, cutime, cstime] = stat
    .slice(stat.lastIndexOf(')') + 2)
    .split(' ')
    .slice(11, 15)
    .map(Number) as [number, number, number, number];
  return (utime + stime + (reaped ? cutime + cstime : 0)) * MS_PER_TICK;
}

/** CPU milliseconds used so far by these processes. */
export const cpuOfProcesses = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

/** CPU milliseconds used so far by a Postgres: the postmaster, the backends that live and those that have ended. */
export function cpuOfPostgres(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  return cpuOf(postmaster, true) + cpuOfProcesses(children.trim().split(' ').map(Number));
}
