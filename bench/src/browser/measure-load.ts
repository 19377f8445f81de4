import { routeScripts } from '../../../scripts/lib/route-scripts.mjs';
import { slowNetwork, type Visit } from './open-page.ts';
import type { Measure } from './measures.ts';

const CHIPS = '[role=grid] [data-chip]';

/** A cold load over a slow network: what it brings, when the largest part is painted, what jumps, how much there is. */
export async function measureLoad(visit: Visit): Promise<Measure[]> {
  const { page, cdp } = visit;
  const scripts = new Map<string, number>();
  cdp.on('Network.responseReceived', ({ requestId, type }) => {
    if (type === 'Script') scripts.set(requestId, 0);
  });
  cdp.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    if (scripts.has(requestId)) scripts.set(requestId, encodedDataLength);
  });
  await slowNetwork(visit, true);
  await page.goto('/schedule');
  await page.locator(CHIPS).first().waitFor();
  const atLoad = [...scripts.values()].reduce((sum, bytes) => sum + bytes, 0);
  await page.waitForLoadState('networkidle');
  await slowNetwork(visit, false);
  const seen = await page.evaluate(() => ({
    lcp: window.watched.lcp,
    cls: window.watched.cls,
    nodes: document.querySelectorAll('*').length,
  }));
  const ofRoute = routeScripts('(app)/schedule').reduce((sum, { bytes }) => sum + bytes, 0);
  const note = `over the wire until the first shifts stand there, with what is loaded when needed: ${(atLoad / 1000).toFixed(0)}`;
  return [
    { name: 'LCP of /schedule', unit: 'ms', value: seen.lcp, goal: 2000, failAt: 2500 },
    { name: 'CLS', unit: '', value: seen.cls, goal: 0.02, failAt: 0.1 },
    { name: 'scripts of the route', unit: 'kB', value: ofRoute / 1000, goal: 260, failAt: 300, note },
    { name: 'DOM nodes', unit: '', value: seen.nodes, goal: 2500, failAt: 4000 },
  ];
}

/** From another page, by its link: the time between the data's arrival and the painted grid. */
export async function measureMount({ page }: Visit): Promise<Measure> {
  await page.goto('/settings');
  await page.waitForLoadState('networkidle');
  const painted = page.evaluate(async (chips) => {
    const at = await window.watched.painted(() => document.querySelector(chips) !== null);
    const arrived = performance
      .getEntriesByType('resource')
      .filter((entry) => entry.name.includes('/schedule') || entry.name.includes('/api/v1/shifts'))
      .map((entry) => (entry as PerformanceResourceTiming).responseEnd)
      .filter((end) => end < at);
    return at - Math.max(...arrived);
  }, CHIPS);
  await page.getByRole('link', { name: 'Schedule', exact: true }).first().click();
  return { name: 'grid mounted after its data', unit: 'ms', value: await painted, goal: 500, failAt: 800 };
}
