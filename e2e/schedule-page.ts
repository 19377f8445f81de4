import { expect } from 'vitest';
import type { Locator, Page } from 'playwright-core';
import { ask } from './api.ts';

const DAY = 86_400_000;

/** The day so many days from `date`. */
export const addDays = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY).toISOString().slice(0, 10);

/** Monday of the week that holds the day so many days from today (UTC; a day's difference does no harm here). */
export function mondayIn(days: number): string {
  const date = addDays(new Date().toISOString().slice(0, 10), days);
  return addDays(date, -((new Date(date).getUTCDay() + 6) % 7));
}

type Shift = { id: string; employeeId: string | null; version: number; state: string };
type Me = { employeeId: string; locations: { id: string }[] };

/** Deletes what is planned at the person's first location in a week, all or one employee's, and tells the plan so. */
export async function clearWeek(page: Page, monday: string, employeeId?: string): Promise<void> {
  const { locations } = await ask<Me>(page, 'GET', '/me');
  const range = { locationId: locations[0]!.id, startDate: monday, endDate: addDays(monday, 6) };
  const { data } = await ask<{ data: Shift[] }>(page, 'GET', `/shifts?${new URLSearchParams(range)}`);
  const mine = data.filter((shift) => !employeeId || shift.employeeId === employeeId);
  for (const { id, version } of mine.filter((shift) => shift.state !== 'deleted'))
    await ask(page, 'DELETE', `/shifts/${id}`, { version });
  if (mine.some((shift) => shift.state !== 'draft'))
    await ask(page, 'POST', '/schedules/publish', { body: { ...range, notify: 'none' } });
}

/** Opens the week with nothing planned in it, and waits for what shows it. */
export async function openEmptyWeek(
  page: Page,
  monday: string,
  shown: Locator = page.getByRole('grid'),
): Promise<void> {
  await clearWeek(page, monday);
  await page.goto(`/schedule?week=${monday}`);
  await shown.waitFor();
  await isAlive(shown);
}

/** Until React listens there: the server's page shows it before, and what is chosen or typed then is lost. */
export async function isAlive(shown: Locator): Promise<void> {
  const hasProps = (element: Element) => Object.keys(element).some((key) => key.startsWith('__reactProps'));
  await expect.poll(() => shown.first().evaluate(hasProps), { timeout: 15_000 }).toBe(true);
}

/** A person's day in the week shown. */
export const cell = (page: Page, name: string, date: string): Locator =>
  page
    .getByRole('row')
    .filter({ has: page.getByRole('rowheader', { name: new RegExp(`^${name}`) }) })
    .locator(`[data-cell$="|${date}"]`);

/** The shift of these times in a cell: "09:00–17:00". */
export const shiftIn = (where: Locator, times: string): Locator =>
  where.getByRole('button', { name: new RegExp(`^${times}`) });

/** Those of the shifts whose name says it, their marks in words: "has a note", "warning: …". */
export const saying = (shifts: Locator, words: string): Locator =>
  shifts.and(shifts.page().locator(`[aria-label*="${words}"]`));

/** Types a shift into a cell and waits until it is stored. */
export async function typeShift(page: Page, where: Locator, text: string): Promise<void> {
  const stored = page.waitForResponse(
    (answer) => answer.request().method() === 'POST' && answer.url().endsWith('/api/v1/shifts'),
  );
  await where.click();
  await page.keyboard.type(text);
  await page.keyboard.press('Enter');
  await stored;
}

/** Waits until the grid's live region says this. */
export const says = (page: Page, words: string | RegExp): Promise<void> =>
  page.locator('[data-grid-says]').filter({ hasText: words }).waitFor();

export const toast = (page: Page, words: string | RegExp): Locator =>
  page.locator('[data-sonner-toast]').filter({ hasText: words });
