import { expect, test } from 'vitest';
import { afterSave, faultOf, writesOf, type BudgetDay } from './budget-drafts';

const forecast = {
  revenueMinor: 100_00,
  minutes: null,
  targetBasisPoints: 3000,
  currency: 'DKK',
  version: 4,
};
const days: BudgetDay[] = [
  { date: '2025-12-01', forecast, actual: null },
  { date: '2025-12-02', forecast: null, actual: { revenueMinor: 5, currency: 'DKK', version: 2 } },
  { date: '2025-12-03', forecast: null, actual: null },
];

test('only what was typed is written, with the version it was typed over', () => {
  const drafts = { '2025-12-01': { hours: '37.5', revenue: '' }, '2025-12-02': { actual: '12' } };
  expect(writesOf(days, drafts, 'DKK')).toEqual({
    forecasts: [
      { date: '2025-12-01', version: 4, revenueMinor: null, minutes: 2250, targetBasisPoints: undefined },
    ],
    revenue: [{ date: '2025-12-02', version: 2, revenueMinor: 1200 }],
  });
});

test('what somebody else changed meanwhile keeps what was typed, over the newer version', () => {
  const drafts = { '2025-12-01': { hours: '10' }, '2025-12-03': { revenue: '7' } };
  const newer = { ...forecast, version: 5, minutes: 60 };
  const saved = { ...forecast, version: 1, revenueMinor: 700 };
  const after = afterSave(days, drafts, {
    forecasts: [
      { date: '2025-12-01', result: 'failed', current: newer },
      { date: '2025-12-03', result: 'saved', current: saved },
    ],
    revenue: [],
  });
  expect(after.failed).toEqual(['2025-12-01']);
  expect(after.drafts).toEqual({ '2025-12-01': { hours: '10', revenue: undefined, target: undefined } });
  expect(after.days[0]?.forecast?.version).toBe(5);
  expect(after.days[2]?.forecast?.revenueMinor).toBe(700);
});

test('faults are said in words', () => {
  expect(faultOf('revenue', '12,50', 'DKK')).toBeUndefined();
  expect(faultOf('revenue', 'many', 'DKK')).toBe('bad_number');
  expect(faultOf('actual', '', 'DKK')).toBe('bad_nothing');
  expect(faultOf('hours', undefined, 'DKK')).toBeUndefined();
});
