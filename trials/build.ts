import { spawnSync } from 'node:child_process';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The bundles of api and worker as `npm start` runs them; what has not changed is not built again. */
export default function setup(): void {
  bePatientWhereBusy();
  const filters = ['api', 'worker'].map((app) => `--filter=@vaktplan/${app}`);
  const built = spawnSync('turbo', ['run', 'build', ...filters, '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}

/** The figures hold where nothing else runs; where it does, the trials say so and allow more time. */
function bePatientWhereBusy(): void {
  const busy = (os.loadavg()[0] ?? 0) / os.availableParallelism();
  if (process.env.TRIALS_PATIENCE || busy < 2) return;
  process.env.TRIALS_PATIENCE = '3';
  console.log(
    `This machine is busy (load ${busy.toFixed(1)} a core): trials are allowed three times as long.`,
  );
}
