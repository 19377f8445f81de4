import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { journey, PHONE } from './journey.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';
import { hardCodedWords, listenForData } from './words-on-page.ts';

const EMPLOYEE = 'employee@vaktplan.test';
const OWNER = 'owner@vaktplan.test';
const MANAGER_PAGES = ['/dashboard', '/board'] as const;
const OWN_PAGES = ['/shifts', '/timesheet', '/settings?tab=profile', '/nothing-here'] as const;
const OPEN_PAGES = ['/sign-in', '/sign-up', '/forgot-password', '/reset-password', '/kiosk'] as const;

const speaks = (locale: string) => ({ locale });
/** The language chosen in this browser, as the account menu keeps it. */
const choice = (url: string, language: string) => [
  { name: 'vp_language', value: language, url: new URL(url).origin },
];

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
  const data = await listenForData(page, ['/me', '/positions', '/employees?limit=200', '/departments']);
  await page.context().addCookies(choice(page.url(), 'pseudo'));
  const found: Record<string, string[]> = {};
  for (const path of MANAGER_PAGES) {
    await page.goto(path);
    await page.getByRole('link', { name: '⟦Dášhbóářd' }).waitFor();
    await page.locator('main [role=status]:has(.animate-skeleton)').waitFor({ state: 'detached' });
    found[path] = await hardCodedWords(page, data());
  }
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

journey('Arabic runs from right to left, without sideways scrolling on a phone', async ({ signedIn }) => {
  const page = await signedIn(EMPLOYEE, '/shifts', { ...speaks('ar-EG'), viewport: PHONE });
  for (const path of OWN_PAGES) {
    await page.goto(path);
    await page.getByRole('heading', { level: 1, name: /\p{Script=Arabic}/u }).waitFor();
    expect(await page.locator('html').getAttribute('dir')).toBe('rtl');
    await assertNoSidewaysScrolling(page);
  }
});

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
