// `npm run bench`: every job beside its floor, interleaved, on servers of its own. `--quick` takes shorter rounds,
// other words choose jobs by name: `npm run bench -- week clock-in`. `npm run bench -- browser` (or
// `npm run bench:browser`) measures the schedule in a browser instead, `npm run bench -- lighthouse` (or
// `npm run bench:lighthouse`) gives Lighthouse's scores of the signed-in pages; words choose pages there.
import { runBench } from './src/run-bench.ts';
import { runBrowserBench } from './src/browser/run-browser-bench.ts';

const args = process.argv.slice(2);
const rest = args.filter((word) => word !== 'lighthouse');

async function run() {
  if (args.includes('browser')) return runBrowserBench();
  if (rest.length === args.length) return runBench(args);
  // it brings much along that the others do not need
  const { runLighthouse } = await import('./src/lighthouse/run-lighthouse.ts');
  return runLighthouse(rest);
}

process.exitCode = await run();
