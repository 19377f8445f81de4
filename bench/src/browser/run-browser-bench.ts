import { watchParents } from '../../../scripts/lib/process-table.mjs';
import { reportError, step } from '../../../scripts/lib/say.mjs';
import { measureDrag } from './measure-drag.ts';
import { measureFeasibility, measureInteractions, measureWeeks } from './measure-jobs.ts';
import { measureLoad, measureMount } from './measure-load.ts';
import { measureRemote } from './measure-remote.ts';
import { judge, printMeasures, type Measure } from './measures.ts';
import { openBrowser, openManager, type Visit } from './open-page.ts';
import { openProduct, type Product } from './open-product.ts';

/** The schedule in a browser, measured against the goals of its specification. Out: the exit code, 1 when one fails. */
export async function runBrowserBench(): Promise<number> {
  const undo: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(undo));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().then(() => process.exit(130)));
  }
  watchParents(1, () => process.kill(process.pid, 'SIGTERM'));
  const measures: Measure[] = [];
  let failed = false;
  try {
    const product = await openProduct(undo);
    const browser = await openBrowser(undo);
    const visit = await openManager(browser, product);
    const other = await openManager(browser, product, true);
    for (const [name, measure] of Object.entries(jobsOf(product, visit, other))) {
      await step(`Measuring ${name}`, async () => measures.push(...(await measure()))).catch(
        (error: unknown) => {
          failed = true;
          if (!closing) reportError(error);
        },
      );
    }
  } finally {
    await close();
  }
  printMeasures(measures);
  return failed || measures.some((measure) => judge(measure) === 'FAIL') ? 1 : 0;
}

/** In this order: the first is the first visit of a fresh browser. */
const jobsOf = (
  { monday }: Product,
  visit: Visit,
  other: Visit,
): Record<string, () => Promise<readonly Measure[]>> => ({
  load: () => measureLoad(visit),
  weeks: () => measureWeeks(visit, monday),
  drag: () => measureDrag(visit),
  feasibility: async () => [await measureFeasibility(visit)],
  interactions: () => measureInteractions(visit),
  mount: async () => [await measureMount(visit)],
  'remote edits': async () => [await measureRemote(visit, other, monday)],
});

async function closeAll(undo: (() => unknown)[]): Promise<void> {
  for (let action = undo.pop(); action; action = undo.pop()) await action();
}
