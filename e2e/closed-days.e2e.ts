import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey } from './journey.ts';
import {
  addDays,
  cell,
  clearWeek,
  openEmptyWeek,
  saying,
  shiftIn,
  toast,
  typeShift,
} from './schedule-page.ts';

const MONDAY = '2029-03-05';
const BEFORE = addDays(MONDAY, -7);
const THURSDAY = addDays(MONDAY, 3);
const PERSON = 'Emil Krogh';
const PLACE = 'Nørrebro';

type Location = { id: string; name: string; version: number; closedDays: { date: string }[] };

/** Other journeys plan here too: the day is open again when this one ends. */
async function openAgain(page: Page): Promise<void> {
  const { data } = await ask<{ data: Location[] }>(page, 'GET', '/locations');
  const { id, version, closedDays } = data.find((one) => one.name === PLACE)!;
  const rest = closedDays.filter(({ date }) => date !== THURSDAY);
  await ask(page, 'PATCH', `/locations/${id}`, { version, body: { closedDays: rest } });
}

journey(
  'a day is closed in the settings, shaded in the plan, warned of, and left out by copies',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    await openAgain(page);
    await clearWeek(page, MONDAY);
    await openEmptyWeek(page, BEFORE);
    await typeShift(page, cell(page, PERSON, addDays(BEFORE, 3)), '9-17');

    await page.goto('/settings?tab=locations');
    await page.getByRole('button', { name: `Edit ${PLACE}` }).click();
    await page.getByLabel('Date', { exact: true }).fill(THURSDAY);
    await page.getByLabel('What day it is').fill('Stocktaking');
    await page.getByRole('button', { name: 'Add', exact: true }).click();
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await toast(page, 'Saved').waitFor();

    await page.goto(`/schedule?week=${MONDAY}`);
    await page.getByRole('columnheader', { name: /closed: Stocktaking/ }).waitFor();
    const on = cell(page, PERSON, THURSDAY);
    expect(await on.getAttribute('data-closed')).toBe('true');

    // a copy leaves it out with the reason, unless one says otherwise
    await page.getByRole('button', { name: 'Copy last week' }).click();
    await page.getByText('The location is closed on that day.').waitFor();
    expect(await page.getByRole('button', { name: 'Copy', exact: true }).isDisabled()).toBe(true);
    await page.getByRole('radio', { name: 'Plan them' }).click();
    await page.getByRole('button', { name: 'Copy 1 shift' }).click();
    const shift = shiftIn(on, '09:00–17:00');
    await saying(shift, 'warning: the location is closed that day').waitFor();
    await page.keyboard.press('Control+z');
    await shift.waitFor({ state: 'detached' });
    await openAgain(page);
  },
);
