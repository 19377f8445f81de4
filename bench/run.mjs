// `npm run bench`: every job beside its floor, interleaved, on servers of its own. `--quick` takes shorter rounds,
// other words choose jobs by name: `npm run bench -- week clock-in`.
import { runBench } from './src/run-bench.ts';

process.exitCode = await runBench(process.argv.slice(2));
