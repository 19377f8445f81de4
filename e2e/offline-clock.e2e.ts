import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';
import { addDays } from './schedule-page.ts';

type Me = { employeeId: string };

journey(
  'punches without a network wait on the phone, go together and become one entry',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn('manager@vaktplan.test', '/shifts', {
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
    });
    const { employeeId } = await ask<Me>(page, 'GET', '/me');
    const today = new Date().toISOString().slice(0, 10);
    const range = new URLSearchParams({
      startDate: addDays(today, -1),
      endDate: addDays(today, 1),
      employeeId,
    });
    const entries = async () =>
      (await ask<{ data: unknown[] }>(page, 'GET', `/time-entries?${range}`)).data.length;
    const clock = page.getByLabel('Clock', { exact: true });
    const state = (words: string) => clock.getByRole('status').getByText(words, { exact: true }).waitFor();
    const press = (name: string) => clock.getByRole('button', { name }).click();
    const waiting = clock.getByText('Saved on this device');
    const confirmed = () => expect.poll(() => waiting.count(), { timeout: 30_000 }).toBe(0);

    await clock.getByRole('status').waitFor();
    await page.waitForFunction(isKept);
    if (await clock.getByRole('button', { name: 'Clock out' }).isVisible()) {
      await Promise.all([page.waitForResponse('**/time-tracking/punches'), press('Clock out')]);
    }
    await state('Not at work');
    const before = await entries();

    await page.context().setOffline(true);
    await page.getByText('You are offline.').waitFor();
    await press('Clock in');
    await state('At work');
    await page.getByText('1 punch waits on this device.').waitFor();
    await press('Start break');
    await state('On a break');
    await press('End break');
    await state('At work');
    expect(await waiting.count()).toBe(3);

    // the page opens again without a network, and what waits is still there
    await page.reload();
    await page.getByText('You are offline.').waitFor();
    await state('At work');
    expect(await waiting.count()).toBe(3);
    await press('Start break');
    await state('On a break');
    await press('End break');
    await state('At work');
    expect(await waiting.count()).toBe(5);

    const arrived = page.waitForResponse(
      (answer) => answer.url().endsWith('/time-tracking/punches/batch') && answer.status() === 200,
    );
    await page.context().setOffline(false);
    await arrived;
    await confirmed();
    await page.getByText('You are offline.').waitFor({ state: 'detached' });
    await state('At work');
    expect(await entries()).toBe(before + 1);

    // nothing is left to be sent again, and what follows is one with it
    await page.reload();
    await state('At work');
    expect(await waiting.count()).toBe(0);
    await press('Clock out');
    await state('Not at work');
    await clock.getByText(/Saved on this device|Sent, not confirmed yet/).waitFor({ state: 'detached' });
    expect(await entries()).toBe(before + 1);
    await clock
      .getByText(/Punched offline/)
      .first()
      .waitFor();
  },
);

/** Has the device what it needs to open the page without a network? */
const isKept = async (): Promise<boolean> =>
  (await caches.match('/shifts', { ignoreVary: true })) !== undefined;
