import { expect } from 'vitest';
import { journey } from './journey.ts';

/** Half-hour zones on either side of the café's, where a day is often another day. */
const TRAVELLERS = ['Asia/Kathmandu', 'America/St_Johns', 'Pacific/Kiritimati'];

const CLOCK_OR_DAY = /^\d\d:\d\d|^\w+ \d{1,2} \w+/;

journey.for([
  ['/schedule', 'owner@vaktplan.test', 'grid'],
  ['/shifts', 'employee@vaktplan.test', 'list'],
] as const)(
  '%s shows the wall clock of the place, wherever the reader is',
  { timeout: 120_000 },
  async ([path, email, role], { signedIn }) => {
    const seen = new Map<string, string>();
    for (const timezoneId of ['Europe/Copenhagen', ...TRAVELLERS]) {
      const page = await signedIn(email, path, { timezoneId });
      const plan = page.getByRole('main').getByRole(role).first();
      await plan
        .getByText(/\d\d:\d\d ?– ?\d\d:\d\d/)
        .first()
        .waitFor();
      // what else is there (budget, findings) comes when it comes; the clock is what must not differ
      const lines = (await plan.innerText()).split('\n').map((line) => line.trim());
      seen.set(timezoneId, lines.filter((line) => CLOCK_OR_DAY.test(line)).join('\n'));
      await page.goto('about:blank');
    }
    const atHome = seen.get('Europe/Copenhagen');
    for (const zone of TRAVELLERS) expect(seen.get(zone), zone).toBe(atHome);
  },
);
