import type { Locator, Page } from 'playwright-core';
import { expect } from 'vitest';
import { drag } from './drag.ts';
import { journey } from './journey.ts';
import { addDays, cell, clearWeek, openEmptyWeek, says, shiftIn, toast, typeShift } from './schedule-page.ts';

const PERSON = 'Emil Krogh';
const MANAGER = 'manager@vaktplan.test';

/** Counts what a person does: clicks, drags and key chords. Text typed into a field is one. */
function counted(page: Page) {
  let steps = 0;
  return {
    count: () => steps,
    start: () => (steps = 0),
    click: async (what: Locator) => {
      steps += 1;
      await what.click();
    },
    doubleClick: async (what: Locator) => {
      steps += 1;
      await what.dblclick();
    },
    drag: async (from: Locator, to: Locator) => {
      steps += 1;
      await drag(page, from, to);
    },
    press: async (key: string) => {
      steps += 1;
      await page.keyboard.press(key);
    },
    type: async (text: string) => {
      steps += 1;
      await page.keyboard.type(text);
    },
  };
}

const focusOn = async (where: Locator): Promise<void> => {
  await where.click();
  await where.focus();
};

journey(
  'jobs 1 and 2: a shift is made in two steps and moved in one',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-08-02';
    const page = await signedIn(MANAGER);
    await openEmptyWeek(page, monday);
    const on = (day: number) => cell(page, PERSON, addDays(monday, day));
    const hand = counted(page);

    // pointer: from the home page of whoever plans
    await page.goto('/dashboard');
    hand.start();
    await hand.click(page.getByRole('link', { name: 'Schedule', exact: true }).first());
    await page.getByRole('grid').waitFor();
    expect(hand.count()).toBe(1);
    await page.goto(`/schedule?week=${monday}`);
    await hand.doubleClick(on(0));
    await shiftIn(on(0), '09:00–17:00').waitFor();
    expect(hand.count(), 'make, by pointer').toBe(2);

    hand.start();
    await hand.drag(shiftIn(on(0), '09:00–17:00'), on(2));
    await shiftIn(on(2), '09:00–17:00').waitFor();
    expect(hand.count(), 'move, by pointer').toBe(1);

    // keyboard, in the grid
    await focusOn(on(4));
    hand.start();
    await hand.type('9-17');
    await hand.press('Enter');
    await says(page, `Added ${PERSON}, Friday 9 to 17. Undo with Control Z.`);
    expect(hand.count(), 'make, by keyboard').toBe(2);
    await shiftIn(on(4), '09:00–17:00').waitFor();
    hand.start();
    await hand.press('m');
    await says(page, `Picked up ${PERSON}, Friday 9 to 17`);
    await hand.press('ArrowLeft');
    await says(page, new RegExp(`^${PERSON}, Thursday: (possible|warning)`));
    await hand.press('Enter');
    await says(page, `Moved to ${PERSON}, Thursday. Undo with Control Z.`);
    expect(hand.count(), 'move, by keyboard').toBe(3);
  },
);

journey(
  'job 3: last week is copied in two steps and taken back in one',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const before = '2027-08-16';
    const monday = addDays(before, 7);
    const page = await signedIn(MANAGER);
    await clearWeek(page, monday);
    await openEmptyWeek(page, before);
    await typeShift(page, cell(page, PERSON, before), '8-12');
    await page.goto(`/schedule?week=${monday}`);
    await page.getByRole('grid').waitFor();
    const hand = counted(page);
    const copied = shiftIn(cell(page, PERSON, monday), '08:00–12:00');
    const dialog = page.getByRole('dialog', { name: 'Copy last week' });

    await hand.click(page.getByRole('button', { name: 'Copy last week' }));
    await hand.click(dialog.getByRole('button', { name: /^Copy 1 shift/ }));
    await copied.waitFor();
    expect(hand.count(), 'by pointer').toBe(2);
    await page.keyboard.press('Control+z');
    await copied.waitFor({ state: 'detached' });

    hand.start();
    await hand.press('Control+k');
    await page.getByPlaceholder('What would you like to do?').waitFor();
    await hand.type('copy');
    await hand.press('Enter');
    await dialog.getByRole('button', { name: /^Copy 1 shift/ }).waitFor();
    await page.waitForFunction(
      () => document.activeElement?.textContent.trim().startsWith('Copy 1') ?? false,
    );
    await hand.press('Enter');
    await copied.waitFor();
    expect(hand.count(), 'by keyboard').toBe(4);
    await page.keyboard.press('Control+z');
    await copied.waitFor({ state: 'detached' });
  },
);

