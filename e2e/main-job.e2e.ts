import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey, signInByForm } from './journey.ts';
import { addDays, cell, clearWeek, mondayIn, shiftIn, toast, typeShift } from './schedule-page.ts';

const EMPLOYEE = 'Sofie Nygaard';
// the third week from now: inside what /shifts lists, outside what the demo has planned
const MONDAY = mondayIn(21);

/** The main job: publish in one browser, it appears in the other; clock in there, the manager sees it here. */
journey(
  'a manager publishes, the employee sees it without reloading, clocks in, and the manager sees that',
  { timeout: 120_000 },
  async ({ visitor }) => {
    const manager = await visitor();
    const employee = await visitor();
    await signInByForm(manager, 'manager@vaktplan.test', '/dashboard');
    await signInByForm(employee, 'employee@vaktplan.test', '/shifts');
    const { employeeId } = await ask<{ employeeId: string }>(employee, 'GET', '/me');
    await clearWeek(manager, MONDAY, employeeId);
    await employee.reload();
    const shifts = employee.getByLabel('Your next shifts');
    const planned = (day: string, times: string) =>
      shifts
        .locator('li')
        .filter({ has: employee.getByRole('heading', { name: day }) })
        .getByText(times);
    const [tuesday, thursday] = [addDays(MONDAY, 1), addDays(MONDAY, 3)];
    await shifts.getByRole('heading').first().waitFor();
    expect(await planned(longDay(tuesday), '09:00 – 17:00').count()).toBe(0);

    // one shift typed into the cell, one through the panel
    await manager.goto(`/schedule?week=${MONDAY}`);
    await typeShift(manager, cell(manager, EMPLOYEE, tuesday), '9-17');
    await shiftIn(cell(manager, EMPLOYEE, tuesday), '09:00–17:00').waitFor();
    await cell(manager, EMPLOYEE, thursday).click();
    await cell(manager, EMPLOYEE, thursday).getByRole('button', { name: 'Add a shift here' }).click();
    const panel = manager.getByRole('dialog', { name: 'New shift' });
    expect(await panel.getByLabel('Day').inputValue()).toBe(thursday);
    await panel.getByLabel('Start').fill('12:15');
    await panel.getByLabel('End').fill('20:45');
    await panel.getByRole('button', { name: 'Save' }).click();
    await panel.waitFor({ state: 'hidden' });
    await shiftIn(cell(manager, EMPLOYEE, thursday), '12:15–20:45').waitFor();
    expect(await planned(longDay(tuesday), '09:00 – 17:00').count(), 'a draft is not shown').toBe(0);

    // what changes for whom, then publish
    await manager.getByRole('button', { name: /^Publish/ }).click();
    const dialog = manager.getByRole('dialog', { name: 'Publish schedule' });
    const hers = dialog
      .getByRole('listitem')
      .filter({ has: manager.getByRole('heading', { name: EMPLOYEE }) });
    await hers.getByText(/09:00 – 17:00/).waitFor();
    await hers.getByText(/12:15 – 20:45/).waitFor();
    await dialog.getByRole('button', { name: /^Publish \d+ change/ }).click();
    await dialog.waitFor({ state: 'hidden' });
    await toast(manager, /^Published/).waitFor();

    await planned(longDay(tuesday), '09:00 – 17:00').waitFor();
    await planned(longDay(thursday), '12:15 – 20:45').waitFor();

    // the clock, seen by the manager
    const clock = employee.getByLabel('Clock', { exact: true });
    await clock.getByRole('status').waitFor();
    const clockOut = clock.getByRole('button', { name: 'Clock out' });
    if (await clockOut.isVisible()) await clockOut.click();
    await manager.goto('/dashboard');
    const board = manager.getByRole('region', { name: 'Who is at work' });
    const atWork = board
      .getByRole('listitem')
      .filter({ hasText: EMPLOYEE })
      .getByText('At work', { exact: true });
    await manager.getByRole('heading', { name: 'Who is at work' }).waitFor();
    await atWork.waitFor({ state: 'hidden' });
    await clock.getByRole('button', { name: 'Clock in' }).click();
    await clock.getByText('At work', { exact: true }).waitFor();
    // at busy hours the list shows the first few only
    const showAll = board.getByRole('button', { name: /^Show all/ });
    await atWork.or(showAll).first().waitFor();
    if (await showAll.isVisible()) await showAll.click();
    await atWork.waitFor();
    await clockOut.click();
    await clock.getByText('Not at work', { exact: true }).waitFor();
    await atWork.waitFor({ state: 'hidden' });
  },
);

const longDay = (date: string): string =>
  new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }).format(new Date(date));
