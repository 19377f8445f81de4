import { expect } from 'vitest';
import { ask, authenticate } from './api.ts';
import { journey, PASSWORD, signInByForm } from './journey.ts';

const unique = () => crypto.randomUUID().slice(0, 8);

journey('from signing up to the first colleague’s own shifts', { timeout: 180_000 }, async ({ visitor }) => {
  const run = unique();
  const colleague = { name: 'Kim Larsen', email: `kim-${run}@vaktplan.test`, password: `kim-${run}-secret` };
  const owner = await visitor();

  // account, organisation and first location
  await owner.goto('/sign-up');
  await owner.getByLabel('Your name').fill('Olga Owner');
  await owner.getByLabel('Work e-mail').fill(`olga-${run}@vaktplan.test`);
  await owner.getByLabel('Password', { exact: true }).fill(PASSWORD);
  await owner.getByRole('button', { name: 'Go on' }).click();
  await owner.waitForURL('**/sign-up/organization');
  await owner.getByLabel('Organisation').fill(`Bakery ${run}`);
  await owner.getByLabel('First location').fill('Harbour Street');
  await owner.getByRole('button', { name: 'Create organisation' }).click();
  await owner.waitForURL('**/schedule');
  await owner.getByText('Harbour Street').first().waitFor();
  await owner.getByRole('button', { name: 'Copy and templates' }).click();
  await owner.getByRole('menuitem', { name: 'Use a template' }).click();
  await owner.getByText('No templates yet').waitFor();
  await owner.keyboard.press('Escape');

  // what people do there
  await owner.goto('/settings?tab=departments');
  await owner.getByRole('button', { name: 'Add department' }).first().click();
  const dialog = owner.getByRole('dialog');
  await dialog.getByLabel('Name').fill('Ovens');
  await dialog.getByRole('button', { name: 'Add department' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await owner.getByRole('tab', { name: 'Positions' }).click();
  await owner.getByRole('button', { name: 'Add position' }).first().click();
  await dialog.getByLabel('Name').fill('Baker');
  await dialog.getByLabel('Department').selectOption({ label: 'Ovens' });
  await dialog.getByRole('button', { name: 'Add position' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await owner.getByRole('listitem').filter({ hasText: 'Baker' }).getByText('Ovens').waitFor();

  // somebody who does it
  await owner.goto('/employees');
  await owner.getByRole('button', { name: 'Add employee' }).first().click();
  await dialog.getByLabel('Name').fill(colleague.name);
  await dialog.getByLabel('E-mail').fill(colleague.email);
  await dialog.getByRole('checkbox', { name: /^Ovens/ }).check();
  await dialog.getByRole('checkbox', { name: /^Baker/ }).check();
  await dialog.getByRole('button', { name: 'Add employee' }).click();
  await dialog.waitFor({ state: 'hidden' });
  const row = owner.getByRole('row').filter({ hasText: colleague.email });
  await row.getByRole('button', { name: `Actions for ${colleague.name}` }).click();
  await owner.getByRole('menuitem', { name: 'Invite' }).click();
  await dialog.getByRole('button', { name: 'Send invitation' }).click();
  await dialog.waitFor({ state: 'hidden' });
  await row.getByText('Invited').waitFor();

  // the mail, read where local mode keeps it
  await owner.goto('/developer/mail');
  await owner
    .getByRole('list', { name: 'Mails' })
    .getByRole('button')
    .filter({ hasText: colleague.email })
    .first()
    .click();
  const invitation = await owner
    .getByRole('article')
    .getByRole('link', { name: /\/invite\// })
    .getAttribute('href');

  const guest = await visitor();
  await guest.goto(invitation!);
  await guest.getByRole('heading', { name: `Join Bakery ${run}` }).waitFor();
  await guest.getByLabel('Password', { exact: true }).fill(colleague.password);
  await guest.getByRole('button', { name: 'Join' }).click();
  await guest.waitForURL('**/shifts');
  await guest.getByRole('heading', { level: 1, name: 'My shifts' }).waitFor();

  // the same account from another browser; the link is used up
  const elsewhere = await visitor();
  await elsewhere.goto(invitation!);
  await elsewhere.getByRole('heading', { name: 'This invitation does not work' }).waitFor();
  await signInByForm(elsewhere, colleague.email, '/shifts', colleague.password);
  const own = elsewhere.getByRole('region', { name: 'Your next shifts' });
  await own.getByText('No shifts in the next four weeks').waitFor();
  await elsewhere.getByRole('button', { name: `Account of ${colleague.name}` }).waitFor();
});

journey(
  'a CSV file of people is checked, its bad row told and skipped, the others imported',
  { timeout: 90_000 },
  async ({ visitor }) => {
    const run = unique();
    const page = await visitor();
    const account = { name: 'Ivar Import', email: `ivar-${run}@vaktplan.test`, password: PASSWORD };
    await authenticate(page, 'sign-up', account);
    await ask(page, 'POST', '/organizations', {
      body: { name: `Import ${run}`, locationName: 'Quay', zone: 'Europe/Copenhagen', currency: 'DKK' },
    });
    await page.goto('/employees');
    await page.getByRole('button', { name: 'Import CSV' }).click();
    const dialog = page.getByRole('dialog', { name: 'Import employees' });
    await dialog.getByLabel('File').setInputFiles({
      name: 'people.csv',
      mimeType: 'text/csv',
      buffer: Buffer.from(
        [
          'name,email,number,hours_per_week',
          `Ane Good,ane-${run}@vaktplan.test,101,37`,
          'Bo Bad,not-an-address,102,37',
          `"Cid, Comma",cid-${run}@vaktplan.test,103,20`,
        ].join('\r\n'),
      ),
    });
    await dialog.getByLabel('Department').selectOption({ index: 1 });
    const result = (name: string) =>
      dialog.getByRole('table', { name: 'Rows of the file' }).getByRole('row').filter({ hasText: name });

    await dialog.getByRole('button', { name: 'Check the file' }).click();
    await dialog.getByText('2 ready, 1 with a fault').waitFor();
    await result('Ane Good').getByText('Ready').waitFor();
    await result('Bo Bad')
      .getByText(/^email: /)
      .waitFor();
    await result('Cid, Comma').getByText('Ready').waitFor();

    await dialog.getByRole('button', { name: 'Import 2 people' }).click();
    await dialog.getByText('2 added, 1 skipped').waitFor();
    await result('Ane Good').getByText('Added').waitFor();
    await result('Bo Bad').getByText('Skipped').waitFor();
    await dialog.getByRole('button', { name: 'Done' }).click();
    const people = page.getByRole('table', { name: 'Employees' });
    await people.getByText('Cid, Comma').waitFor();
    expect(await people.getByText('Bo Bad').count()).toBe(0);
  },
);
