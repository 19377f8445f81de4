import { expect, test } from 'vitest';
import { againstBudget } from './budget.ts';
import { english } from './english.fixture.ts';

const format = {
  say: english,
  list: (parts: readonly string[]) => parts.join(', '),
  money: (minor: number) => `${minor / 100} kr`,
  hours: (minutes: number) => `${minutes / 60} h`,
  percent: (share: number) => `${Math.round(share * 100)}%`,
};
const figures = { costMinor: 1000, minutes: 600, revenueMinor: 4000 };
const of = (costMinor: number, minutes: number, budget: Parameters<typeof againstBudget>[1] = figures) =>
  againstBudget({ costMinor, minutes }, budget, format);

test('the limit that is exceeded is the one that is named; exactly on it is not over', () => {
  expect(of(1000, 600)).toMatchObject({ limit: 'of 10 kr', share: '25%', over: false });
  expect(of(1001, 600)).toMatchObject({ limit: 'of 10 kr', over: true });
  expect(of(1000, 601)).toMatchObject({ limit: 'of 10 h', share: '25%', over: true });
  expect(of(1001, 601)).toMatchObject({ limit: 'of 10 kr', over: true });
});

test('figures that are missing say nothing', () => {
  const none = { costMinor: null, minutes: null, revenueMinor: null };
  expect(of(1, 1, none)).toBeNull();
  expect(of(1, 1, null)).toBeNull();
  expect(of(1, 1, { ...none, revenueMinor: 100 })).toMatchObject({ limit: null, share: '1%', over: false });
  expect(of(1, 1, { ...none, revenueMinor: 0 })).toBeNull();
});
