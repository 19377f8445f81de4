import type { Locator, Page } from 'playwright-core';

/** Drags by mouse from the middle of one to the middle of the other, as a hand does: in steps. */
export async function drag(page: Page, from: Locator, to: Locator, key?: 'Control'): Promise<void> {
  const start = await middle(from);
  const end = await middle(to);
  await page.mouse.move(start.x, start.y);
  await page.mouse.down();
  await page.mouse.move(start.x + 10, start.y + 2, { steps: 3 });
  if (key) await page.keyboard.down(key);
  await page.mouse.move(end.x, end.y, { steps: 12 });
  await page.mouse.up();
  if (key) await page.keyboard.up(key);
}

async function middle(of: Locator): Promise<{ x: number; y: number }> {
  const box = await of.boundingBox();
  if (!box) throw new Error(`${of} is not on the page`);
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}
