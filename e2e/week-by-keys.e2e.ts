import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey } from './journey.ts';
import { keysOnly, type Keys } from './keys.ts';
import { addDays, cell, clearWeek, says, shiftIn, toast } from './schedule-page.ts';

const MONDAY = '2027-10-11';
const PERSON = 'Emil Krogh';
const OTHER = 'Ida Sommer';
const NAME = 'Week by keys';

type Named = { id: string; name: string };
type Template = Named & { version: number };

/** An empty week, and a template whose Tuesday follows too soon upon its Monday. */
async function prepareTemplate(page: Page): Promise<void> {
  await clearWeek(page, MONDAY);
  const { locations } = await ask<{ locations: Named[] }>(page, 'GET', '/me');
  const locationId = locations[0]!.id;
  const days = `startDate=${MONDAY}&endDate=${addDays(MONDAY, 6)}`;
  const roster = await ask<{ employees: (Named & { departmentIds: string[] })[] }>(
    page,
    'GET',
    `/schedules/roster?locationId=${locationId}&${days}`,
  );
  const shift = (name: string, day: number, from: number, to: number) => {
    const { id: employeeId, departmentIds } = roster.employees.find((one) => one.name === name)!;
    const hours = { startMinutes: from * 60, endMinutes: to * 60 };
    return { day, ...hours, employeeId, departmentId: departmentIds[0]! };
  };
  const items = [shift(PERSON, 0, 14, 23), shift(PERSON, 1, 8, 16), shift(OTHER, 4, 9, 17)];
  const old = await ask<{ data: Template[] }>(page, 'GET', `/shift-templates?locationId=${locationId}`);
  const found = old.data.find(({ name }) => name === NAME);
  if (found)
    await ask(page, 'PATCH', `/shift-templates/${found.id}`, { version: found.version, body: { items } });
  else await ask(page, 'POST', '/shift-templates', { body: { locationId, name: NAME, kind: 'week', items } });
}

/** Finds a command by typing some of it. */
async function command(page: Page, keys: Keys, text: string, title: string): Promise<void> {
  await page.keyboard.press('Control+k');
  await page.getByPlaceholder('What would you like to do?').waitFor();
  await keys.type(text);
  await page.getByRole('option', { name: title, selected: true }).waitFor();
  await page.keyboard.press('Enter');
}

