import { expect } from 'vitest';
import { drag } from './drag.ts';
import { journey } from './journey.ts';
import { addDays, cell, openEmptyWeek, saying, shiftIn, toast, typeShift } from './schedule-page.ts';

const MONDAY = '2027-03-15';
const PERSON = 'Emil Krogh';

journey(
  'two managers on one week see each other’s changes, and who comes second is told',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const anna = await signedIn('manager@vaktplan.test');
    await openEmptyWeek(anna, MONDAY);
    const ben = await signedIn('owner@vaktplan.test', `/schedule?week=${MONDAY}`);
    await ben.getByRole('grid').waitFor();
    const on = (page: typeof anna, day: number) => cell(page, PERSON, addDays(MONDAY, day));
    const shift = (page: typeof anna, day: number) => shiftIn(on(page, day), '10:00–15:00');

    // what one does is there at the other's without reloading
    await typeShift(anna, on(anna, 0), '10-15');
    await shift(ben, 0).waitFor();
    await drag(anna, shift(anna, 0), on(anna, 1));
    await shift(ben, 1).waitFor();
    await shift(ben, 0).waitFor({ state: 'detached' });

    // Ben's browser hears of nothing for a while, so what he changes is old by then
    let comeBack = () => {};
    const away = new Promise<void>((resolve) => (comeBack = resolve));
    await ben.route('**/api/v1/shifts/columns?*', (route) => away.then(() => route.continue()));
    await drag(anna, shift(anna, 1), on(anna, 2));
    await toast(anna, `Moved to ${PERSON}, Wednesday`).waitFor();
    const refused = ben.waitForResponse((answer) => answer.request().method() === 'PATCH');
    await drag(ben, shift(ben, 1), on(ben, 4));
    expect((await refused).status()).toBe(412);
    await toast(ben, /^Not saved: .* changed this/).waitFor();
    comeBack();
    await shift(ben, 2).waitFor();
    expect(await shift(ben, 4).count(), 'his change is not shown as if it stood').toBe(0);
    expect(await shift(ben, 1).count()).toBe(0);
    await ben.unroute('**/api/v1/shifts/columns?*');

    // the same with the panel open: what he typed stays, what she changed is shown
    await shift(ben, 2).click();
    const panel = ben.getByRole('dialog', { name: 'Shift' });
    await panel.getByLabel('Notes').fill('Bring the new menu');
    await drag(anna, shift(anna, 2), on(anna, 3));
    await toast(anna, `Moved to ${PERSON}, Thursday`).waitFor();
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.getByRole('alert').filter({ hasText: 'changed this' }).waitFor();
    await panel
      .getByRole('region', { name: 'Changed by somebody else' })
      .getByText(/theirs nothing/)
      .waitFor();
    await expect.poll(() => panel.getByLabel('Day').inputValue()).toBe(addDays(MONDAY, 3));
    expect(await panel.getByLabel('Notes').inputValue()).toBe('Bring the new menu');
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.waitFor({ state: 'hidden' });
    await saying(shift(anna, 3), 'has a note').waitFor();
  },
);
