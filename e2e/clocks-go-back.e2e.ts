import { expect } from 'vitest';
import { journey } from './journey.ts';
import { cell, openEmptyWeek, shiftIn } from './schedule-page.ts';

// the café is in Copenhagen, where 02:30 comes twice that night
const NIGHT = '2027-10-31';
const MONDAY = '2027-10-25';
const PERSON = 'Emil Krogh';

journey(
  'a start that comes twice on the night the clocks go back is asked about',
  { timeout: 90_000 },
  async ({ signedIn }) => {
    const page = await signedIn('owner@vaktplan.test');
    const hours = page.getByRole('rowheader', { name: new RegExp(`^${PERSON}`) });
    for (const [answer, paid] of [
      ['The earlier', '5.5 h'],
      ['The later', '4.5 h'],
    ] as const) {
      await openEmptyWeek(page, MONDAY);
      const night = cell(page, PERSON, NIGHT);
      await night.click();
      await night.getByRole('button', { name: 'Add a shift here' }).click();
      const panel = page.getByRole('dialog', { name: 'New shift' });
      await panel.getByLabel('Start').fill('02:30');
      await panel.getByLabel('End').fill('07:00');
      await panel.getByRole('button', { name: 'Save' }).click();
      const question = page.getByRole('dialog', { name: 'Which one of the two?' });
      await question.waitFor();
      expect(await shiftIn(night, '02:30').count(), 'nothing is stored before the answer').toBe(0);
      await question.getByRole('button', { name: answer }).click();
      await panel.waitFor({ state: 'hidden' });
      await shiftIn(night, '02:30–07:00').waitFor();
      await hours.getByText(paid).waitFor();
    }
  },
);
