import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** No violation of WCAG 2.2 A and AA on the page as it stands, or in the part of it that `within` selects. */
export async function assertAccessible(page: Page, within = 'html'): Promise<void> {
  await painted(page);
  const { violations } = await new AxeBuilder({ page }).include(within).withTags(RULES).analyze();
  if (violations.length === 0) return;
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes
        .slice(0, 3)
        .map((node) => `    ${node.html.slice(0, 200)}\n    ${node.failureSummary ?? ''}`)
        .join('\n')}`,
  );
  throw new Error(`${page.url()} is not accessible:\n${found.join('\n')}`);
}

/** After a change of theme or size the page is measured as it is painted, not between two styles. */
const painted = (page: Page): Promise<unknown> =>
  page.evaluate(() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve))));
