import { mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { DEFAULT_TIME_POLICY } from '../packages/contracts/src/http/time-policies.ts';
import { assertAccessible } from './accessible.ts';
import { ask, authenticate } from './api.ts';
import { journey, PASSWORD } from './journey.ts';
import { buildPhoneApp, servePhoneApp } from './phone-app.ts';
import { fingerprintReader, leaveFor } from './phone-device.ts';
import { hire, PHONE, signInOnPhone } from './phone-person.ts';
import { addDays } from './schedule-page.ts';

const folder = mkdtempSync(path.join(os.tmpdir(), 'vaktplan-phone-app-'));
let app: Awaited<ReturnType<typeof servePhoneApp>>;
beforeAll(async () => {
  buildPhoneApp(folder);
  app = await servePhoneApp(folder);
}, 300_000);
afterAll(() => {
  app?.close();
  rmSync(folder, { recursive: true, force: true });
});

journey(
  'a day without a network on the phone: clock in, break, clock out, a correction; the board shows the same facts once',
  { timeout: 240_000 },
  async ({ visitor, signedIn }) => {
    const desk = await signedIn('owner@vaktplan.test', '/board');
    const person = await hire(desk);
    const phone = await visitor({ ...PHONE, permissions: ['geolocation', 'camera'] });
    await signInOnPhone(phone, app.url, person.email);
    await phone.getByText('Everything is sent').waitFor();
    const press = (name: string) => phone.getByRole('button', { name, exact: true }).tap();
    const inQueue = (state: string) => phone.getByTestId(`queue-${state}`).count();

    await phone.context().setOffline(true);
    await phone.getByTestId('offline').waitFor();
    // a tap by mistake, taken back within ten seconds
    await press('Clock in');
    await press('Undo');
    await phone.getByText('Taken back. Nothing was sent.').waitFor();
    // one tap each
    await press('Clock in');
    await phone.getByText('You are at work').waitFor();
    await press('Start break');
    await phone.getByText('You are on a break').waitFor();
    await press('End break');
    await phone.getByText('You are at work').waitFor();
    await press('Clock out');
    await phone.getByText('You are not at work').waitFor();
    await phone.getByText('4 wait on the phone').waitFor();
    expect(await inQueue('saved')).toBe(4);

    // it was another time; the phone knows the hours that only it has
    await phone.getByRole('tab', { name: 'Hours' }).tap();
    await phone.getByTestId('entry-pending').waitFor();
    await phone.getByRole('button', { name: 'Correct' }).first().tap();
    await phone.getByTestId('start').fill('00:01');
    await phone.getByTestId('end').fill('00:02');
    await phone.getByTestId('remove-break-0').tap();
    const comment = `I came earlier, ${person.name}`;
    await phone.getByTestId('comment').fill(comment);
    await phone.getByTestId('send-correction').tap();
    await phone.getByTestId('correction-saved').waitFor();

    await phone.context().setOffline(false);
    await phone.getByTestId('correction-proposed').waitFor({ timeout: 60_000 });
    await phone.getByRole('tab', { name: 'Home' }).tap();
    await phone.getByText('Everything is sent').waitFor();
    expect(await inQueue('confirmed')).toBe(4);

    // the manager: one piece of work with its break, marked as punched offline, and one correction
    const today = new Date().toISOString().slice(0, 10);
    const range = new URLSearchParams({
      startDate: addDays(today, -1),
      endDate: addDays(today, 1),
      employeeId: person.employeeId,
    });
    type Entries = { data: { flags: string[]; breaks: unknown[]; endedAt: string | null }[] };
    const entries = async () => (await ask<Entries>(desk, 'GET', `/time-entries?${range}`)).data;
    const [entry, ...others] = await entries();
    expect([others.length, entry?.breaks.length, entry?.endedAt !== null]).toEqual([0, 1, true]);
    expect(entry?.flags).toContain('offline');
    await desk.goto(`/timesheets?date=${today}&span=period`);
    const proposals = desk.getByRole('region', { name: /correction asked for|corrections asked for/ });
    await proposals.getByText(comment).waitFor();
    expect(await proposals.getByText(comment).count()).toBe(1);

    // the open app hears of the answer by itself: without a signal it would ask in five minutes
    type Asked = { data: { id: string; version: number }[] };
    const asked = (await ask<Asked>(desk, 'GET', `/timesheet-corrections?${range}`)).data;
    await phone.getByRole('tab', { name: 'Hours' }).tap();
    await phone.getByTestId('correction-proposed').waitFor();
    await ask(desk, 'POST', `/timesheet-corrections/${asked[0]?.id}/decline`, {
      body: { reason: 'The till says otherwise' },
      version: asked[0]?.version ?? 0,
    });
    await phone.getByTestId('correction-declined').waitFor();
    await phone.getByRole('tab', { name: 'Home' }).tap();

    // back with a network: in the same moment on the board, once
    await desk.goto('/board');
    await press('Clock in');
    const here = desk.getByRole('listitem').filter({ hasText: person.name });
    await here.waitFor({ timeout: 45_000 });
    expect(await here.count()).toBe(1);
    await phone.getByText('Everything is sent').waitFor({ timeout: 30_000 });

    // started anew, the phone says the same
    await phone.reload();
    await phone.getByText('You are at work').waitFor();
    await press('Clock out');
    await phone.getByText('You are not at work').waitFor();
    await here.waitFor({ state: 'detached', timeout: 45_000 });
    expect(await entries()).toHaveLength(2);
  },
);

journey(
  'a photo follows its punch and never holds it; behind the lock nothing is read, and what waits is sent',
  { timeout: 120_000 },
  async ({ visitor }) => {
    const run = crypto.randomUUID().slice(0, 8);
    const email = `photo-${run}@vaktplan.test`;
    const desk = await visitor();
    await authenticate(desk, 'sign-up', { name: 'Nora Lens', email, password: PASSWORD });
    await ask(desk, 'POST', '/organizations', {
      body: { name: `Studio ${run}`, locationName: 'Quay', zone: 'Europe/Copenhagen', currency: 'DKK' },
    });
    const today = new Date().toLocaleDateString('sv-SE', { timeZone: 'Europe/Copenhagen' });
    const where = { ...DEFAULT_TIME_POLICY.where, photo: true };
    await ask(desk, 'POST', '/time-policies', {
      body: { locationId: null, from: today, settings: { ...DEFAULT_TIME_POLICY, where } },
    });

    // without a camera at first
    const phone = await visitor({ ...PHONE, permissions: ['geolocation'] });
    const finger = await fingerprintReader(phone);
    await signInOnPhone(phone, app.url, email);
    // what the place asks for has been fetched
    await phone.getByText('No shift in the coming weeks').waitFor();
    const press = (name: string) => phone.getByRole('button', { name, exact: true }).tap();
    await press('Clock in');
    // a page cannot open the browser's settings: it says where they are
    await phone.getByTestId('camera-refused').waitFor();
    await phone.getByRole('button', { name: 'Without photo' }).last().tap();
    await phone.getByTestId('queue-saved').waitFor();

    // the lock is turned on by who can open it; Arabic reads from the right, and so does the way back
    await phone.getByRole('tab', { name: 'Me', exact: true }).tap();
    await phone.getByTestId('open-settings').tap();
    const back = phone.getByTestId('back');
    const arrow = await back.textContent();
    await phone.getByTestId('language-ar').tap();
    await expect.poll(() => back.getAttribute('aria-label')).toBe('رجوع');
    expect(await back.textContent()).not.toBe(arrow);
    expect((await back.boundingBox())?.x).toBeGreaterThan(300);
    await phone.getByTestId('language-en').tap();

    // the browser's own fields for the quiet hours; each is saved when it is left
    await phone.getByRole('switch', { name: 'Quiet hours' }).tap();
    await phone.getByTestId('quiet-from').fill('21:30');
    await phone.getByTestId('quiet-to').fill('06:15');
    await phone.getByTestId('quiet-to').blur();
    type Settings = { quietHours: unknown };
    const quiet = async () => (await ask<Settings>(desk, 'GET', '/me/notification-settings')).quietHours;
    await expect.poll(quiet, { timeout: 20_000 }).toEqual({ from: '21:30', to: '06:15' });
    await assertAccessible(phone);
    const lock = phone.getByRole('switch', { name: /^Lock/ });
    await finger.is('wrong');
    await lock.tap();
    await phone.getByText('whoever holds the phone was not recognised').waitFor();
    expect(await lock.isChecked()).toBe(false);
    await finger.is('right');
    await lock.tap();
    await expect.poll(() => lock.isChecked()).toBe(true);
    await phone.getByTestId('back').tap();
    await phone.getByRole('tab', { name: 'Home' }).tap();

    // now with one: the punch is written down before the picture is taken
    await phone.context().grantPermissions(['geolocation', 'camera']);
    await phone.getByTestId('queue-confirmed').waitFor({ timeout: 30_000 });
    await press('Clock out');
    await phone.getByTestId('queue-saved').waitFor({ state: 'attached' });
    await phone.getByTestId('take-photo').tap();
    await phone.getByTestId('take-photo').waitFor({ state: 'detached' });

    await leaveFor(phone, 4);
    expect(await phone.getByTestId('lock').count()).toBe(0);
    await finger.is('wrong');
    await leaveFor(phone, 6);
    await phone.getByText('It stayed locked. Try again.').waitFor();
    expect(await phone.content()).not.toContain('Nora Lens');
    expect(await phone.getByTestId('punch').count()).toBe(0);

    // meanwhile the punch arrives, and its photo after it
    type Entries = { data: { id: string; endedAt: string | null }[] };
    const range = `startDate=${addDays(today, -1)}&endDate=${addDays(today, 1)}`;
    const entries = async () => (await ask<Entries>(desk, 'GET', `/time-entries?${range}`)).data;
    await expect.poll(async () => (await entries())[0]?.endedAt, { timeout: 30_000 }).toBeTruthy();
    const [entry] = await entries();
    type Files = { data: { contentType: string; sizeBytes: number; url: string }[] };
    const photos = async () => (await ask<Files>(desk, 'GET', `/files?timeEntryId=${entry?.id ?? ''}`)).data;
    await expect.poll(async () => (await photos()).length, { timeout: 30_000 }).toBe(1);
    const [photo] = await photos();
    expect(photo).toMatchObject({ contentType: 'image/jpeg' });
    const content = await (await fetch(photo?.url ?? '')).arrayBuffer();
    expect(content.byteLength).toBe(photo?.sizeBytes);

    // nor after a new start, nor by a link; the right finger opens it
    await phone.goto(`${app.url}/hours`);
    await phone.getByTestId('lock').waitFor();
    expect(await phone.content()).not.toContain('Nora Lens');
    await finger.is('right');
    await press('Unlock');
    await phone.getByTestId(`entry-${entry?.id ?? ''}`).waitFor();
  },
);
