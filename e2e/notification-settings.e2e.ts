import { expect } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';
import { toast } from './schedule-page.ts';
import { assertNoSidewaysScrolling } from './sideways.ts';

/** As everybody begins. */
const STANDING = { body: { pushOff: [], quietHours: null, reminderMinutes: 15 } };

journey('an employee chooses what reaches the phone, and removes one', async ({ signedIn }) => {
  const page = await signedIn('employee@vaktplan.test', '/settings?tab=profile');
  const name = `Pixel ${Date.now()}`;
  const push = { provider: 'fcm', token: `journey-${crypto.randomUUID()}` };
  await ask(page, 'POST', '/me/devices', { body: { platform: 'android', name, appVersion: '1.0', push } });
  await ask(page, 'PATCH', '/me/notification-settings', STANDING);
  await page.reload();

  const card = page.getByRole('region', { name: 'Notifications' });
  await card.getByRole('switch', { name: 'The schedule is taken back: Phone' }).click();
  await card.getByLabel('Quiet hours').click();
  await card.getByLabel('From').fill('21:30');
  await card.getByLabel('Remind me before a shift').selectOption('30');
  await assertAccessible(page);
  await card.getByRole('button', { name: 'Save' }).click();
  await toast(page, 'Saved').waitFor();
  expect(await ask(page, 'GET', '/me/notification-settings')).toMatchObject({
    pushOff: ['schedule_unpublished'],
    quietHours: { from: '21:30', to: '07:00' },
    reminderMinutes: 30,
  });

  await page.setViewportSize(PHONE);
  await assertNoSidewaysScrolling(page);
  await page.getByRole('button', { name: `Remove ${name}` }).click();
  await toast(page, `${name} is removed`).waitFor();
  await page.getByText(name, { exact: true }).waitFor({ state: 'detached' });
  await ask(page, 'PATCH', '/me/notification-settings', STANDING);
});
