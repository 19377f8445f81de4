import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What another theme can break of a page that is well otherwise. */
const COLOUR_RULES = ['color-contrast', 'link-in-text-block'];

/** No violation of WCAG 2.2 A and AA on the page as it stands, or in the part of it that `within` selects. */
export const assertAccessible = (page: Page, within = 'html'): Promise<void> =>
  assertNone(page, within, (axe) => axe.withTags(RULES));

/** The same of colours alone, for a page that was looked at whole in the other theme. */
export const assertColours = (page: Page, within = 'html'): Promise<void> =>
  assertNone(page, within, (axe) => axe.withRules(COLOUR_RULES));

async function assertNone(
  page: Page,
  within: string,
  choose: (axe: AxeBuilder) => AxeBuilder,
): Promise<void> {
  await painted(page);
  // of what is well it need not tell, and a page of one frame needs no second page to put frames together
  const axe = new AxeBuilder({ page }).include(within).options({ resultTypes: ['violations'] });
  const { violations } = await choose(axe)
    .setLegacyMode(page.frames().length === 1)
    .analyze();
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
