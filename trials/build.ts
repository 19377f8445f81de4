import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(import.meta.dirname, '..');

/** The bundles of api and worker as `npm start` runs them; what has not changed is not built again. */
export default function setup(): void {
  const filters = ['api', 'worker'].map((app) => `--filter=@vaktplan/${app}`);
  const built = spawnSync('turbo', ['run', 'build', ...filters, '--output-logs=errors-only', '--no-color'], {
    cwd: root,
    env: { ...process.env, NODE_ENV: 'production' },
    encoding: 'utf8',
  });
  if (built.status !== 0) throw new Error(`The build failed:\n${built.stdout}${built.stderr}`);
}
