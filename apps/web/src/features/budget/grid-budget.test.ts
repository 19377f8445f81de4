import { expect, test } from 'vitest';
import { toGridBudget } from './grid-budget';

const day = (date: string, revenueMinor: number | null, currency = 'DKK') => ({
  date,
  forecast: { revenueMinor, minutes: 600, targetBasisPoints: 3000, currency, version: 1 },
  actual: null,
});
const days = [
  day('2025-12-01', 100_000),
  day('2025-12-02', 200_000),
  { date: '2025-12-03', forecast: null, actual: null },
];

test('a budget a day, and one of the period when every planned day has one', () => {
  const budget = toGridBudget({ days, currency: 'DKK' }, new Set(['2025-12-01', '2025-12-02']));
  expect(budget.byDay.get('2025-12-01')).toEqual({ costMinor: 30_000, minutes: 600, revenueMinor: 100_000 });
  expect(budget.byDay.has('2025-12-03')).toBe(false);
  expect(budget.period).toEqual({ costMinor: 90_000, minutes: 1200, revenueMinor: 300_000 });
  expect(toGridBudget({ days, currency: 'DKK' }, new Set(['2025-12-03'])).period?.costMinor).toBeNull();
  expect(toGridBudget({ days: [], currency: 'DKK' }, new Set()).period?.costMinor).toBeNull();
});

test('amounts of another currency are compared with nothing', () => {
  const budget = toGridBudget(
    { days: [day('2025-12-01', 1, 'EUR')], currency: 'DKK' },
    new Set(['2025-12-01']),
  );
  expect(budget.byDay.get('2025-12-01')).toEqual({ costMinor: null, minutes: 600, revenueMinor: null });
});
