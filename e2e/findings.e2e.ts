import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { drag } from './drag.ts';
import { journey } from './journey.ts';
import { addDays, cell, openEmptyWeek, saying, says, shiftIn, toast, typeShift } from './schedule-page.ts';

const MONDAY = '2027-07-05';
const PERSON = 'Emil Krogh';

/** The panel at the right. */
const panel = (page: Page) => page.getByRole('dialog');
const marked = (page: Page) => page.getByRole('button', { name: /with findings/ });

journey(
  'a warning is heard while moving, seen in the plan, and mended',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('manager@vaktplan.test');
    await openEmptyWeek(page, MONDAY);
    const on = (day: number, name = PERSON) => cell(page, name, addDays(MONDAY, day));
    await typeShift(page, on(0), '14-23');
    await typeShift(page, on(2), '8-16 barista');
    await shiftIn(on(2), '08:00–16:00').waitFor();

    // the server's word on the way, in move mode
    const answered = page.waitForResponse((answer) => answer.url().endsWith('/shifts/feasibility'));
    await on(2).focus();
    await page.keyboard.press('m');
    await says(page, 'Picked up');
    expect((await answered).status()).toBe(200);
    await page.keyboard.press('ArrowLeft');
    await says(page, `${PERSON}, Tuesday: warning, only 9 hours rest.`);
    await page.keyboard.press('Enter');
    await says(page, `Moved to ${PERSON}, Tuesday. Undo with Control Z.`);

    // what was planned over is marked, and told in full
    const late = shiftIn(on(1), '08:00–16:00');
    await saying(late, 'warning: only 9 hours rest').waitFor();
    await late.click();
    const findings = panel(page).getByRole('region', { name: 'Findings' });
    await findings.getByText('Too little rest').waitFor();
    expect(await findings.getByRole('definition').allTextContents()).toEqual(
      expect.arrayContaining(['9 h', '11 h', 'Directive 2003/88/EC, article 3']),
    );
    await page.keyboard.press('Escape');

    // only these, kept in the address
    await typeShift(page, on(4, 'Ida Sommer'), '9-17');
    await shiftIn(on(4, 'Ida Sommer'), '09:00–17:00').waitFor();
    await marked(page).click();
    await shiftIn(on(4, 'Ida Sommer'), '09:00–17:00').waitFor({ state: 'detached' });
    expect(new URL(page.url()).searchParams.get('findings')).toBe('true');
    await page.reload();
    await late.waitFor();
    expect(await page.getByRole('grid').locator('[data-chip]').count()).toBe(2);
    await marked(page).click();

    // mended by hand: to the next day, where there is rest enough
    await drag(page, late, on(3));
    await shiftIn(on(3), '08:00–16:00').waitFor();
    await page.locator('[data-finding]').first().waitFor({ state: 'detached' });
    await marked(page).waitFor({ state: 'detached' });
  },
);

journey(
  'a sick person is replaced in three steps, by pointer and by keys',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('manager@vaktplan.test');
    await openEmptyWeek(page, addDays(MONDAY, 7));
    const on = (name: string) => cell(page, name, addDays(MONDAY, 7));
    await typeShift(page, on(PERSON), '9-17 barista');
    const shift = shiftIn(on(PERSON), '09:00–17:00');
    await shift.waitFor();
    const ranked = panel(page).getByRole('list', { name: 'Who could work it' }).getByRole('button');

    const pointer = [
      () => shift.click(),
      () => panel(page).getByRole('button', { name: 'Replace' }).click(),
      () => ranked.first().click(),
    ];
    for (const step of pointer) await step();
    expect(pointer).toHaveLength(3);
    const given = toast(page, /^Given to /);
    const name = ((await given.textContent()) ?? '').replace(/^Given to (.+?)(Undo)?$/, '$1');
    await shiftIn(on(name), '09:00–17:00').waitFor();
    await shift.waitFor({ state: 'detached' });
    // who holds the position and has nothing against it comes first
    expect(name).not.toBe(PERSON);
    await given.getByRole('button', { name: 'Undo' }).click();
    await shift.waitFor();

    await shift.focus();
    const keys = [
      () => page.keyboard.press('Enter'),
      async () => {
        await panel(page).getByRole('button', { name: 'Replace' }).and(page.locator(':focus')).waitFor();
        await page.keyboard.press('Enter');
      },
      async () => {
        await ranked.first().and(page.locator(':focus')).waitFor();
        await page.keyboard.press('Enter');
      },
    ];
    for (const step of keys) await step();
    await shiftIn(on(name), '09:00–17:00').waitFor();
    await shift.waitFor({ state: 'detached' });

    // what was typed is kept, and saved with the person
    await shiftIn(on(name), '09:00–17:00').click();
    await panel(page).getByLabel('End').fill('18:00');
    await panel(page).getByRole('button', { name: 'Replace' }).click();
    await ranked.first().click();
    expect(await panel(page).getByLabel('End').inputValue()).toBe('18:00');
    await page.keyboard.press('Escape');

    // for a shift that is not made yet, by what is typed so far
    await page.getByRole('button', { name: 'Add shift' }).click();
    await panel(page).getByRole('button', { name: 'Find somebody' }).click();
    const best = ((await ranked.first().textContent()) ?? '').trim();
    await ranked.first().click();
    const chosen = panel(page).getByLabel('Person').locator('option:checked');
    expect(best.startsWith((await chosen.textContent()) ?? 'nobody')).toBe(true);
  },
);
