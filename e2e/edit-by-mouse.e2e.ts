import { expect } from 'vitest';
import { drag } from './drag.ts';
import { journey } from './journey.ts';
import { addDays, cell, openEmptyWeek, shiftIn, toast, typeShift } from './schedule-page.ts';

const MONDAY = '2027-03-01';
const PERSON = 'Emil Krogh';
const OTHER = 'Ida Sommer';

journey(
  'shifts are dragged, copied, deleted and given away, and all of it undone',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, MONDAY);
    const on = (name: string, day: number) => cell(page, name, addDays(MONDAY, day));
    const shift = (name: string, day: number) => shiftIn(on(name, day), '08:30–16:45');
    await typeShift(page, on(PERSON, 0), '8:30-16:45');
    await shift(PERSON, 0).waitFor();

    // to another day, and back by the toast
    await drag(page, shift(PERSON, 0), on(PERSON, 2));
    await shift(PERSON, 2).waitFor();
    await shift(PERSON, 0).waitFor({ state: 'detached' });
    await toast(page, `Moved to ${PERSON}, Wednesday`).getByRole('button', { name: 'Undo' }).click();
    await shift(PERSON, 0).waitFor();
    await shift(PERSON, 2).waitFor({ state: 'detached' });

    // to another person, and back by the keys
    await drag(page, shift(PERSON, 0), on(OTHER, 1));
    await toast(page, `Moved to ${OTHER}, Tuesday`).waitFor();
    await shift(OTHER, 1).waitFor();
    await page.keyboard.press('Control+z');
    await shift(PERSON, 0).waitFor();
    await shift(OTHER, 1).waitFor({ state: 'detached' });

    // with Ctrl it is a copy
    await drag(page, shift(PERSON, 0), on(OTHER, 3), 'Control');
    await toast(page, `Copied to ${OTHER}, Thursday`).waitFor();
    await shift(OTHER, 3).waitFor();
    expect(await shift(PERSON, 0).count()).toBe(1);

    // deleted by the menu, and back
    await shift(OTHER, 3).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Delete' }).click();
    await shift(OTHER, 3).waitFor({ state: 'detached' });
    await toast(page, `Deleted ${OTHER}`).getByRole('button', { name: 'Undo' }).click();
    await shift(OTHER, 3).waitFor();

    // an open shift finds somebody
    await typeShift(page, on('Open shifts', 4), '8:30-16:45');
    await shift('Open shifts', 4).click({ button: 'right' });
    await page.getByRole('menuitem', { name: 'Assign to…' }).click();
    await page.getByRole('combobox', { name: 'Assign to' }).fill(PERSON);
    await page.getByRole('option', { name: PERSON }).click();
    await shift(PERSON, 4).waitFor();
    await shift('Open shifts', 4).waitFor({ state: 'detached' });

    // nothing of this was only on the screen
    await page.reload();
    await shift(PERSON, 4).waitFor();
    expect(
      await page
        .getByRole('grid')
        .getByRole('button', { name: /^08:30–16:45/ })
        .count(),
    ).toBe(3);
  },
);
