import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page is not wider than its window. */
export async function assertNoSidewaysScrolling(page: Page): Promise<void> {
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow, `sideways scrolling at ${page.url()}`).toBe(0);
}
