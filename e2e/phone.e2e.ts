import { journey, PHONE } from './journey.ts';
import { openEmptyWeek } from './schedule-page.ts';

const MONDAY = '2027-03-22';

journey(
  'on a phone a shift is added, moved and deleted by touch',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test', '/dashboard', {
      viewport: PHONE,
      hasTouch: true,
      isMobile: true,
    });
    await openEmptyWeek(page, MONDAY, page.getByRole('region', { name: /^Schedule, week/ }));
    const person = (name: string) => page.getByRole('listitem').filter({ hasText: name });
    const shift = (name: string) => person(name).getByRole('button', { name: /^07:45–12:15/ });
    const menu = async (name: string, item: string) => {
      await person(name)
        .getByRole('button', { name: `More for ${name}, 07:45–12:15` })
        .tap();
      await page.getByRole('menuitem', { name: item }).tap();
    };

    await page.getByRole('button', { name: /^Tue/ }).tap();
    await page.getByRole('button', { name: /without a shift$/ }).tap();
    await page.getByRole('button', { name: 'Add a shift for Emil Krogh' }).tap();
    const panel = page.getByRole('dialog', { name: 'New shift' });
    await panel.getByLabel('Start').fill('07:45');
    await panel.getByLabel('End').fill('12:15');
    await panel.getByRole('button', { name: 'Save' }).tap();
    await shift('Emil Krogh').waitFor();

    await menu('Emil Krogh', 'Move');
    await page.getByRole('button', { name: /^Wed/ }).tap();
    await page.getByRole('button', { name: /^Here.*Ida Sommer/ }).tap();
    await shift('Ida Sommer').waitFor();
    await menu('Ida Sommer', 'Delete');
    await shift('Ida Sommer').waitFor({ state: 'detached' });
  },
);
