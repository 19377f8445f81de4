import { readFile } from 'node:fs/promises';
import { parse } from 'csv-parse/sync';
import ICAL from 'ical.js';
import type { Page } from 'playwright-core';
import readExcelFile from 'read-excel-file/node';
import { expect } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';
import { addDays, cell, mondayIn, openEmptyWeek, shiftIn, toast, typeShift } from './schedule-page.ts';

const EMPLOYEE = 'Sofie Nygaard';
const MONDAY = mondayIn(49);

const choose = async (page: Page, item: string): Promise<void> => {
  await page.getByRole('button', { name: 'Files and forecasts' }).click();
  await page.getByRole('menuitem', { name: item }).click();
};

/** The file of a menu item, under the name that the browser saves it by. */
async function save(page: Page, item: string): Promise<{ name: string; file: Buffer }> {
  const [download] = await Promise.all([page.waitForEvent('download'), choose(page, item)]);
  return { name: download.suggestedFilename(), file: await readFile(await download.path()) };
}

async function planMonday(page: Page): Promise<void> {
  await openEmptyWeek(page, MONDAY);
  await typeShift(page, cell(page, EMPLOYEE, MONDAY), '9-17');
  await shiftIn(cell(page, EMPLOYEE, MONDAY), '09:00–17:00').waitFor();
}

journey('a forecast under the plan, and red where it costs more than the target', async ({ signedIn }) => {
  const page = await signedIn('owner@vaktplan.test', '/schedule');
  await planMonday(page);
  await choose(page, 'Forecasts and budget…');
  const dialog = page.getByRole('dialog', { name: 'Forecasts and budget' });
  const figure = (name: string) => dialog.getByRole('textbox', { name: new RegExp(`^${name}, Monday`) });
  await figure('Revenue forecast').fill('lots');
  await dialog.getByText('A number such as').waitFor();
  expect(await dialog.getByRole('button', { name: 'Save' }).isDisabled()).toBe(true);
  await figure('Revenue forecast').fill('100000');
  await figure('Target percent').fill('30');
  await figure('Hours forecast').fill('40');
  await assertAccessible(page, '[role="dialog"]');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Saved').waitFor();
  const footer = page.locator('[data-budget]');
  await footer.filter({ hasText: 'of sales' }).first().waitFor();
  expect(await footer.filter({ hasText: 'over budget' }).count()).toBe(0);

  await choose(page, 'Forecasts and budget…');
  await figure('Revenue forecast').fill('1000');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await footer.filter({ hasText: 'over budget' }).first().waitFor();
});

journey('the plan is taken away as CSV, Excel, PDF and on paper', async ({ signedIn }) => {
  const page = await signedIn('owner@vaktplan.test', '/schedule');
  await planMonday(page);

  const csv = await save(page, 'Download CSV');
  expect(csv.name).toMatch(new RegExp(`^schedule-.+-${MONDAY}-${addDays(MONDAY, 6)}\\.csv$`));
  const [record] = parse(csv.file, { bom: true, columns: true, record_delimiter: '\r\n' }) as object[];
  expect(record).toMatchObject({ Date: MONDAY, Start: '09:00', End: '17:00', Employee: EMPLOYEE });

  const [people, list] = await readExcelFile((await save(page, 'Download Excel')).file);
  const row = people?.data.find(([name]) => name === EMPLOYEE);
  expect(row?.[1]).toMatch(/^09:00–17:00/);
  expect(list?.data[1]?.slice(0, 4)).toEqual([MONDAY, '09:00', '17:00', EMPLOYEE]);

  const pdf = await save(page, 'Download PDF');
  expect(pdf.file.subarray(0, 5).toString()).toBe('%PDF-');

  // the filter of the screen is that of the file
  await page.getByRole('searchbox', { name: 'Filter by name or position' }).fill('nobody at all');
  await page.waitForURL(/q=nobody/);
  const none = await save(page, 'Download CSV');
  expect(none.file.toString().trim().split('\r\n')).toHaveLength(1);
  await page.getByRole('searchbox', { name: 'Filter by name or position' }).fill('');

  await page.goto(`/schedule/print?week=${MONDAY}`);
  const line = page.getByRole('row').filter({ has: page.getByRole('rowheader', { name: EMPLOYEE }) });
  await line.getByText('09:00–17:00').waitFor();
  await page.getByRole('button', { name: 'Print' }).waitFor();
  await page.emulateMedia({ media: 'print' });
  expect(await page.getByRole('button', { name: 'Print' }).isVisible()).toBe(false);
  await page.emulateMedia({ media: null });
});

journey('an employee subscribes to the own shifts, renews the address and ends it', async ({ signedIn }) => {
  const page = await signedIn('employee@vaktplan.test', '/shifts', { viewport: PHONE });
  for (const { id, kind } of (
    await ask<{ data: { id: string; kind: string }[] }>(page, 'GET', '/calendar-feeds')
  ).data) {
    if (kind === 'employee') await ask(page, 'POST', `/calendar-feeds/${id}/renew`);
  }
  await page.reload();
  const card = page.getByRole('region', { name: 'Calendar' });
  const address = card.getByLabel('Calendar address');
  const make = card.getByRole('button', { name: 'Get a calendar address' });
  await address.or(make).waitFor();
  if (await make.isVisible()) await make.click();
  const url = await address.inputValue();
  expect(url).toMatch(/\/calendar\/[\w-]{54}\.ics$/);

  // as a phone reads it: no session, the address alone
  const phone = await page.context().browser()!.newContext();
  const read = (at: string, headers = {}) =>
    phone.request.get(new URL(new URL(at).pathname, page.url()).href, { headers });
  const first = await read(url);
  expect(first.status()).toBe(200);
  const calendar = new ICAL.Component(ICAL.parse(await first.text()));
  expect(calendar.getFirstPropertyValue('x-wr-calname')).toContain(EMPLOYEE);
  const again = await read(url, { 'if-none-match': first.headers().etag });
  expect(again.status()).toBe(304);

  await card.getByRole('button', { name: 'New address' }).click();
  await card.getByRole('button', { name: 'Replace the address?' }).click();
  await toast(page, 'New address').waitFor();
  // a toast under the pointer stays, and it may lie over what is pressed next
  await page.mouse.move(0, 0);
  await expect.poll(() => address.inputValue()).not.toBe(url);
  expect((await read(url)).status()).toBe(404);
  const renewed = await address.inputValue();
  expect((await read(renewed)).status()).toBe(200);

  await card.getByRole('button', { name: 'End subscription' }).click();
  await card.getByRole('button', { name: 'End it?' }).click();
  await make.waitFor();
  expect((await read(renewed)).status()).toBe(404);
  await phone.close();
});
