import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { budgetMinorOf, compareDay, comparePeriod, shareOf, type Expectation } from './budget.rules.ts';

const plan = (costMinor: number, minutes = 480) => ({ costMinor, minutes, unknownCosts: 0 });
const expected = (more: Partial<Expectation> = {}): Expectation => ({
  forecastMinor: 1_000_000,
  forecastMinutes: 480,
  targetBasisPoints: 3000,
  actualMinor: null,
  ...more,
});

describe('budget of a day', () => {
  test.each([
    ['30 % of 10,000.00', 1_000_000, 3000, 300_000],
    ['half a minor unit goes up', 1, 5000, 1],
    ['just under half goes down', 1, 4999, 0],
    ['yen have no decimals and it makes no difference', 123_457, 2850, 35_185],
    ['the largest that can be entered', 1_000_000_000_000, 100_000, 10_000_000_000_000],
    ['no revenue expected', 0, 3000, 0],
    ['no target', 1_000_000, null, null],
    ['no forecast', null, 3000, null],
  ])('%s', (_, revenue, target, minor) => {
    expect(budgetMinorOf(revenue, target)).toBe(minor);
  });
  test('on budget is not over it, one unit more is', () => {
    expect(compareDay(plan(300_000), expected())).toMatchObject({
      overCost: false,
      overMinutes: false,
      shareOfForecast: 3000,
    });
    expect(compareDay(plan(300_001, 481), expected())).toMatchObject({ overCost: true, overMinutes: true });
  });
  test('a closed day with work planned is over, and has no share', () => {
    expect(compareDay(plan(1), expected({ forecastMinor: 0 }))).toMatchObject({
      budgetMinor: 0,
      overCost: true,
      shareOfForecast: null,
    });
  });
  test('nothing entered is never over', () => {
    const none = { forecastMinor: null, forecastMinutes: null, targetBasisPoints: null, actualMinor: null };
    expect(compareDay(plan(1_000_000), none)).toMatchObject({
      budgetMinor: null,
      overCost: false,
      overMinutes: false,
    });
  });
});

test('a period compares the days that have a figure', () => {
  const day = (cost: number, more?: Partial<Expectation>) => ({
    ...plan(cost),
    ...compareDay(plan(cost), expected(more)),
  });
  const none = { forecastMinor: null, forecastMinutes: null, targetBasisPoints: null };
  const period = comparePeriod([day(250_000), day(320_000), day(500_000, none)]);
  expect(period).toMatchObject({
    costMinor: 1_070_000,
    budgetMinor: 600_000,
    forecastMinor: 2_000_000,
    shareOfForecast: 2850,
    overCost: false,
  });
  expect(comparePeriod([day(250_000), day(350_001)]).overCost).toBe(true);
  expect(comparePeriod([])).toMatchObject({
    costMinor: 0,
    budgetMinor: null,
    shareOfForecast: null,
    overCost: false,
  });
});

test('a share times its revenue is the cost again, to half a basis point', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 1e9 }), fc.integer({ min: 1, max: 1e12 }), (cost, revenue) => {
      const share = shareOf(cost, revenue) ?? Number.NaN;
      expect(Math.abs((share * revenue) / 10_000 - cost)).toBeLessThanOrEqual(revenue / 20_000 + 1e-6);
    }),
  );
});
