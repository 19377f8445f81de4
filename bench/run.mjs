// `npm run bench`: every job beside its floor, interleaved, on servers of its own. `--quick` takes shorter rounds,
// other words choose jobs by name: `npm run bench -- week clock-in`. `npm run bench -- browser` (or
// `npm run bench:browser`) measures the schedule in a browser instead.
import { runBench } from './src/run-bench.ts';
import { runBrowserBench } from './src/browser/run-browser-bench.ts';

const args = process.argv.slice(2);
process.exitCode = args.includes('browser') ? await runBrowserBench() : await runBench(args);
