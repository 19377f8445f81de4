import { expect } from 'vitest';
import { journey } from './journey.ts';
import { addDays, cell, openEmptyWeek, says, shiftIn } from './schedule-page.ts';

const MONDAY = '2027-03-08';
const PERSON = 'Emil Krogh';

journey('the same by keyboard alone, with every step said', { timeout: 120_000 }, async ({ signedIn }) => {
  const page = await signedIn('manager@vaktplan.test');
  await openEmptyWeek(page, MONDAY);
  const on = (day: number) => cell(page, PERSON, addDays(MONDAY, day));
  const shift = (day: number) => shiftIn(on(day), '08:30–16:45');
  const press = (key: string) => page.keyboard.press(key);
  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-cell'));

  // from the top of the page into the grid and down to the person
  await page.getByRole('searchbox', { name: 'Filter by name or position' }).focus();
  while (!(await focused())) await press('Tab');
  await press('Control+Home');
  const wanted = await on(0).getAttribute('data-cell');
  for (let row = 0; row < 20 && (await focused()) !== wanted; row += 1) await press('ArrowDown');
  expect(await focused()).toBe(wanted);

  await page.keyboard.type('8:30-16:45');
  await press('Enter');
  await says(page, `Added ${PERSON}, Monday 8:30 to 16:45. Undo with Control Z.`);
  await shift(0).waitFor();
  expect(await focused(), 'focus stays where it was').toBe(wanted);

  await press('m');
  await says(page, `Picked up ${PERSON}, Monday 8:30 to 16:45, Barista. Arrows to move, Enter to drop.`);
  await press('ArrowRight');
  await says(page, new RegExp(`^${PERSON}, Tuesday: (possible|warning)`));
  await press('Escape');
  await says(page, 'Cancelled. Nothing was changed.');
  expect(await shift(0).count()).toBe(1);

  await press('m');
  await says(page, 'Picked up');
  await press('ArrowRight');
  await says(page, 'Tuesday');
  await press('ArrowRight');
  await says(page, 'Wednesday');
  await press('Enter');
  await says(page, `Moved to ${PERSON}, Wednesday. Undo with Control Z.`);
  await shift(2).waitFor();
  await press('Control+z');
  await says(page, `Undone: Moved to ${PERSON}, Wednesday.`);
  await shift(0).waitFor();
  await press('Control+Shift+Z');
  await says(page, `Redone: Moved to ${PERSON}, Wednesday.`);
  await shift(2).waitFor();

  // a copy, a refused place, a deletion that is taken back
  await press('Shift+M');
  await says(page, `Copying ${PERSON}, Wednesday 8:30 to 16:45, Barista.`);
  await press('ArrowRight');
  await says(page, 'Thursday');
  await press('Enter');
  await says(page, `Copied to ${PERSON}, Thursday. Undo with Control Z.`);
  await shift(3).waitFor();
  await press('m');
  await says(page, 'Picked up');
  await press('ArrowLeft');
  await says(page, new RegExp(`^${PERSON}, Wednesday: not possible, `));
  await press('Enter');
  expect(await shift(3).count(), 'it stays in the hand').toBe(1);
  await press('Escape');
  await says(page, 'Cancelled. Nothing was changed.');
  await press('Delete');
  await says(page, `Deleted ${PERSON}, Thursday 8:30 to 16:45, Barista. Undo with Control Z.`);
  await shift(3).waitFor({ state: 'detached' });
  await press('Control+z');
  await says(page, `Undone: Deleted ${PERSON}, Thursday 8:30 to 16:45, Barista.`);
  await shift(3).waitFor();

  // from open to somebody
  await press('o');
  await says(page, `Made open: ${PERSON}, Thursday 8:30 to 16:45, Barista. Undo with Control Z.`);
  await cell(page, 'Open shifts', addDays(MONDAY, 3))
    .getByRole('button', { name: /^08:30/ })
    .waitFor();
  await press('Control+z');
  await shift(3).waitFor();
});
