import { spawnBound } from '../../scripts/lib/child.mjs';
import path from 'node:path';
import { watchParents } from '../../scripts/lib/process-table.mjs';
import { reportError, step } from '../../scripts/lib/say.mjs';
import { measureBurst, measureQueues } from './jobs/burst.ts';
import { measureClockIn } from './jobs/clock-in.ts';
import { measureCommitToSocket } from './jobs/commit-to-socket.ts';
import { measureFanOut } from './jobs/fan-out.ts';
import { measurePublish } from './jobs/publish.ts';
import { measureWeek } from './jobs/week.ts';
import { measureScaling } from './scaling/measure-scaling.ts';
import { openMachine, type Machine } from './open-machine.ts';
import { FULL, QUICK, type Pace } from './pace.ts';
import { judge, printReport, type Result } from './report.ts';

type Job = (machine: Machine, pace: Pace) => Promise<Result>;
const JOBS: Readonly<Record<string, Job>> = {
  week: measureWeek,
  publish: measurePublish,
  'clock-in': measureClockIn,
  burst: measureBurst,
  queues: measureQueues,
  'fan-out': measureFanOut,
  'commit-to-socket': measureCommitToSocket,
};

/** Compares numbers of machines, not with a floor; only when named. */
const SCALING = 'scaling';

const root = path.resolve(import.meta.dirname, '../..');

/** Runs the jobs named (none: all) and prints the table. Out: the exit code, 1 when a goal was missed or a job failed. */
export async function runBench(args: readonly string[]): Promise<number> {
  const pace = args.includes('--quick') ? QUICK : FULL;
  const wantsScaling = args.includes(SCALING);
  const named = args.filter((arg) => !arg.startsWith('--') && arg !== SCALING);
  const unknown = named.filter((name) => !(name in JOBS));
  if (unknown.length > 0) {
    console.error(
      `No job is called ${unknown.join(', ')}. There are: ${[...Object.keys(JOBS), SCALING].join(', ')}.`,
    );
    return 1;
  }
  const undo: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(undo));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().then(() => process.exit(130)));
  }
  watchParents(1, () => process.kill(process.pid, 'SIGTERM'));

  const results: Result[] = [];
  let failed = false;
  try {
    await step('Building api and worker', buildServers);
    const machine = await openMachine(undo);
    console.log(`  ${machine.data.shifts} shifts of 12 organisations`);
    if (wantsScaling) await measureScaling(machine, pace);
    for (const [name, job] of Object.entries(JOBS)) {
      if (wantsScaling && named.length === 0) break;
      if (named.length > 0 && !named.includes(name)) continue;
      await step(`Measuring ${name}`, async () => results.push(await job(machine, pace))).catch((error) => {
        failed = true;
        // an interrupted job fails because its servers are gone
        if (!closing) reportError(error);
      });
    }
  } finally {
    await close();
  }
  printReport(results);
  return failed || results.some((result) => !judge(result).passed) ? 1 : 0;
}

async function closeAll(undo: (() => unknown)[]): Promise<void> {
  for (let action = undo.pop(); action; action = undo.pop()) await action();
}

/** What is built already is not built again. */
function buildServers(): Promise<void> {
  const filters = ['api', 'worker'].map((name) => `--filter=@vaktplan/${name}`);
  const child = spawnBound('turbo', ['run', 'build', ...filters, '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let output = '';
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${output}`)),
    );
  });
}