journey(
  'jobs 4 and 5: publish in two steps, replace in three, or in four keys',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-08-30';
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, monday);
    await typeShift(page, cell(page, PERSON, monday), '10-15');
    const hand = counted(page);
    const publish = page.getByRole('dialog', { name: 'Publish schedule' });
    await hand.press('Control+Enter');
    await publish.getByRole('button', { name: 'Publish 1 change' }).waitFor();
    await hand.press('Enter');
    await toast(page, 'Published 1 change').waitFor();
    expect(hand.count(), 'publish, by keyboard').toBe(2);

    hand.start();
    await hand.click(shiftIn(cell(page, PERSON, monday), '10:00–15:00'));
    await hand.click(page.getByRole('button', { name: /^Replace/ }));
    await hand.click(page.getByRole('list', { name: 'Who could work it' }).getByRole('button').first());
    await shiftIn(cell(page, PERSON, monday), '10:00–15:00').waitFor({ state: 'detached' });
    expect(hand.count(), 'replace, by pointer').toBe(3);

    await focusOn(cell(page, PERSON, addDays(monday, 1)));
    await page.keyboard.press('Control+z');
    await shiftIn(cell(page, PERSON, monday), '10:00–15:00').waitFor();
    await page.keyboard.press('ArrowLeft');
    hand.start();
    // into the cell, the panel, its first button, the best of the list
    await hand.press('Enter');
    await hand.press('Enter');
    await page
      .getByRole('button', { name: /^Replace/ })
      .and(page.locator(':focus'))
      .waitFor();
    await hand.press('Enter');
    await page.getByRole('list', { name: 'Who could work it' }).locator('button:focus').waitFor();
    await hand.press('Enter');
    await shiftIn(cell(page, PERSON, monday), '10:00–15:00').waitFor({ state: 'detached' });
    expect(hand.count(), 'replace, by keyboard').toBe(4);
  },
);

journey(
  'a link shows the same view, and the palette leads there',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-09-13';
    const page = await signedIn(MANAGER);
    await openEmptyWeek(page, monday);
    await page.getByLabel('Rows').selectOption('position');
    await page.locator('[data-section]').first().waitFor();
    await page.keyboard.press('Control+k');
    await page.getByPlaceholder('What would you like to do?').waitFor();
    await page.keyboard.type('two weeks');
    await page.keyboard.press('Enter');
    await page.waitForURL(/range=twoWeeks/);
    expect(new URL(page.url()).searchParams.get('rows')).toBe('position');

    const again = await signedIn(MANAGER, new URL(page.url()).pathname + new URL(page.url()).search);
    await again.locator('[data-section]').first().waitFor();
    expect(await again.getByRole('columnheader').count()).toBe(15);
    const sideways = () =>
      again
        .locator('[data-grid-scroller]')
        .evaluate((scroller) => scroller.scrollWidth - scroller.clientWidth);
    expect(await sideways(), 'two weeks fit beside the menu').toBe(0);

    // filters that leave nothing say so; the way out leads back into the grid
    await again.goto(`/schedule?week=${monday}&findings=true&q=nobody`);
    await again.getByRole('status').getByText('Nobody matches these filters').waitFor();
    await again.getByRole('button', { name: 'Clear filters' }).click();
    await again.getByRole('rowheader', { name: new RegExp(`^${PERSON}`) }).waitFor();
    await again.locator('[data-cell]:focus').waitFor();
    expect(new URL(again.url()).searchParams.has('q')).toBe(false);

    // the night of 31 October 2027 has 25 hours
    await again.goto('/schedule?range=day&week=2027-10-31');
    await again.getByRole('grid').waitFor();
    // within the grid in sight: the server's copy may still lie hidden beside it
    expect(await again.getByRole('grid').locator('[data-hour]').count()).toBe(25);
    await again.goto('/schedule?range=month&week=2027-10-13');
    await again.getByRole('columnheader').nth(31).waitFor();
    expect(await sideways(), 'so do the 31 days of a month').toBe(0);
  },
);
