import { describe, expect } from 'vitest';
import { assertAccessible, assertColours } from './accessible.ts';
import { journey, NARROWEST, PHONE, WIDE } from './journey.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

const ROUTES = [
  ['/dashboard', 'owner@vaktplan.test'],
  ['/schedule', 'owner@vaktplan.test'],
  ['/board', 'owner@vaktplan.test'],
  ['/timesheets', 'owner@vaktplan.test'],
  ['/timesheet', 'employee@vaktplan.test'],
  ['/shifts', 'employee@vaktplan.test'],
  ['/employees', 'owner@vaktplan.test'],
  ['/settings', 'owner@vaktplan.test'],
  ['/status', 'owner@vaktplan.test'],
  ['/developer/mail', 'owner@vaktplan.test'],
] as const;

describe('every page of the app', () => {
  journey.for(ROUTES)(
    '%s opens in light and dark, wide and on a phone',
    { timeout: 120_000 },
    async ([path, email], { signedIn }) => {
      const page = await signedIn(email, path);
      expect(new URL(page.url()).pathname).toBe(path);
      for (const viewport of [WIDE, PHONE]) {
        await page.setViewportSize(viewport);
        for (const colorScheme of ['dark', 'light'] as const) {
          await page.emulateMedia({ colorScheme });
          await page.getByRole('heading', { level: 1 }).first().waitFor();
          await page.locator('main [aria-busy="true"]').waitFor({ state: 'detached' });
          await assertNoSidewaysScrolling(page);
          await (colorScheme === 'light' ? assertAccessible(page) : assertColours(page));
        }
      }
      await page.setViewportSize(NARROWEST);
      await assertNoSidewaysScrolling(page);
    },
  );
});

describe('an employee', () => {
  journey.for(['/schedule', '/employees', '/dashboard'])(
    'who opens %s is shown their own shifts',
    async (path, { signedIn }) => {
      const page = await signedIn('employee@vaktplan.test', path);
      await page.waitForURL((url) => url.pathname === '/shifts');
      await page.getByRole('heading', { level: 1, name: 'My shifts' }).waitFor();
    },
  );

  journey('finds nothing under the developer menu', async ({ signedIn }) => {
    const page = await signedIn('employee@vaktplan.test', '/developer/mail');
    await page.getByRole('heading', { level: 1, name: /not/i }).waitFor();
    expect(await page.getByText('What people would have received').count()).toBe(0);
  });
});
