import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';
import { addDays, cell, clearWeek, openEmptyWeek, says, shiftIn, toast, typeShift } from './schedule-page.ts';
import type { Page } from 'playwright-core';

const MONDAY = '2027-05-03';
const NEXT = addDays(MONDAY, 7);
const PERSON = 'Emil Krogh';
const OTHER = 'Ida Sommer';
const TIMES = '08:15–16:30';

type Me = { locations: { id: string }[] };
type Templates = { data: { id: string; name: string; version: number }[] };
const OWN = ['Quiet week', 'Calm week', '4 on, 4 off'];

/** Earlier tries have left nothing behind. */
async function deleteTemplates(page: Page): Promise<void> {
  const { locations } = await ask<Me>(page, 'GET', '/me');
  const { data } = await ask<Templates>(page, 'GET', `/shift-templates?locationId=${locations[0]!.id}`);
  for (const { id, version } of data.filter(({ name }) => OWN.includes(name))) {
    const answer = await page.context().request.delete(`/api/v1/shift-templates/${id}`, {
      headers: {
        'sec-fetch-site': 'same-origin',
        'idempotency-key': crypto.randomUUID(),
        'if-match': `"${version}"`,
      },
    });
    expect(answer.status()).toBe(204);
  }
}

/** A week with a shift on Monday and one on Tuesday, and an empty one after it. */
async function planWeek(page: Page): Promise<void> {
  await clearWeek(page, NEXT);
  await openEmptyWeek(page, MONDAY);
  await typeShift(page, cell(page, PERSON, MONDAY), '8:15-16:30');
  await typeShift(page, cell(page, OTHER, addDays(MONDAY, 1)), '8:15-16:30');
}

const onNext = (page: Page, name: string, day: number) =>
  shiftIn(cell(page, name, addDays(NEXT, day)), TIMES);

/** Undo or redo of many: one request, answered. */
async function byKey(page: Page, key: string): Promise<void> {
  const answered = page.waitForResponse((answer) => answer.url().endsWith('/api/v1/shifts/bulk'));
  await page.keyboard.press(key);
  expect(await (await answered).json()).toMatchObject({ meta: { done: 2, failed: 0 } });
}

journey(
  'last week is copied in two steps, and taken back and made again by one key each',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await planWeek(page);
    await page.goto(`/schedule?week=${NEXT}`);
    await page.getByRole('grid').waitFor();

    await page.getByRole('button', { name: 'Copy last week' }).click();
    await page.getByRole('button', { name: 'Copy 2 shifts' }).click();

    await toast(page, 'Copied 2 shifts').waitFor();
    await onNext(page, PERSON, 0).waitFor();
    await onNext(page, OTHER, 1).waitFor();
    await byKey(page, 'Control+z');
    await onNext(page, PERSON, 0).waitFor({ state: 'detached' });
    await onNext(page, OTHER, 1).waitFor({ state: 'detached' });
    await byKey(page, 'Control+Shift+z');
    await onNext(page, PERSON, 0).waitFor();

    // a second time everything is there already
    await page.getByRole('button', { name: 'Copy last week' }).click();
    await page.getByText('2 there already').waitFor();
    await page.getByText('The same shift is there already.').waitFor();
    expect(await page.getByRole('button', { name: 'Copy', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('button', { name: 'Cancel' }).click();
    await page.reload();
    await onNext(page, OTHER, 1).waitFor();
  },
);

journey(
  'a week becomes a template, and the template another week, after a preview',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await deleteTemplates(page);
    await planWeek(page);
    const menu = async (name: string) => {
      await page.getByRole('button', { name: 'Copy and templates' }).click();
      await page.getByRole('menuitem', { name }).click();
    };

    await menu('Save as a template');
    await page.getByRole('textbox', { name: 'Name' }).fill('Quiet week');
    await page.getByRole('button', { name: 'Save template' }).click();
    await toast(page, 'Saved the template Quiet week').waitFor();

    await page.goto(`/schedule?week=${NEXT}`);
    await page.getByRole('grid').waitFor();
    // Emil is busy on Monday: his shift will open
    await typeShift(page, cell(page, PERSON, NEXT), '12-20');
    await menu('Use a template');
    await page.getByRole('button', { name: 'Use Quiet week' }).click();
    await page.getByText('1 made open').waitFor();
    await page.getByText('This person already has a shift at that time.').waitFor();
    await page.getByRole('button', { name: 'Make 2 shifts' }).click();
    await says(page, 'Made from a template: 2 shifts, 1 made open');
    await onNext(page, 'Open shifts', 0).waitFor();
    await onNext(page, OTHER, 1).waitFor();
    await page.keyboard.press('Control+z');
    await onNext(page, OTHER, 1).waitFor({ state: 'detached' });

    await menu('Use a template');
    await page.getByRole('button', { name: 'Edit Quiet week' }).click();
    await page.getByRole('textbox', { name: 'Name of the template' }).fill('Calm week');
    // Monday's shift goes to Wednesday and ends later, Tuesday gets another one
    await page.getByLabel('End of shift 1').fill('18:00');
    await page.getByLabel('Day of shift 1').selectOption('Wednesday');
    await page.getByText('No shifts on Monday.').waitFor();
    await page.getByLabel('Day', { exact: true }).selectOption({ label: 'Tuesday (1)' });
    await page.getByRole('button', { name: 'Add a shift on Tuesday' }).click();
    await page.getByLabel('Start of shift 2').fill('17:00');
    await page.getByLabel('End of shift 2').fill('01:00');
    await page.getByRole('button', { name: 'Save template' }).click();
    await page.getByText('Week · 3 shifts, 2 people, 1 open').waitFor();
    await page.getByRole('button', { name: 'Edit Calm week' }).click();
    await page.getByLabel('Day', { exact: true }).selectOption({ label: 'Wednesday (1)' });
    expect(await page.getByLabel('End of shift 1').inputValue()).toBe('18:00');
    await page.getByRole('button', { name: 'Back' }).click();
    await page.getByRole('button', { name: 'Delete Calm week' }).click();
    await page.getByRole('button', { name: 'Delete Calm week for good' }).click();
    await toast(page, 'Deleted the template Calm week').waitFor();
    await page.getByRole('button', { name: 'Use Calm week' }).waitFor({ state: 'detached' });
  },
);

journey('a pattern of days on and off, saved on a phone', { timeout: 120_000 }, async ({ signedIn }) => {
  const page = await signedIn('owner@vaktplan.test', '/dashboard', { viewport: PHONE });
  await deleteTemplates(page);
  await page.goto(`/schedule?week=${MONDAY}`);
  await page.getByRole('button', { name: 'Copy and templates' }).click();
  await page.getByRole('menuitem', { name: 'Save as a template' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('4 on, 4 off');
  await page.getByRole('radio', { name: 'A pattern' }).click();
  await page.getByRole('combobox', { name: 'Person 1' }).selectOption({ label: PERSON });
  await page.getByRole('combobox', { name: 'Person 2' }).selectOption({ label: OTHER });
  await page.getByRole('button', { name: 'Save template' }).click();
  await toast(page, 'Rotation of 8 days · 8 shifts, 2 people').waitFor();
  await deleteTemplates(page);
});
