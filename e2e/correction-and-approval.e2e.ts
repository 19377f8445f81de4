import { expect } from 'vitest';
import { ask } from './api.ts';
import { journey, PHONE } from './journey.ts';

/** A month long past that no other journey looks at, another one at each try. */
const month = () => {
  const year = 2019 + Math.floor(Math.random() * 6);
  return `${year}-${String(1 + Math.floor(Math.random() * 12)).padStart(2, '0')}`;
};

journey(
  'an employee asks for a correction on a phone; a manager accepts, approves in bulk, locks, and unlocks with a reason',
  { timeout: 120_000 },
  async ({ signedIn }) => {
    const of = month();
    const day = `${of}-10`;
    const comment = `The tablet was off in ${of}`;

    const phone = await signedIn('employee@vaktplan.test', `/timesheet?date=${day}`, {
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
    });
    await phone.getByText('No hours in this pay period').waitFor();
    await phone.getByRole('button', { name: 'Add missing work' }).tap();
    const wish = phone.getByRole('dialog', { name: 'Add work that was not punched' });
    await wish.getByRole('button', { name: 'Send' }).tap();
    await wish.getByLabel('What happened').and(phone.locator('[aria-invalid]')).waitFor();
    await wish.getByLabel('Start').fill(`${day}T09:00`);
    await wish.getByLabel('End').fill(`${day}T17:30`);
    await wish.getByRole('button', { name: 'Add a break' }).tap();
    await wish.getByLabel('From').fill(`${day}T12:00`);
    await wish.getByLabel('To', { exact: true }).fill(`${day}T12:30`);
    await wish.getByLabel('What happened').fill(comment);
    await wish.getByRole('button', { name: 'Send' }).tap();
    await wish.waitFor({ state: 'detached' });
    await phone.getByRole('region', { name: 'Corrections you asked for' }).getByText('Waiting').waitFor();

    const desk = await signedIn('owner@vaktplan.test', `/timesheets?date=${day}&span=period`);
    const proposals = desk.getByRole('region', { name: /correction asked for/ });
    await proposals.getByText(comment).waitFor();
    await proposals.getByRole('button', { name: 'Accept' }).click();
    const row = desk.getByRole('table', { name: 'Entries' }).locator('tbody tr');
    // the same words stand twice, for wide pages and for narrow ones
    const says = (words: string) => row.getByText(words, { exact: true }).filter({ visible: true }).waitFor();
    await says('To approve');
    expect(await row.count()).toBe(1);
    expect(await row.innerText()).toContain('8 h');

    await desk.getByRole('checkbox', { name: 'Select all' }).check();
    await desk.getByRole('button', { name: 'Approve 1', exact: true }).click();
    await says('Approved');

    // by keys: taken back, approved again
    await row.focus();
    await desk.keyboard.press('u');
    await says('To approve');
    await row.focus();
    await desk.keyboard.press('a');
    await says('Approved');

    const period = desk.getByRole('region', { name: 'Pay period' });
    await period.getByRole('button', { name: 'Lock' }).click();
    await period.getByText('Locked').waitFor();
    await says('Locked');
    await period.getByRole('button', { name: 'Unlock' }).click();
    const reason = desk.getByRole('dialog', { name: 'Unlock the pay period' });
    await reason.getByLabel('Reason').fill('A forgotten hour');
    await reason.getByRole('button', { name: 'Unlock' }).click();
    await period.getByText('locks itself again').waitFor();

    await phone.reload();
    await phone.getByRole('listitem').getByText('Approved').waitFor();
    await phone.getByRole('button', { name: /^History,/ }).tap();
    const history = phone.getByRole('dialog', { name: /^History/ });
    await history.getByText('Decision taken back').waitFor();
    await history.getByRole('button', { name: 'Close' }).tap();
    await history.waitFor({ state: 'detached' });

    // and of the whole sheet, with what the period went through
    await phone.getByRole('button', { name: 'History', exact: true }).tap();
    await history.getByText('Period unlocked').waitFor();
    await history.getByText('“A forgotten hour”').waitFor();
    await history.getByRole('button', { name: 'Close' }).tap();
    await history.waitFor({ state: 'detached' });
  },
);

type Lines = { data: { id: string; version: number; state: string }[] };

journey(
  'a week of hours is approved: all that is clean in two steps, then each exception by a key',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test', '/dashboard');
    // whatever was decided before, by an earlier try or by hand, is taken back
    const today = new Date().toISOString().slice(0, 10);
    const back = new Date(Date.now() - 7 * 86_400_000).toISOString().slice(0, 10);
    const { data } = await ask<Lines>(page, 'GET', `/timesheets/lines?startDate=${back}&endDate=${today}`);
    const decided = data.filter((line) => line.state === 'approved' || line.state === 'rejected');
    const entries = decided.map(({ id, version }) => ({ id, version }));
    if (entries.length > 0)
      await ask(page, 'POST', '/timesheets/lines/reopen', { body: { entries: entries.slice(0, 500) } });

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Timesheets' }).click();
    await page.getByRole('button', { name: 'Previous week' }).click();
    await page.getByRole('button', { name: /^Approve \d+ without exceptions$/ }).click();
    await page.getByRole('button', { name: 'Nothing to approve at once' }).waitFor();
    await page.getByText(/entries? approved$/).waitFor();

    await page.getByRole('combobox', { name: 'Entries shown' }).selectOption('exceptions');
    const rows = page.getByRole('table', { name: 'Entries' }).locator('tbody tr');
    const before = await rows.count();
    expect(before).toBeGreaterThan(1);
    // one's own are somebody else's to decide, and a proposal is answered before
    const open = rows.filter({ hasNotText: /Your own|Correction asked for/ });
    await open.first().focus();
    await page.keyboard.press('a');
    await expect.poll(() => rows.count()).toBe(before - 1);
    await page.keyboard.press('ArrowDown');
    await open.first().focus();
    await page.keyboard.press('e');
    await page.getByRole('dialog', { name: /^Correct the hours of/ }).waitFor();
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    expect(await open.first().evaluate((row) => row === document.activeElement)).toBe(true);
  },
);
