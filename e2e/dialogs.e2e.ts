import type { Page } from 'playwright-core';
import { assertAccessible } from './accessible.ts';
import { journey, PHONE, WIDE } from './journey.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

type Opening = { name: RegExp; role?: 'dialog' | 'menu'; open: (page: Page) => Promise<void> };

const press = (name: string | RegExp) => (page: Page) => page.getByRole('button', { name }).first().click();

async function askForKeys(page: Page): Promise<void> {
  await page.getByRole('gridcell').first().click();
  await page.keyboard.press('?');
}

const PAGES: { at: string; openings: Opening[] }[] = [
  {
    at: '/schedule',
    openings: [
      { name: /New shift/, open: press('Add shift') },
      { name: /Shift/, open: press(/^\d\d:\d\d–\d\d:\d\d .*published/) },
      { name: /Publish schedule/, open: press(/^Publish/) },
      { name: /Keys of the schedule/, open: askForKeys },
    ],
  },
  {
    at: '/dashboard',
    openings: [
      { name: /Notifications/, open: press(/^Notifications/) },
      { name: /Account of/, role: 'menu', open: press(/^Account of/) },
    ],
  },
  {
    at: '/employees',
    openings: [
      { name: /Add employee/, open: press('Add employee') },
      { name: /Import employees/, open: press('Import CSV') },
      { name: /^Invite/, open: (page) => fromMenu(page, /^Invite/) },
      { name: /^Deactivate/, open: (page) => fromMenu(page, 'Deactivate') },
    ],
  },
  { at: '/settings?tab=locations', openings: [{ name: /Add location/, open: press('Add location') }] },
  { at: '/settings?tab=positions', openings: [{ name: /Edit position/, open: press(/^Edit /) }] },
];

async function fromMenu(page: Page, name: string | RegExp): Promise<void> {
  await press('Actions for Emil Krogh')(page);
  await page.getByRole('menuitem', { name }).click();
}

journey.for(PAGES)(
  'what opens on $at is accessible, wide in light and on a phone in dark',
  { timeout: 120_000 },
  async ({ at, openings }, { signedIn }) => {
    const page = await signedIn('owner@vaktplan.test', at);
    for (const { name, role = 'dialog', open } of openings) {
      await page.setViewportSize(WIDE);
      await page.emulateMedia({ colorScheme: 'light' });
      await open(page);
      const opened = page.getByRole(role, { name });
      await opened.waitFor();
      await assertAccessible(page, `[role="${role}"]`);
      await page.setViewportSize(PHONE);
      await page.emulateMedia({ colorScheme: 'dark' });
      await opened.waitFor();
      await assertNoSidewaysScrolling(page);
      await assertAccessible(page, `[role="${role}"]`);
      await page.keyboard.press('Escape');
      await opened.waitFor({ state: 'hidden' });
    }
  },
);