journey(
  'by keys alone: a week from a template, its findings mended, many deleted and taken back, published, beside a colleague',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    const keys = await keysOnly(page);
    await prepareTemplate(page);
    await page.goto(`/schedule?week=${MONDAY}`);
    await page.getByRole('grid').waitFor();
    const at = (on: Page, name: string, day: number, times: string) =>
      shiftIn(cell(on, name, addDays(MONDAY, day)), times);
    const goTo = async (name: string, day: number) => {
      const wanted = await cell(page, name, addDays(MONDAY, day)).getAttribute('data-cell');
      await keys.press('Control+Home');
      for (let i = 0; i < day; i += 1) await keys.press('ArrowRight');
      for (let row = 0; row < 20 && (await keys.cell()) !== wanted; row += 1) await keys.press('ArrowDown');
      expect(await keys.cell()).toBe(wanted);
    };

    // from a template
    await command(page, keys, 'templ', 'Use a template…');
    await page.getByRole('dialog', { name: 'Templates' }).waitFor();
    await keys.tabTo(new RegExp(`^Use ${NAME}`));
    await keys.press('Enter');
    await keys.focusIs(/^Make 3 shifts/);
    await keys.press('Enter');
    await says(page, 'Made from a template: 3 shifts. Undo with Control Z.');
    await at(page, PERSON, 1, '08:00–16:00')
      .filter({ has: page.locator('[data-finding]') })
      .waitFor();
    await expect.poll(keys.cell, { message: 'the grid has the focus again', timeout: 5000 }).not.toBeNull();

    // its findings: only these, read, mended
    await command(page, keys, 'findings', 'Show only shifts with findings');
    await at(page, OTHER, 4, '09:00–17:00').waitFor({ state: 'detached' });
    await goTo(PERSON, 1);
    await keys.press('Enter', 'Enter');
    const panel = page.getByRole('dialog', { name: 'Shift' });
    await panel.getByRole('region', { name: 'Findings' }).getByText('Too little rest').waitFor();
    await keys.press('Escape');
    await panel.waitFor({ state: 'hidden' });
    await keys.focusIs(/^08:00–16:00/);
    await keys.press('Escape', 'm');
    await says(page, `Picked up ${PERSON}, Tuesday 8 to 16`);
    await keys.press('ArrowRight');
    await says(page, `${PERSON}, Wednesday: possible.`);
    await page.keyboard.press('Enter');
    await says(page, `Moved to ${PERSON}, Wednesday. Undo with Control Z.`);
    await page.locator('[data-finding]').first().waitFor({ state: 'detached' });
    await keys.press('ArrowRight');
    await command(page, keys, 'all shifts', 'Show all shifts');
    await at(page, OTHER, 4, '09:00–17:00').waitFor();

    // many at once, and back
    await goTo(PERSON, 0);
    await keys.press('Control+a');
    await says(page, '2 shifts, 1 person, 17 h selected.');
    await keys.press('Delete');
    await says(page, 'Deleted 2 shifts. Undo with Control Z.');
    await at(page, PERSON, 0, '14:00–23:00').waitFor({ state: 'detached' });
    await keys.press('Control+z');
    await says(page, 'Undone: Deleted 2 shifts.');
    await at(page, PERSON, 2, '08:00–16:00').waitFor();
    await keys.press('Escape');

    // published, after a look at what changes for whom
    await page.keyboard.press('Control+Enter');
    await keys.focusIs(/^Publish 3 changes/);
    const changes = page.getByRole('list', { name: 'What changes for whom' });
    await changes.getByRole('heading', { name: PERSON }).waitFor();
    expect(await changes.getByText('New', { exact: true }).count()).toBe(3);
    await page.keyboard.press('Enter');
    await page
      .locator('[aria-live]')
      .filter({ hasText: 'Published 3 changes' })
      .first()
      .waitFor({ state: 'attached' });
    await expect.poll(keys.cell, { message: 'the grid has the focus again', timeout: 5000 }).not.toBeNull();

    // a colleague, by keys too
    const other = await signedIn('manager@vaktplan.test');
    const others = await keysOnly(other);
    await other.goto(`/schedule?week=${MONDAY}`);
    await at(other, PERSON, 0, '14:00–23:00').waitFor();
    await others.tabTo(/Filter by name/);
    await others.type(PERSON.slice(0, 4));
    while (!(await others.cell())) await others.press('Tab');
    await others.press('Control+End', 'Control+Home', 'ArrowDown');
    const before = await others.cell();
    await page.locator('[data-peer]').waitFor();
    await goTo(PERSON, 0);
    await keys.press('m', 'ArrowRight');
    await at(other, PERSON, 0, '14:00–23:00').and(other.locator('[data-elsewhere]')).waitFor();
    await page.keyboard.press('Enter');
    await says(page, `Moved to ${PERSON}, Tuesday`);
    await at(other, PERSON, 1, '14:00–23:00').waitFor();
    expect(await others.cell(), 'the focus of who looks on stays').toBe(before);

    // both at one shift: who comes second is told, and does it again over the newer one
    let comeBack = () => {};
    const away = new Promise<void>((resolve) => (comeBack = resolve));
    await other.route('**/api/v1/shifts/columns?*', (route) => away.then(() => route.continue()));
    await keys.press('m', 'ArrowLeft');
    await says(page, `${PERSON}, Monday: possible.`);
    await page.keyboard.press('Enter');
    await toast(page, `Moved to ${PERSON}, Monday`).waitFor();
    await others.press('ArrowRight', 'm', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    await other.keyboard.press('Enter');
    await toast(other, / changed this shift /).waitFor();
    await other.keyboard.press('Alt+t');
    await others.tabTo(/^Redo mine/);
    await other.keyboard.press('Enter');
    comeBack();
    await at(other, PERSON, 4, '14:00–23:00').waitFor();
    await at(page, PERSON, 4, '14:00–23:00').waitFor();
    await others.press('Escape');
  },
);
