// `npm test`, and all that CI runs: every gate of the project. `npm test -- lint tests` runs only those.
import path from 'node:path';
import { obtainChromium } from './lib/chromium.mjs';
import { watchParents } from './lib/process-table.mjs';
import { runGate, stopGates } from './lib/run-gate.mjs';
import { secondsSince } from './lib/say.mjs';

/** @typedef {import('./lib/run-gate.mjs').Gate} Gate */

const root = path.resolve(import.meta.dirname, '..');

/** Cheap ones run two at a time. @type {Gate[]} */
const quick = [
  { name: 'format', command: ['oxfmt', '--check', '.'] },
  { name: 'lint', command: ['oxlint', '--type-aware', '--deny-warnings'] },
  { name: 'house-rules', command: ['node', 'scripts/gates/house.mjs'] },
  { name: 'arrows', command: ['pnpm', 'run', 'arrows'] },
  { name: 'types', command: ['pnpm', 'run', 'typecheck'] },
  { name: 'script-types', command: ['tsc', '-p', 'scripts'] },
  { name: 'unused', command: ['knip', '--no-config-hints'] },
  { name: 'migrations', command: ['node', 'scripts/gates/migrations.mjs'] },
  { name: 'phone-native', command: ['node', 'scripts/gates/phone-native.mjs'] },
];

/** Each of these keeps the machine busy by itself. @type {Gate[]} */
const heavy = [
  { name: 'api-contract', command: ['node', 'scripts/gates/api-contract.mjs'] },
  { name: 'tests', command: ['vitest', 'run', '--reporter=dot'], fact: /^\s+Tests\s+.*$/m },
  { name: 'phone-tests', command: ['pnpm', '--filter', '@vaktplan/mobile', 'test'], fact: /^Tests:.*$/m },
  { name: 'builds', command: ['turbo', 'run', 'build', '--output-logs=errors-only'] },
  { name: 'phone-builds', command: ['node', 'scripts/gates/phone-builds.mjs'], fact: /^web: .*$/m },
  { name: 'trials', command: ['vitest', 'run', '--config', 'trials/vitest.config.ts'] },
  { name: 'script-size', command: ['node', 'scripts/gates/script-size.mjs'], fact: /^\/schedule: .*$/m },
  { name: 'images', command: ['node', 'scripts/images.mjs'], prepare: whenAsked, fact: /^images: .*$/m },
  { name: 'journeys', command: ['vitest', 'run', '--config', 'e2e/vitest.config.ts'], prepare: withChromium },
];

function withChromium() {
  const chromium = obtainChromium();
  return 'missing' in chromium ? { skip: chromium.missing } : { env: { CHROMIUM: chromium.browser } };
}

function whenAsked() {
  if (process.env.VAKTPLAN_IMAGES === '1') return {};
  return { skip: 'building three images takes long: VAKTPLAN_IMAGES=1, as root, with buildah' };
}

const wanted = process.argv.slice(2);
const all = [...quick, ...heavy];
const unknown = wanted.filter((name) => !all.some((gate) => gate.name === name));
if (unknown.length > 0) {
  console.error(
    `No gate is called ${unknown.join(', ')}. There are: ${all.map((gate) => gate.name).join(', ')}.`,
  );
  process.exit(1);
}
/** @param {Gate[]} gates */
const chosen = (gates) => (wanted.length === 0 ? gates : gates.filter((gate) => wanted.includes(gate.name)));

for (const signal of /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP'])) {
  process.on(signal, () => void stopGates().then(() => process.exit(130)));
}
watchParents(1, () => void stopGates().then(() => process.exit(1)));

const started = performance.now();
/** @type {('passed' | 'failed' | 'skipped')[]} */
const results = [];
/** @param {Gate[]} queue */
const worker = async (queue) => {
  for (let gate = queue.shift(); gate; gate = queue.shift()) results.push(await runGate(gate, root));
};
const queue = chosen(quick);
await Promise.all([worker(queue), worker(queue)]);
await worker(chosen(heavy));

/** @param {'passed' | 'failed' | 'skipped'} kind */
const count = (kind) => results.filter((result) => result === kind).length;
console.log(
  `\nAll gates took ${secondsSince(started).trim()}${count('skipped') > 0 ? `, ${count('skipped')} skipped` : ''}.`,
);
console.log(`${count('passed')} passed, ${count('failed')} failed`);
process.exitCode = count('failed') > 0 ? 1 : 0;
