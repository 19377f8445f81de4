import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { ask } from './api.ts';
import { drag } from './drag.ts';
import { journey, PHONE, WIDE } from './journey.ts';
import { addDays, cell, mondayIn, openEmptyWeek, typeShift } from './schedule-page.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';
import { hardCodedWords, listenForData, namesOfIntl } from './words-on-page.ts';

const EMPLOYEE = 'employee@vaktplan.test';
const OWNER = 'owner@vaktplan.test';
const WEEK = '2027-06-07';
const PERSON = 'Emil Krogh';
const MANAGER_PAGES = ['/dashboard', '/board', '/timesheets', '/employees', '/developer/mail', '/status'];
const SETTINGS = 'organization locations departments positions skills clock kiosks timesheets'.split(' ');
const OWN_PAGES = ['/shifts', '/timesheet', '/settings?tab=profile', '/nothing-here'] as const;
const OPEN_PAGES = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/kiosk'] as const;

const speaks = (locale: string) => ({ locale });
/** The language chosen in this browser, as the account menu keeps it. */
const choice = (url: string, language: string) => [
  { name: 'vp_language', value: language, url: new URL(url).origin },
];

/** The tabs of the settings but one's own, each once it is there. */
async function throughSettings(page: Page, look: (tab: string) => Promise<void>): Promise<void> {
  await page.goto(`/settings?tab=${SETTINGS[0]}`);
  for (const [nr, tab] of SETTINGS.entries()) {
    await page.getByRole('tab').nth(nr).click();
    await page.waitForFunction(() => !document.querySelector('main [role=status] .animate-skeleton'));
    await look(tab);
  }
}

/** Then away: with brackets, a short word on a button is no part of its longer label, which is said of no language. */
async function expectNone(page: Page, found: Record<string, string[]>): Promise<void> {
  await page.goto('about:blank');
  expect(Object.entries(found).filter(([, words]) => words.length > 0)).toEqual([]);
}

journey(
  'every word that an employee meets is from the catalogue',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn(EMPLOYEE, '/shifts');
    const data = await listenForData(page, ['/me', '/positions', '/time-tracking/clock', '/notifications']);
    await page.context().addCookies(choice(page.url(), 'pseudo'));
    const found: Record<string, string[]> = {};
    for (const path of OWN_PAGES) {
      await page.goto(path);
      await page.getByRole('heading', { level: 1, name: '⟦' }).waitFor();
      await page.locator('main [role=status]:has(.animate-skeleton)').first().waitFor({ state: 'detached' });
      found[path] = await hardCodedWords(page, data());
    }
    await page.goto('/shifts');
    await page.getByRole('button', { name: '⟦Ñótíf' }).click();
    await page.getByRole('dialog').getByRole('heading').waitFor();
    found.bell = await hardCodedWords(page, data());
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: '⟦Áççóúñt' }).click();
    await page.getByRole('menu').waitFor();
    found.menu = await hardCodedWords(page, data());
    await page.keyboard.press('Escape');
    await page.getByRole('menu').waitFor({ state: 'detached' });
    await expectNone(page, found);
  },
);

journey('and every word of the pages of managers that are translated', async ({ signedIn }) => {
  const page = await signedIn(OWNER, '/settings?tab=profile');
  const data = await listenForData(page, [
    '/me',
    '/positions',
    '/employees?limit=200',
    '/departments',
    '/status',
    '/status/failed-jobs',
    '/status/schedules',
  ]);
  await page.context().addCookies(choice(page.url(), 'pseudo'));
  const found: Record<string, string[]> = {};
  for (const path of MANAGER_PAGES) {
    await page.goto(path);
    await page.getByRole('link', { name: '⟦Dášhbóářd' }).waitFor();
    await page.waitForFunction(() => !document.querySelector('main [role=status] .animate-skeleton'));
    found[path] = await hardCodedWords(page, data());
  }
  await expectNone(page, found);
});

journey(
  'and every word of the schedule, with what opens over it',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn(OWNER, '/settings?tab=profile');
    const { locations } = await ask<{ locations: { id: string }[] }>(page, 'GET', '/me');
    const [startDate, endDate] = [mondayIn(0), addDays(mondayIn(0), 6)];
    const range = new URLSearchParams({ locationId: locations[0]?.id ?? '', startDate, endDate });
    const data = await listenForData(page, ['/me', '/positions', `/schedules/roster?${range}`]);
    await page.context().addCookies(choice(page.url(), 'pseudo'));
    const found: Record<string, string[]> = {};
    await page.goto('/schedule');
    const grid = page.getByRole('grid');
    await grid.locator('[data-chip]').first().waitFor();
    found.page = await hardCodedWords(page, data());
    const dialog = page.getByRole('dialog');
    const look = async (name: string, open: () => Promise<void>) => {
      await open();
      await dialog.getByRole('heading').first().waitFor();
      await dialog.locator('.animate-skeleton').first().waitFor({ state: 'detached' });
      found[name] = await hardCodedWords(page, data());
      await page.keyboard.press('Escape');
      await dialog.waitFor({ state: 'detached' });
    };
    await look('shift', () => grid.locator('[data-chip][data-state=published]').first().click());
    await look('publishing', () => page.keyboard.press('Control+Enter'));
    await look('keys', () => page.keyboard.press('?'));
    const repeat = (item: string) => async () => {
      await page.getByRole('button', { name: '⟦Çópý áñd' }).click();
      await page.getByRole('menuitem', { name: item }).click();
    };
    await look('copying', repeat('⟦Çópý á dáý'));
    await look('template', repeat('⟦Šávé'));
    await page.goto(`/schedule/history?date=${startDate}`);
    await page.getByRole('heading', { level: 1, name: '⟦' }).waitFor();
    await page.locator('main .animate-skeleton').first().waitFor({ state: 'detached' });
    found.history = await hardCodedWords(page, data());
    await expectNone(page, found);
  },
);

