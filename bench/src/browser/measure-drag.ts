import { quantile } from '../statistics.ts';
import type { Measure } from './measures.ts';
import type { Visit } from './open-page.ts';

const STEPS = 60;

/** A shift dragged by mouse over 60 steps, three rows down and a day on, and dropped. */
export async function measureDrag({ page }: Visit): Promise<Measure[]> {
  const chip = page.locator('[role=grid] [data-chip]').nth(6);
  const box = await chip.boundingBox();
  const cell = await page.locator('[data-cell]').nth(16).boundingBox();
  if (!box || !cell) throw new Error('there is no shift to drag');
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const to = await emptyCell(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => window.watched.recordFrames(true));
  // the press becomes a drag here
  await page.mouse.move(from.x + 8, from.y + 2);
  await page.locator('[data-ghost]:not([hidden])').waitFor();
  const pickUp = await page.evaluate(() => Math.max(...window.watched.frames));
  await page.evaluate(() => window.watched.recordFrames(true));
  await page.mouse.move(to.x, to.y, { steps: STEPS });
  const frames = await page.evaluate(() => {
    window.watched.recordFrames(false);
    return window.watched.frames.slice(1);
  });
  const dropped = page.evaluate((key) => {
    let lifted = 0;
    window.addEventListener('pointerup', (event) => (lifted = event.timeStamp), {
      once: true,
      capture: true,
    });
    return window.watched
      .painted(() => lifted > 0 && document.querySelector(`[data-cell="${key}"] [data-chip]`) !== null)
      .then((at) => at - lifted);
  }, to.key);
  await page.mouse.up();
  return [
    { name: 'drag: pick-up', unit: 'ms', value: pickUp, goal: 50, failAt: 100 },
    { name: 'drag: frame p95', unit: 'ms', value: quantile(frames, 0.95), goal: 17, failAt: 34 },
    { name: 'drag: longest frame', unit: 'ms', value: Math.max(...frames), goal: 50, failAt: 100 },
    { name: 'drag: drop to paint', unit: 'ms', value: await dropped, goal: 50, failAt: 100 },
  ];
}

/** An empty cell well within the window: its middle and key. */
async function emptyCell(page: Visit['page']): Promise<{ x: number; y: number; key: string }> {
  const found = await page.evaluate(() => {
    for (const each of document.querySelectorAll<HTMLElement>('[data-cell]')) {
      const box = each.getBoundingClientRect();
      const inside = box.top > 300 && box.bottom < window.innerHeight - 120;
      if (inside && !each.querySelector('[data-chip]'))
        return { x: box.left + box.width / 2, y: box.top + box.height / 2, key: each.dataset.cell ?? '' };
    }
    return null;
  });
  if (!found) throw new Error('there is no empty cell to drop on');
  return found;
}
