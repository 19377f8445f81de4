import { readdirSync, readFileSync } from 'node:fs';

const NS_PER_MS = 1e6;
const MS_PER_TICK = 10;

/**
 * CPU milliseconds of a living process, from the scheduler's own account of its threads: `stat` counts in steps of 10 ms,
 * a tenth of what a round of deliveries costs. 0 for a process that is gone.
 */
function cpuOf(pid: number): number {
  try {
    const threads = readdirSync(`/proc/${pid}/task`);
    return threads.reduce((sum, thread) => sum + onCpu(`/proc/${pid}/task/${thread}/schedstat`), 0);
  } catch {
    return 0;
  }
}

const onCpu = (file: string): number => Number(readFileSync(file, 'utf8').split(' ')[0]) / NS_PER_MS;

/** CPU milliseconds of the children of a process that have ended: cutime + cstime. */
function cpuOfEnded(pid: number): number {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  // the command's name may hold spaces: count from its closing bracket
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[13]) + Number(fields[14])) * MS_PER_TICK;
}

/** CPU milliseconds used so far by these processes. */
export const cpuOfProcesses = (pids: readonly number[]): number =>
  pids.reduce((sum, pid) => sum + cpuOf(pid), 0);

/** CPU milliseconds used so far by a Postgres: the postmaster, the backends that live and those that have ended. */
export function cpuOfPostgres(postmaster: number): number {
  const children = readFileSync(`/proc/${postmaster}/task/${postmaster}/children`, 'utf8');
  const pids = children.trim().split(' ').map(Number);
  return cpuOfProcesses([postmaster, ...pids]) + cpuOfEnded(postmaster);
}