journey('and every word of the settings, and of what opens there and over people', async ({ signedIn }) => {
  const page = await signedIn(OWNER, '/settings?tab=profile');
  const data = await listenForData(page, ['/me', '/departments', '/kiosks']);
  await page.context().addCookies(choice(page.url(), 'pseudo'));
  const found: Record<string, string[]> = {};
  const look = async (what: string) => {
    found[what] = await hardCodedWords(page, [...(await namesOfIntl(page)), ...data()]);
  };
  const lookInto = async (what: string) => {
    await page.getByRole('dialog').waitFor();
    await look(what);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
  };
  await throughSettings(page, async (tab) => {
    await look(tab);
    const add = page.getByRole('button', { name: '⟦Ádd' }).first();
    if (!(await add.isVisible())) return;
    await add.click();
    await lookInto(`new of ${tab}`);
  });
  await page.goto('/employees');
  for (const name of ['⟦Ímpóřt', '⟦Ádd']) {
    await page.getByRole('button', { name }).first().click();
    await lookInto(name);
  }
  await page.getByRole('button', { name: '⟦Áçtíóñš' }).first().click();
  await page.getByRole('menuitem', { name: '⟦Édít' }).click();
  await lookInto('one of the people');
  await expectNone(page, found);
});

journey('and every word before anybody is signed in', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  await page.context().addCookies(choice(page.url(), 'pseudo'));
  const found: Record<string, string[]> = {};
  for (const path of OPEN_PAGES) {
    await page.goto(path);
    await page.getByText('⟦').first().waitFor();
    found[path] = await hardCodedWords(page, []);
  }
  await expectNone(page, found);
});

journey.for([
  ['employees', EMPLOYEE, OWN_PAGES],
  ['managers', OWNER, MANAGER_PAGES],
] as const)(
  'Arabic runs from right to left, without sideways scrolling on a phone: pages of %s',
  { timeout: 90_000 },
  async ([, who, pages], { signedIn }) => {
    const page = await signedIn(who, '/settings?tab=profile', { ...speaks('ar-EG'), viewport: PHONE });
    for (const path of pages) {
      await page.goto(path);
      // the heading may be the name of a place
      await page.getByRole('heading', { level: 1 }).waitFor();
      await page
        .locator('main')
        .getByText(/\p{Script=Arabic}/u)
        .first()
        .waitFor();
      expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
      await assertNoSidewaysScrolling(page);
    }
    if (who === OWNER) await throughSettings(page, () => assertNoSidewaysScrolling(page));
  },
);

journey(
  'the schedule too: a day later lies to the left, for the keys and for the mouse',
  async ({ signedIn }) => {
    const page = await signedIn(OWNER, undefined, speaks('ar-EG'));
    await openEmptyWeek(page, WEEK);
    const on = (day: number) => cell(page, PERSON, addDays(WEEK, day)).first();
    const chipOn = (day: number) => on(day).locator('[data-chip]');
    await typeShift(page, on(2), '8:٣٠-16:45');
    await chipOn(2).waitFor();
    await page.keyboard.press('ArrowLeft');
    expect(await on(3).getAttribute('data-active')).toBe('true');
    const [later, earlier] = [await on(3).boundingBox(), await on(2).boundingBox()];
    expect(later?.x).toBeLessThan(earlier?.x ?? 0);
    await drag(page, chipOn(2), on(4));
    await chipOn(4).waitFor();
    // the end of a shift is its left edge
    const timesOf = () => chipOn(4).locator('[data-text]').first().textContent();
    const before = await timesOf();
    await chipOn(4).hover();
    const box = await chipOn(4).locator('[data-edge=end]').boundingBox();
    if (!box) throw new Error('no edge to pull');
    await page.mouse.move(box.x + 3, box.y + 10);
    await page.mouse.down();
    await page.mouse.move(box.x - 40, box.y + 10, { steps: 5 });
    await page.mouse.up();
    await expect.poll(timesOf).not.toBe(before);
    expect((await timesOf())?.split('–')[0]).toBe(before?.split('–')[0]);
    // on a phone a day's list
    await page.setViewportSize(PHONE);
    await page.getByRole('grid').waitFor({ state: 'detached' });
    await assertNoSidewaysScrolling(page);
    await page.setViewportSize(WIDE);
    await page.getByRole('grid').waitFor();
  },
);

journey('the browser says which language, until somebody chooses another', async ({ signedIn }) => {
  const page = await signedIn(EMPLOYEE, '/shifts', speaks('de-DE'));
  await page.getByRole('heading', { level: 1, name: 'Meine Schichten' }).waitFor();
  await page.getByRole('button', { name: 'Konto von' }).click();
  await page.getByRole('menuitemradio', { name: 'Dansk' }).click();
  await page.getByRole('heading', { level: 1, name: 'Mine vagter' }).waitFor();
  expect(await page.locator('html').getAttribute('lang')).toBe('da');
  await page.goto('/timesheet');
  await page.getByRole('heading', { level: 1, name: 'Mine timer' }).waitFor();
});
