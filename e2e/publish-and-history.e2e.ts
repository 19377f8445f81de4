import { expect } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { ask } from './api.ts';
import { drag } from './drag.ts';
import { journey, PHONE } from './journey.ts';
import { addDays, cell, openEmptyWeek, shiftIn, toast, typeShift } from './schedule-page.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

const PERSON = 'Emil Krogh';

journey(
  'publishing takes two steps and says who sees what; looking back shows each state that was published',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-04-12';
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, monday);
    const on = (day: number) => cell(page, PERSON, addDays(monday, day));
    const dialog = page.getByRole('dialog', { name: 'Publish schedule' });
    const changes = dialog.getByRole('list', { name: 'What changes for whom' });
    await typeShift(page, on(0), '10-15');

    let steps = 0;
    const step = async (done: Promise<unknown>): Promise<void> => {
      steps++;
      await done;
    };
    await step(page.getByRole('button', { name: /^Publish/ }).click());
    await changes.getByRole('heading', { name: PERSON }).waitFor();
    await changes.getByText('New', { exact: true }).waitFor();
    await assertAccessible(page, '[role=dialog]');
    await step(dialog.getByRole('button', { name: 'Publish 1 change' }).click());
    await toast(page, 'Published 1 change').waitFor();
    expect(steps, 'with the pointer').toBe(2);

    await drag(page, shiftIn(on(0), '10:00–15:00'), on(1));
    await toast(page, `Moved to ${PERSON}, Tuesday`).waitFor();
    await shiftIn(on(1), '10:00–15:00').click();
    await page
      .getByRole('dialog', { name: 'Shift' })
      .getByText(/^Employees see: Emil Krogh/)
      .waitFor();
    await page.keyboard.press('Escape');

    steps = 0;
    await step(page.keyboard.press('Control+Enter'));
    await changes.getByText('Changed', { exact: true }).waitFor();
    await dialog.getByRole('button', { name: 'Publish 1 change' }).waitFor();
    await step(page.keyboard.press('Enter'));
    await dialog.waitFor({ state: 'hidden' });
    expect(steps, 'by keyboard').toBe(2);

    // back in time, by keyboard
    await page.getByRole('link', { name: 'Schedule history' }).click();
    await page.waitForURL('**/schedule/history?*');
    // it opens on somebody for whom there is something to see
    const person = page.getByLabel('Person');
    await expect.poll(() => person.locator('option:checked').textContent()).toBe(PERSON);
    const week = page.getByRole('region', { name: 'The week as it was seen' });
    const changed = page.getByRole('region', { name: 'What had changed' });
    const slider = page.getByRole('slider', { name: 'Time' });
    await slider.waitFor();
    const dayOf = (name: string) => week.getByRole('listitem').filter({ hasText: name }).first();
    await dayOf('Tuesday 13 April').getByText('Changed').waitFor();
    await changed.getByText('now:').waitFor();
    await slider.press('ArrowLeft');
    await dayOf('Monday 12 April').getByText('New').waitFor();
    expect(await dayOf('Tuesday 13 April').getByText('Nothing').count()).toBe(1);
    await slider.press('Home');
    await changed.getByText('Nothing of this week had been published').waitFor();
    expect(await slider.getAttribute('aria-valuetext')).toContain('before anything was published');
    await page.reload();
    await changed.getByText('Nothing of this week had been published').waitFor();
    await page.getByRole('button', { name: 'Later publication' }).click();
    await dayOf('Monday 12 April').getByText('New').waitFor();
    // any instant, by typing it: long before, and long after
    await page.getByLabel('Seen at').fill('2020-02-29T12:00');
    await changed.getByText('Nothing of this week had been published').waitFor();
    await page.getByLabel('Seen at').fill('2090-01-01T00:00');
    await dayOf('Tuesday 13 April').getByText('Changed').waitFor();
    await page.setViewportSize(PHONE);
    await assertNoSidewaysScrolling(page);

    // a week of which nothing was published says so, and leads to one of which something was
    await page.goto('/schedule/history?date=2029-01-01');
    await page.getByText('Nothing of this week has been published').waitFor();
    await assertAccessible(page);
    await page.getByRole('button', { name: 'Newest published week' }).click();
    await slider.waitFor();
  },
);

type Roster = { departments: { id: string }[]; employees: { id: string; departmentIds: string[] }[] };

