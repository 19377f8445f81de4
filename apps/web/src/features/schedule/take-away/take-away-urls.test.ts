import { expect, test } from 'vitest';
import type { View } from '../use-view';
import { periodAround } from '../week';
import { exportUrl, printUrl } from './take-away-urls';

const view: View = {
  location: null,
  week: null,
  range: 'week',
  rows: 'employee',
  departments: ['d1', 'd2'],
  positions: [],
  q: 'Ann & Bo',
  density: 'compact',
  findings: false,
};
const shown = { locationId: 'l1', period: periodAround('2025-12-03', 'week', 'UTC', 1), view };

test('files and paper show what the screen shows', () => {
  expect(exportUrl(shown, 'xlsx')).toBe(
    '/api/v1/schedules/export?format=xlsx&locationId=l1&startDate=2025-12-01&endDate=2025-12-07&departments=d1%2Cd2&search=Ann+%26+Bo',
  );
  expect(printUrl(shown)).toBe(
    '/schedule/print?location=l1&week=2025-12-01&range=week&departments=d1%2Cd2&q=Ann+%26+Bo',
  );
  expect(exportUrl({ ...shown, view: { ...view, departments: [], q: '' } }, 'csv')).not.toMatch(
    /departments|search|findings/,
  );
  const found = { ...shown, view: { ...view, findings: true } };
  expect([exportUrl(found, 'pdf'), printUrl(found)]).toEqual(
    Array(2).fill(expect.stringMatching(/findings=true/)),
  );
});
