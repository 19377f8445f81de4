import { watchParents } from '../../../scripts/lib/process-table.mjs';
import { step } from '../../../scripts/lib/say.mjs';
import { judge, printMeasures, type Measure } from '../browser/measures.ts';
import { openBrowser, openManager } from '../browser/open-page.ts';
import { openProduct } from '../browser/open-product.ts';
import { freePort } from '../../../scripts/lib/ports.mjs';
import { auditRoute, launchForAudits, type Route } from './audit-route.ts';

/** What is asked of which page; the schedule is judged by its speed too. Scores of 0 to 100. */
const ROUTES: readonly Route[] = [
  { path: '/schedule', form: 'desktop', performance: { goal: 95, failAt: 90 } },
  { path: '/shifts', form: 'mobile', performance: { goal: 90, failAt: 80 } },
  { path: '/dashboard', form: 'desktop' },
  { path: '/employees', form: 'desktop' },
  { path: '/timesheets', form: 'desktop' },
  { path: '/settings', form: 'desktop' },
];

/**
 * Lighthouse over the signed-in pages of the whole product, with 1,000 people and 5,000 shifts a week; of each score the
 * median. Out: the exit code, 1 when a page is below its limit. `asked`: only routes that contain one of these words.
 */
export async function runLighthouse(asked: readonly string[]): Promise<number> {
  const undo: (() => unknown)[] = [];
  let closing: Promise<void> | undefined;
  const close = (): Promise<void> => (closing ??= closeAll(undo));
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    process.once(signal, () => void close().then(() => process.exit(130)));
  }
  watchParents(1, () => process.kill(process.pid, 'SIGTERM'));
  const measures: Measure[] = [];
  try {
    const product = await openProduct(undo);
    const { page } = await openManager(await openBrowser(undo), product, true);
    const port = await freePort();
    await launchForAudits(port, await page.context().cookies(product.web), undo);
    const routes = ROUTES.filter(
      ({ path }) => asked.length === 0 || asked.some((word) => path.includes(word)),
    );
    for (const route of routes) {
      await step(`Lighthouse of ${route.path}, ${route.form}`, async () =>
        measures.push(...(await auditRoute(route, { web: product.web, port }))),
      );
    }
  } finally {
    await close();
  }
  printMeasures(measures, 'Lighthouse, scores');
  return measures.some((measure) => judge(measure) === 'FAIL') ? 1 : 0;
}

async function closeAll(undo: (() => unknown)[]): Promise<void> {
  for (let action = undo.pop(); action; action = undo.pop()) await action();
}
