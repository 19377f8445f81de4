import { expect } from 'vitest';
import { journey } from './journey.ts';

const nextWeek = () => new Date(Date.now() + 7 * 86_400_000).toISOString().slice(0, 10);

/** The main job: publish in one browser, it appears in the other; clock in there, the manager sees it here. */
journey(
  'a manager publishes, the employee sees it without reloading, clocks in, and the manager sees that',
  async ({ signedIn }) => {
    const [manager, employee] = await Promise.all([
      signedIn('manager@vaktplan.test', `/schedule?week=${nextWeek()}`),
      signedIn('employee@vaktplan.test', '/shifts'),
    ]);
    const name =
      (await employee
        .getByRole('button', { name: /account|menu/i })
        .first()
        .getAttribute('aria-label')) ?? '';
    expect(name).not.toBe('');

    const grid = manager.getByRole('grid');
    await grid.waitFor();
    const before = await employee.getByText(/\b07:05\b/).count();
    expect(before).toBe(0);

    // type a shift straight into the employee's row
    const row = grid
      .getByRole('row')
      .filter({ has: manager.getByRole('rowheader', { name: /Demo|Employee/ }) })
      .first();
    await row.getByRole('gridcell').last().click();
    await manager.keyboard.type('7:05-15');
    await manager.keyboard.press('Enter');
    await grid.getByRole('button', { name: /7:05/ }).first().waitFor();

    await manager.getByRole('button', { name: /^Publish/ }).click();
    const dialog = manager.getByRole('dialog');
    await dialog.getByText('New').first().waitFor();
    await dialog.getByRole('button', { name: /^Publish/ }).click();
    await dialog.waitFor({ state: 'hidden' });

    await employee
      .getByText(/\b0?7:05\b/)
      .first()
      .waitFor();

    await manager.goto('/dashboard');
    await manager.getByRole('heading', { name: 'Who is at work' }).waitFor();
    await employee.getByRole('button', { name: 'Clock in' }).click();
    await employee.getByRole('status').getByText('At work').waitFor();
    await manager.getByText('At work', { exact: true }).first().waitFor();
  },
);