journey(
  'publishing for many: a line a person, found by name; all of them told, or nobody',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-11-15';
    const page = await signedIn('owner@vaktplan.test');
    await openEmptyWeek(page, monday);
    const { locations } = await ask<{ locations: { id: string }[] }>(page, 'GET', '/me');
    const range = { locationId: locations[0]!.id, startDate: monday, endDate: addDays(monday, 6) };
    const { departments, employees } = await ask<Roster>(
      page,
      'GET',
      `/schedules/roster?${new URLSearchParams(range)}`,
    );
    const here = new Set(departments.map(({ id }) => id));
    const changes = employees.map(({ id: employeeId, departmentIds }) => ({
      op: 'create',
      shift: {
        departmentId: departmentIds.find((id) => here.has(id)) ?? departments[0]!.id,
        employeeId,
        startsAt: `${monday}T10:00`,
        endsAt: `${monday}T15:00`,
      },
    }));
    const made = await ask<{ meta: { done: number } }>(page, 'POST', '/shifts/bulk', { body: { changes } });
    const many = made.meta.done;
    expect(many, 'people enough to be folded').toBeGreaterThan(8);

    await page.getByRole('grid').waitFor();
    await page.keyboard.press('Control+Enter');
    const dialog = page.getByRole('dialog', { name: 'Publish schedule' });
    const lines = dialog.getByRole('region', { name: 'What changes for whom' }).getByRole('listitem');
    await lines.nth(many - 1).waitFor();
    expect(await dialog.getByText('New', { exact: true }).count(), 'folded').toBe(0);
    await lines.first().locator('summary').press('Enter');
    await lines.first().getByText('New', { exact: true }).waitFor();
    await dialog.getByRole('searchbox', { name: 'Find a person' }).fill('emil');
    await dialog.getByText(`1 of ${many} people`).waitFor();
    await dialog.getByText('New', { exact: true }).waitFor();

    await dialog.getByRole('radio', { name: 'Choose' }).click();
    await dialog.getByRole('checkbox', { name: `All (${many} of ${many})` }).click();
    await dialog.getByRole('checkbox', { name: `All (0 of ${many})` }).waitFor();
    await assertAccessible(page, '[role=dialog]');
    await page.setViewportSize(PHONE);
    await assertNoSidewaysScrolling(page);
    const field = await dialog.getByRole('searchbox', { name: 'Find a person' }).last().boundingBox();
    expect(field!.x + field!.width, 'inside the dialog').toBeLessThan(PHONE.width);
    await dialog.getByRole('button', { name: `Publish ${many} changes` }).click();
    await toast(page, 'Nobody is notified.').waitFor();
  },
);

journey('an employee looks back at their own schedule', async ({ signedIn }) => {
  const page = await signedIn('employee@vaktplan.test', '/shifts');
  await page.getByRole('link', { name: 'How it was' }).click();
  await page.waitForURL('**/schedule/history');
  await page.getByRole('slider', { name: 'Time' }).waitFor();
  expect(await page.getByLabel('Person').count(), 'nobody else to choose').toBe(0);
});

journey(
  'two managers at one week: each sees where the other is, what they move and what they changed',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const monday = '2027-04-19';
    const anna = await signedIn('manager@vaktplan.test');
    await openEmptyWeek(anna, monday);
    await typeShift(anna, cell(anna, PERSON, monday), '10-15');
    const ben = await signedIn('owner@vaktplan.test', `/schedule?week=${monday}`);
    await ben.getByRole('grid').waitFor();
    const on = (page: typeof anna, day: number) => cell(page, PERSON, addDays(monday, day));
    const shift = (page: typeof anna, day: number) => shiftIn(on(page, day), '10:00–15:00');
    await shift(ben, 0).waitFor();

    // present, and at a cell
    const here = ben.getByRole('button', { name: /^Who is here: / });
    await here.waitFor();
    await anna.getByRole('button', { name: /^Who is here: / }).waitFor();
    await on(anna, 3).click();
    await ben.locator('[data-peer]').waitFor();
    await here.click();
    await ben
      .getByRole('dialog', { name: 'Who is here' })
      .getByText(/^At Emil Krogh/)
      .waitFor();
    await assertAccessible(ben, '[role=dialog]');
    await ben.keyboard.press('Escape');

    // being moved elsewhere, then moved: it flashes, and Ben's focus stays where it was
    await on(ben, 6).click();
    const focused = () => ben.evaluate(() => document.activeElement?.getAttribute('data-cell'));
    const before = await focused();
    const from = (await shift(anna, 0).boundingBox())!;
    const to = (await on(anna, 1).boundingBox())!;
    await anna.mouse.move(from.x + 30, from.y + 10);
    await anna.mouse.down();
    await anna.mouse.move(from.x + 60, from.y + 12, { steps: 4 });
    await shift(ben, 0).and(ben.locator('[data-elsewhere]')).waitFor();
    const flash = ben.locator('[data-flash]').waitFor();
    await anna.mouse.move(to.x + to.width / 2, to.y + to.height / 2, { steps: 6 });
    await anna.mouse.up();
    await flash;
    await shift(ben, 1).waitFor();
    expect(await focused()).toBe(before);

    // Ben changes what is old by then: he is told who was faster, and does his again
    let comeBack = () => {};
    const away = new Promise<void>((resolve) => (comeBack = resolve));
    await ben.route('**/api/v1/shifts/columns?*', (route) => away.then(() => route.continue()));
    await drag(anna, shift(anna, 1), on(anna, 2));
    await toast(anna, `Moved to ${PERSON}, Wednesday`).waitFor();
    await drag(ben, shift(ben, 1), on(ben, 4));
    const told = toast(ben, / changed this shift /);
    await told.getByRole('button', { name: 'Redo mine' }).click();
    comeBack();
    await shift(ben, 4).waitFor();
    await shift(anna, 4).waitFor();

    await anna.goto('/dashboard');
    await here.waitFor({ state: 'detached' });
  },
);
