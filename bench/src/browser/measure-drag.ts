import type { Page } from 'playwright-core';
import { quantile } from '../statistics.ts';
import type { Measure } from './measures.ts';
import { hasRested, slowDown, type Visit } from './open-page.ts';
import { watchPage } from './watch-page.ts';

const STEPS = 60;

/** A shift dragged by mouse over 60 steps, round by the rows below, and dropped on another day. */
export async function measureDrag(visit: Visit): Promise<Measure[]> {
  const { page } = visit;
  // whoever drags a shift has looked for it
  await hasRested(page);
  const { from, to } = await chipAndPlace(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  await page.evaluate(() => window.watched.recordFrames(true));
  // the press becomes a drag here
  await page.mouse.move(from.x + 8, from.y + 2);
  await page.locator('[data-ghost]:not([hidden])').waitFor();
  const pickUp = await page.evaluate(() => Math.max(...window.watched.frames));
  const { frames, periods } = await goRound(page, from, to);
  // listening before the button is let go: input and evaluation reach the page by different ways
  await page.evaluate((key) => {
    let lifted = 0;
    window.addEventListener('pointerup', (event) => (lifted = event.timeStamp), {
      once: true,
      capture: true,
    });
    // the ghost is laid there first, the chip itself follows
    const shown = `[data-landed="${key}"]:not([hidden]), [data-cell="${key}"] [data-chip]`;
    const isThere = () => lifted > 0 && document.querySelector(shown) !== null;
    window.watched.dropped = window.watched.painted(isThere).then((at) => at - lifted);
  }, to.key);
  await page.mouse.up();
  const dropped = await page.evaluate(() => window.watched.dropped);
  const empty = await goRoundEmptyPage(visit, from, to);
  // our own clock also counts how late a callback is, which it is for an empty page too
  const note = `by our clock ${p95(frames)}, an empty page ${p95(empty.frames)}`;
  return [
    { name: 'drag: pick-up', unit: 'ms', value: pickUp, goal: 50, failAt: 100 },
    { name: 'drag: frame p95', unit: 'ms', value: quantile(periods, 0.95), goal: 17, failAt: 34, note },
    { name: 'drag: longest frame', unit: 'ms', value: Math.max(...frames), goal: 50, failAt: 100 },
    { name: 'drag: drop to paint', unit: 'ms', value: dropped, goal: 50, failAt: 100 },
  ];
}

type Place = { x: number; y: number };
type Frames = { frames: number[]; periods: number[] };

const p95 = (times: readonly number[]): string => quantile(times, 0.95).toFixed(1);

/** Moves the pressed mouse in two straight lines, and says how long the frames on the way took. */
async function goRound(page: Page, from: Place, to: Place): Promise<Frames> {
  await page.evaluate(() => window.watched.recordFrames(true));
  await page.mouse.move((from.x + to.x) / 2, from.y + 170, { steps: STEPS / 2 });
  await page.mouse.move(to.x, to.y, { steps: STEPS / 2 });
  return page.evaluate(() => {
    window.watched.recordFrames(false);
    return { frames: window.watched.frames.slice(1), periods: window.watched.periods.slice(1) };
  });
}

const SQUARE =
  '<div style="position: fixed; width: 150px; height: 44px; background: silver; will-change: transform"></div>';

/** The same way where nothing but a square follows the mouse: no page can have shorter frames. */
async function goRoundEmptyPage(visit: Visit, from: Place, to: Place): Promise<Frames> {
  const page = await visit.page.context().newPage();
  await slowDown(await page.context().newCDPSession(page));
  await page.addInitScript(watchPage);
  await page.goto('about:blank');
  await page.setContent(SQUARE);
  await page.evaluate(() => {
    const square = document.querySelector('div')!;
    window.addEventListener('pointermove', ({ clientX, clientY }) => {
      square.style.transform = `translate3d(${clientX}px, ${clientY}px, 0)`;
    });
  });
  await hasRested(page);
  await page.mouse.move(from.x, from.y);
  await page.mouse.down();
  const seen = await goRound(page, from, to);
  await page.close();
  await visit.page.bringToFront();
  return seen;
}

/** A shift and an empty day of the same person, both well within the window: a drop that no rule refuses. */
async function chipAndPlace(page: Visit['page']): Promise<{ from: Place; to: Place & { key: string } }> {
  const found = await page.evaluate(() => {
    const middle = (each: Element) => {
      const box = each.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    };
    for (const row of document.querySelectorAll('[role=row]')) {
      const box = row.getBoundingClientRect();
      const cells = [...row.querySelectorAll<HTMLElement>('[data-cell]')];
      const chip = row.querySelector('[data-chip]');
      const place = cells.findLast((cell) => !cell.querySelector('[data-chip]'));
      if (!chip || !place || box.top < 300 || box.bottom > window.innerHeight - 120) continue;
      return { from: middle(chip), to: { ...middle(place), key: place.dataset.cell ?? '' } };
    }
    return null;
  });
  if (!found) throw new Error('there is no shift to drag, or no place to drop it');
  return found;
}
