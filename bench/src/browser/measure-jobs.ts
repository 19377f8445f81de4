import type { Request } from 'playwright-core';
import { quantile } from '../statistics.ts';
import type { Measure } from './measures.ts';
import { hasRested, type Visit } from './open-page.ts';

const WEEK_MS = 7 * 86_400_000;

/** Switching to a week that is there already, and to one that has to be asked for. */
export async function measureWeeks({ page }: Visit, monday: string): Promise<Measure[]> {
  await isReady(page, dayOf(monday, 1));
  const cached = await switched(
    page,
    () => page.getByRole('button', { name: 'Next week' }).click(),
    dayOf(monday, 1),
  );
  // two weeks on its neighbours are asked for, this week is not
  await page.goto(`/schedule?week=${dayOf(monday, 2)}`);
  await page.locator('[role=grid] [data-chip]').first().waitFor();
  await isReady(page, dayOf(monday, 1));
  const cold = await switched(page, () => page.getByRole('button', { name: 'Today' }).click(), monday);
  return [
    { name: 'week switch, cached', unit: 'ms', value: cached, goal: 100, failAt: 200 },
    { name: 'week switch, cold', unit: 'ms', value: cold, goal: 400, failAt: 800 },
  ];
}

/** Until the page works and has read the neighbouring week of that day: the server's page shows shifts long before. */
async function isReady(page: Visit['page'], day: string): Promise<void> {
  await page.waitForFunction(
    (date) =>
      performance
        .getEntriesByType('resource')
        .some(({ name }) => name.includes('/shifts/columns') && name.includes(`startDate=${date}`)),
    day,
  );
  await page.waitForLoadState('networkidle');
  await hasRested(page);
}

const dayOf = (monday: string, weeks: number): string =>
  new Date(Date.parse(monday) + weeks * WEEK_MS).toISOString().slice(0, 10);

async function switched(page: Visit['page'], click: () => Promise<void>, monday: string): Promise<number> {
  const painted = page.evaluate((date) => {
    let clicked = 0;
    window.addEventListener('click', (event) => (clicked = event.timeStamp), { once: true, capture: true });
    const shown = () => clicked > 0 && document.querySelector(`[data-cell$="|${date}"] [data-chip]`) !== null;
    return window.watched.painted(shown).then((at) => at - clicked);
  }, monday);
  await click();
  return painted;
}

/** The commonest things done with keys and mouse; INP is the slowest of them but one in fifty. */
export async function measureInteractions({ page }: Visit): Promise<Measure[]> {
  const press = async (...keys: string[]) => {
    for (const key of keys) await page.keyboard.press(key);
  };
  await page.locator('[data-cell]:not(:has([data-chip]))').nth(3).click();
  await press('ArrowDown', 'ArrowRight', 'ArrowDown', 'End', 'Home', 'PageDown', 'PageUp');
  await press('m', 'ArrowDown', 'ArrowDown', 'ArrowRight', 'Escape');
  await press('Shift+ArrowDown', 'Shift+ArrowRight', 'Escape', 'Control+a', 'Escape');
  await page.keyboard.type('9-17');
  await press('Enter', 'Control+z', 'Escape');
  await page.locator('[role=grid] [data-chip]').nth(3).click();
  const panel = page.getByRole('dialog');
  await panel.waitFor();
  await panel.press('Escape');
  await panel.waitFor({ state: 'hidden' });
  const filter = page.getByRole('searchbox');
  await filter.click();
  await page.keyboard.type('person 77');
  await filter.fill('');
  await page.waitForLoadState('networkidle');
  const durations = await page.evaluate(() => Object.values(window.watched.interactions));
  return [
    {
      name: 'INP p98 over the jobs',
      unit: 'ms',
      value: durations.length === 0 ? 0 : quantile(durations, 0.98),
      goal: 120,
      failAt: 200,
      note: `${durations.length} interactions of 16 ms and more`,
    },
  ];
}

const ASKS = 60;

/**
 * The one request of a pick-up, for 1,000 people and seven days: of the API, as many one after another as give a p95. What
 * the page sees of it, with a quarter of the CPU, stands beside it; there the rules have judged in the page long before.
 */
export async function measureFeasibility({ page }: Visit): Promise<Measure> {
  const inPage: number[] = [];
  let asked: Request | undefined;
  for (let round = 0; round < 10; round += 1) {
    await page.locator('[role=grid] [data-chip]').nth(round).focus();
    const request = page.waitForRequest((one) => one.url().includes('feasibility'));
    await page.keyboard.press('m');
    asked = await request;
    await asked.response();
    const { startTime, responseEnd } = asked.timing();
    inPage.push(responseEnd > 0 ? responseEnd : Date.now() - startTime);
    await page.keyboard.press('Escape');
  }
  await hasRested(page);
  const times: number[] = [];
  for (let ask = 0; asked && ask < ASKS; ask += 1) {
    const from = performance.now();
    const answer = await page.request.fetch(asked);
    times.push(performance.now() - from);
    if (!answer.ok()) throw new Error(`feasibility: ${answer.status()} ${await answer.text()}`);
  }
  const note = `${ASKS} asks; 10 pick-ups of the slow page: ${Math.round(quantile(inPage, 0.95))}`;
  return { name: 'feasibility, p95', unit: 'ms', value: quantile(times, 0.95), goal: 150, failAt: 300, note };
}
