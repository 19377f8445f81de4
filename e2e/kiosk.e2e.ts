import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { assertAccessible } from './accessible.ts';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';

const TABLET = { width: 1024, height: 768 };
type Row = { id: string };

/** A location of its own with two people and their PINs; its name sorts last, so that other journeys keep theirs. */
async function openShop(page: Page) {
  const stamp = Date.now().toString(36);
  const name = `Zz kiosk ${stamp}`;
  const location = await ask<Row>(page, 'POST', '/locations', { body: { name, zone: 'Europe/Copenhagen' } });
  const department = await ask<Row>(page, 'POST', '/departments', {
    body: { name: `Floor ${stamp}`, locationId: location.id },
  });
  const hire = async (person: string, pin: string) => {
    const body = { name: person, departmentIds: [department.id], positionIds: [] };
    const { id } = await ask<Row>(page, 'POST', '/employees', { body });
    await ask(page, 'PUT', `/employees/${id}/pin`, { body: { pin } });
    return person;
  };
  return {
    id: location.id,
    name,
    ada: await hire(`Ada ${stamp}`, '2468'),
    bo: await hire(`Bo ${stamp}`, '13579'),
  };
}

/** A photo has been sent, and looked at. */
const photoTaken = (tablet: Page) =>
  tablet.waitForResponse((answer) => /\/files\/[^/]+\/confirm$/.test(answer.url()));

const typePin = async (tablet: Page, pin: string) => {
  for (const digit of pin) await tablet.getByRole('button', { name: digit, exact: true }).click();
  await tablet.getByRole('button', { name: 'OK' }).click();
};

journey(
  'a tablet is enrolled, people clock in on it by PIN, also without a network, and the board shows each once',
  { timeout: 120_000 },
  async ({ signedIn, visitor }) => {
    const manager = await signedIn('owner@vaktplan.test');
    const shop = await openShop(manager);
    await manager.goto('/settings?tab=kiosks');
    await manager.getByRole('button', { name: 'Add kiosk' }).first().click();
    const dialog = manager.getByRole('dialog');
    await dialog.getByLabel('Name', { exact: true }).fill('Entrance');
    await dialog.getByLabel('Location').selectOption({ label: shop.name });
    await dialog.getByLabel('Photo when clocking in and out').selectOption('required');
    await dialog.getByRole('button', { name: 'Add kiosk' }).click();
    const code = (await dialog.getByLabel('Code', { exact: true }).textContent()) ?? '';
    expect(code).toMatch(/^[2-9A-Z]{4}-[2-9A-Z]{4}$/);
    await assertAccessible(manager);

    const tablet = await visitor({ viewport: TABLET });
    await tablet.goto('/kiosk');
    await tablet.getByLabel('Code').fill('ABCD-2345');
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click();
    await tablet.getByText('This code has been used, withdrawn or has expired.').waitFor();
    await tablet.getByLabel('Code').fill(code.toLowerCase());
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click();
    await tablet.getByRole('heading', { name: shop.name }).waitFor();
    await manager.getByRole('dialog', { name: 'Entrance is ready' }).waitFor();
    await manager.getByRole('button', { name: 'Done' }).click();
    const cookie = (await tablet.context().cookies()).find(({ name }) => name === 'vp_kiosk');
    expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/api/kiosk' });
    await assertAccessible(tablet);

    await tablet.getByLabel('Search names').fill('ada');
    await tablet.getByRole('button', { name: shop.ada }).click();
    await typePin(tablet, '1111');
    await tablet.getByText('This PIN is not right. Try again.').waitFor();
    await assertAccessible(tablet);
    await typePin(tablet, '2468');
    await tablet.getByText('Not at work').waitFor();
    await assertAccessible(tablet);
    const photo = photoTaken(tablet);
    await tablet.getByRole('button', { name: 'Clock in' }).click();
    await tablet.getByText('Confirmed').waitFor();
    expect((await photo).status()).toBe(200);
    await tablet.getByRole('button', { name: 'Done' }).click();
    await tablet.getByRole('button', { name: `${shop.ada} At work` }).waitFor();

    await tablet.waitForFunction(isKept);
    await tablet.context().setOffline(true);
    await tablet.reload();
    await tablet.getByText('No connection').waitFor();
    await tablet.getByRole('button', { name: shop.bo }).click();
    await typePin(tablet, '13579');
    await tablet.getByText('your PIN is checked when it is sent').waitFor();
    await tablet.getByRole('button', { name: 'Clock in' }).click();
    await tablet.getByText('Saved on this tablet, not sent yet').waitFor();
    const kept = await tablet.evaluate(readKept);
    expect(kept).toHaveLength(1);
    expect(kept[0]).not.toContain('13579');
    await tablet.getByRole('button', { name: 'Done' }).click();
    await tablet.getByText('1 tap is saved on this tablet').waitFor();
    await tablet.getByRole('button', { name: `${shop.bo} At work` }).waitFor();

    // the tablet starts anew without a network: its page, its names and what waits are there
    await tablet.reload();
    await tablet.getByText('No connection').waitFor();
    await tablet.getByText('1 tap is saved on this tablet').waitFor();
    await tablet.getByRole('button', { name: `${shop.bo} At work` }).click();
    await typePin(tablet, '13579');
    await tablet.getByRole('button', { name: 'Start break' }).click();
    await tablet.getByText('Saved on this tablet, not sent yet').waitFor();
    await tablet.getByRole('button', { name: 'Done' }).click();
    await tablet.getByText('2 taps are saved on this tablet').waitFor();
    await tablet.setViewportSize(PHONE);
    await assertAccessible(tablet);

    await manager.goto(`/board?location=${shop.id}`);
    const here = manager.getByRole('region', { name: /^Here now/ });
    await here.getByText(shop.ada).waitFor();
    expect(await here.getByRole('listitem').count()).toBe(1);

    const later = photoTaken(tablet);
    await tablet.context().setOffline(false);
    await tablet.getByText('2 taps are saved on this tablet').waitFor({ state: 'detached' });
    await tablet.getByText('Online').waitFor();
    expect((await later).status()).toBe(200);
    await expect.poll(() => tablet.evaluate(readKept)).toEqual([]);

    // the board has heard of it by itself
    await here.getByText(shop.bo).waitFor();
    expect(await here.getByRole('listitem').count()).toBe(2);
    expect(await here.getByText(shop.ada).count()).toBe(1);

    // the photos are there for the manager, and are pictures
    const board = await ask<{ data: { entryId: string }[] }>(
      manager,
      'GET',
      `/time-tracking/board?locationId=${shop.id}`,
    );
    for (const { entryId } of board.data) {
      const photos = await ask<{ data: { url: string }[] }>(manager, 'GET', `/files?timeEntryId=${entryId}`);
      expect(photos.data).toHaveLength(1);
      const shown = await manager.context().request.get(photos.data[0]?.url ?? '');
      expect(shown.headers()['content-type']).toBe('image/jpeg');
    }
  },
);

