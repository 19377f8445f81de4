import { expect } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { journey, NARROWEST, PHONE } from './journey.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

journey.for(['/', '/about', '/pricing', '/sign-in', '/sign-up', '/forgot-password'])(
  '%s opens, wide in light and on a phone in dark',
  async (path, { visitor }) => {
    const page = await visitor();
    const answer = await page.goto(path);
    expect(answer?.status()).toBe(200);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    await assertNoSidewaysScrolling(page);
    await assertAccessible(page);
    await page.setViewportSize(PHONE);
    await page.emulateMedia({ colorScheme: 'dark' });
    await assertNoSidewaysScrolling(page);
    await page.setViewportSize(NARROWEST);
    await assertNoSidewaysScrolling(page);
    await page.setViewportSize(PHONE);
  },
);

journey('an unknown page says so', async ({ visitor }) => {
  const page = await visitor();
  const answer = await page.goto('/nothing-here');
  expect(answer?.status()).toBe(404);
  await page.getByRole('heading', { level: 1 }).waitFor();
});

journey('every page of the app asks who you are', async ({ visitor }) => {
  const page = await visitor();
  for (const path of ['/dashboard', '/schedule', '/shifts', '/employees', '/settings', '/developer/mail']) {
    await page.goto(path);
    await page.waitForURL(/\/sign-in\?next=/);
    expect(new URL(page.url()).searchParams.get('next')).toBe(path);
  }
});

journey('a wrong password is told without saying which part was wrong', async ({ visitor }) => {
  const page = await visitor();
  await page.goto('/sign-in');
  await page.getByLabel('E-mail').fill('owner@vaktplan.test');
  await page.getByLabel('Password', { exact: true }).fill('not-the-password');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await page.getByRole('alert').filter({ hasText: 'E-mail or password is not right.' }).waitFor();
  expect(page.url()).toContain('/sign-in');
});
