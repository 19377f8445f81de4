// How much JavaScript a route's first load brings, chunk by chunk, after gzip: `node scripts/gates/script-size.mjs`.
// Fails above a route's limit. Needs a build of apps/web.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { build, routeScripts } from '../lib/route-scripts.mjs';

/** In kB after gzip: where a route should be, and where it fails. `entry` is its folder among the pages. */
const BUDGETS = [
  { route: '/schedule', entry: '(app)/schedule', goal: 260, limit: 300 },
  { route: '/shifts', entry: '(app)/shifts', goal: 190, limit: 220 },
];

if (!existsSync(path.join(build, 'build-manifest.json'))) {
  console.error('apps/web is not built: run `npm test -- builds` first.');
  process.exit(1);
}

let failed = false;
for (const { route, entry, goal, limit } of BUDGETS) {
  const chunks = routeScripts(entry);
  const total = chunks.reduce((sum, chunk) => sum + chunk.bytes, 0) / 1000;
  const verdict = total > limit ? 'FAIL' : total > goal ? 'above the goal' : 'ok';
  failed ||= total > limit;
  console.log(`${route}: ${total.toFixed(1)} kB gz, goal ${goal}, fails above ${limit}: ${verdict}`);
  for (const { file, bytes } of chunks) console.log(`  ${(bytes / 1000).toFixed(1).padStart(6)}  ${file}`);
}
process.exitCode = failed ? 1 : 0;