journey(
  'a tap that waited with a wrong PIN is refused when it comes; the manager counts it',
  { timeout: 90_000 },
  async ({ signedIn, visitor }) => {
    const manager = await signedIn('owner@vaktplan.test');
    const shop = await openShop(manager);
    const { code } = await ask<{ code: string }>(manager, 'POST', '/kiosks', {
      body: { name: 'Side door', locationId: shop.id },
    });
    const tablet = await visitor({ viewport: TABLET });
    await tablet.goto('/kiosk');
    await tablet.getByLabel('Code').fill(code);
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click();
    await tablet.getByRole('button', { name: shop.ada }).click();
    await tablet.context().setOffline(true);
    await typePin(tablet, '1111');
    await tablet.getByRole('button', { name: 'Clock in' }).click();
    await tablet.getByText('Saved on this tablet, not sent yet').waitFor();
    await tablet.context().setOffline(false);
    await tablet.getByText(`${shop.ada}: clocked in`).waitFor();

    await manager.goto('/timesheets');
    const refused = manager.getByRole('region', { name: 'not recorded' });
    await refused
      .getByRole('listitem')
      .filter({ hasText: shop.ada })
      .getByText('The PIN was wrong.')
      .waitFor();
    await assertAccessible(manager);
    await refused.getByRole('button', { name: `Count, ${shop.ada}` }).click();
    const dialog = manager.getByRole('dialog', { name: 'Count the tap' });
    await assertAccessible(manager);
    await dialog.getByRole('button', { name: 'Count it' }).click();
    await dialog.waitFor({ state: 'detached' });
    await refused.getByText(shop.ada).waitFor({ state: 'detached' });
    await manager.goto(`/board?location=${shop.id}`);
    await manager
      .getByRole('region', { name: /^Here now/ })
      .getByText(shop.ada)
      .waitFor();
  },
);

journey(
  'a revoked tablet can do nothing, and says so',
  { timeout: 90_000 },
  async ({ signedIn, visitor }) => {
    const manager = await signedIn('owner@vaktplan.test');
    const shop = await openShop(manager);
    const { kiosk, code } = await ask<{ kiosk: Row; code: string }>(manager, 'POST', '/kiosks', {
      body: { name: 'Back door', locationId: shop.id },
    });
    const tablet = await visitor({ viewport: TABLET, colorScheme: 'dark' });
    await tablet.goto('/kiosk');
    await tablet.getByLabel('Code').fill(code);
    await tablet.getByRole('button', { name: 'Enrol this tablet' }).click();
    await tablet.getByRole('button', { name: shop.ada }).click();
    await tablet.context().setOffline(true);
    await typePin(tablet, '2468');
    await tablet.getByRole('button', { name: 'Clock in' }).click();
    await tablet.getByText('Saved on this tablet, not sent yet').waitFor();

    await manager.goto('/settings?tab=kiosks');
    await manager.getByRole('listitem').filter({ hasText: shop.name }).getByRole('button').click();
    await manager.getByRole('button', { name: 'Remove', exact: true }).click();
    const removed = manager.waitForResponse((answer) => answer.request().method() === 'DELETE');
    await manager.getByRole('button', { name: 'Remove this kiosk?' }).click();
    expect((await removed).ok()).toBe(true);
    await manager.getByRole('listitem').filter({ hasText: shop.name }).waitFor({ state: 'detached' });
    expect(kiosk.id).toBeTruthy();

    await tablet.context().setOffline(false);
    // it looks at once, or when it looks the next time
    await tablet.getByRole('heading', { name: 'Make this tablet a clock' }).waitFor({ timeout: 25_000 });
    await tablet.getByText('This tablet has been removed.').waitFor();
  },
);

/** What the tablet's own database holds, as text. */
const readKept = (): Promise<string[]> =>
  new Promise((resolve, reject) => {
    const request = indexedDB.open('vaktplan-kiosk');
    request.addEventListener('error', () => reject(request.error));
    request.addEventListener('success', () => {
      const all = request.result.transaction('taps').objectStore('taps').getAll();
      all.addEventListener('success', () => resolve(all.result.map((tap) => JSON.stringify(tap))));
    });
  });

/** Has the tablet what it needs to open the page without a network? */
const isKept = async (): Promise<boolean> =>
  (await caches.match('/kiosk', { ignoreVary: true })) !== undefined;
