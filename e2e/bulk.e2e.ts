import { expect } from 'vitest';
import type { Page } from 'playwright-core';
import { assertAccessible } from './accessible.ts';
import { journey } from './journey.ts';
import { addDays, cell, openEmptyWeek, shiftIn, toast, typeShift } from './schedule-page.ts';

const MONDAY = '2027-06-07';
const TUESDAY = addDays(MONDAY, 1);
const WEDNESDAY = addDays(MONDAY, 2);
const PERSON = 'Emil Krogh';

const at = (page: Page, name: string, date: string) => shiftIn(cell(page, name, date), '08:15–16:30');

/** Does something and says how its one list of changes was answered. */
async function answered(page: Page, act: () => Promise<void>): Promise<unknown> {
  const answer = page.waitForResponse((one) => one.url().endsWith('/api/v1/shifts/bulk'));
  await act();
  return ((await (await answer).json()) as { meta: unknown }).meta;
}

journey(
  'several shifts change in one request and come back by one key; what is refused says why',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, MONDAY);
    await typeShift(page, cell(page, PERSON, MONDAY), '8:15-16:30');
    await typeShift(page, cell(page, PERSON, TUESDAY), '8:15-16:30');

    await cell(page, PERSON, MONDAY).press('Control+a');
    expect(await answered(page, () => page.keyboard.press('Delete'))).toEqual({ done: 2, failed: 0 });
    await at(page, PERSON, MONDAY).waitFor({ state: 'detached' });
    await at(page, PERSON, TUESDAY).waitFor({ state: 'detached' });
    expect(await answered(page, () => page.keyboard.press('Control+z'))).toEqual({ done: 2, failed: 0 });
    await at(page, PERSON, MONDAY).waitFor();
    await at(page, PERSON, TUESDAY).waitFor();

    // copied to the next day Monday's meets Tuesday's, and only Tuesday's has room
    await cell(page, PERSON, MONDAY).press('Control+a');
    expect(await answered(page, () => page.keyboard.press('Control+d'))).toEqual({ done: 1, failed: 1 });
    // the toast leads to what was refused, and so does the list of them with its reasons
    const refused = toast(page, '1 of 2 not saved: This person already has a shift at that time.');
    const monday = at(page, PERSON, MONDAY).and(page.locator(':focus'));
    await refused.getByRole('button', { name: 'Show' }).click();
    await monday.waitFor();
    await page.getByRole('button', { name: /^1 not changed: / }).click();
    const list = page.getByRole('dialog', { name: 'Not changed' });
    await list.getByText('This person already has a shift at that time.').waitFor();
    await assertAccessible(page, '[role=dialog]');
    await list.getByRole('button', { name: new RegExp(`^${PERSON}, Monday 8:15 to 16:30`) }).press('Enter');
    await monday.waitFor();
    await at(page, PERSON, WEDNESDAY).waitFor();
    await page.reload();
    await at(page, PERSON, WEDNESDAY).waitFor();
    expect(await at(page, PERSON, TUESDAY).count()).toBe(1);
  },
);
