import type { Page } from 'playwright-core';
import { expect } from 'vitest';

/** Keys on a page where no pointer may be used: after each, what has the focus must be there and to be seen. */
export type Keys = {
  press: (...keys: string[]) => Promise<void>;
  /** Types into what has the focus. */
  type: (text: string) => Promise<void>;
  /** Presses Tab until something of that name has the focus, as somebody does who hears the names. */
  tabTo: (name: RegExp, key?: 'Tab' | 'Shift+Tab') => Promise<void>;
  /** Waits until the focus is on something of that name. */
  focusIs: (name: RegExp) => Promise<void>;
  /** The cell of the grid that has the focus. */
  cell: () => Promise<string | null>;
};

const MOST_TABS = 40;

/** A pointer that is used after all becomes a console error, which fails the journey. */
export async function keysOnly(page: Page): Promise<Keys> {
  await page.addInitScript(() => {
    for (const kind of ['pointerdown', 'mousedown', 'touchstart', 'dragstart'])
      addEventListener(kind, () => console.error(`${kind} in a journey by keys alone`), true);
  });
  const seen = () => expect.poll(() => page.evaluate(faultOfFocus), { timeout: 5000 }).toBe('');
  const focused = () => page.evaluate(nameOfFocused);
  const press = async (...keys: string[]) => {
    for (const key of keys) {
      await page.keyboard.press(key);
      await seen();
    }
  };
  return {
    press,
    type: async (text) => {
      await page.keyboard.type(text);
      await seen();
    },
    tabTo: async (name, key = 'Tab') => {
      for (let i = 0; i < MOST_TABS; i += 1) {
        await press(key);
        if (name.test(await focused())) return;
      }
      throw new Error(`${MOST_TABS} times ${key}, and nothing is called ${name}`);
    },
    focusIs: async (name) => {
      await expect.poll(focused, { timeout: 10_000 }).toMatch(name);
      await seen();
    },
    cell: () => page.evaluate(() => document.activeElement?.getAttribute('data-cell') ?? null),
  };
}

/** What a screen reader would call what has the focus, near enough. */
const nameOfFocused = (): string => {
  const at = document.activeElement;
  return at?.getAttribute('aria-label') ?? at?.textContent.trim().replaceAll(/\s+/g, ' ') ?? '';
};

/** What is wrong with the focus: on nothing, out of sight, or without a mark that shows it. */
const faultOfFocus = (): string => {
  const at = document.activeElement;
  if (!(at instanceof HTMLElement) || at === document.body) return 'nothing has the focus';
  const what = `${at.tagName} ${at.getAttribute('aria-label') ?? at.textContent.slice(0, 40)}`;
  const { left, top, right, bottom } = at.getBoundingClientRect();
  const inside = right > 0 && bottom > 0 && left < innerWidth && top < innerHeight && right > left;
  if (!inside) return `${what} is out of sight`;
  const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(at);
  const ringed = (outlineStyle !== 'none' && Number.parseFloat(outlineWidth) > 0) || boxShadow !== 'none';
  // in a field it is the caret
  return ringed || at.matches('input, textarea') ? '' : `${what} does not show the focus`;
};
