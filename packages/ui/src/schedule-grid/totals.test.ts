import { expect, test } from 'vitest';
import { aShift, DAYS, MON, TUE } from './fixtures.ts';
import { estimateCost, NO_TOTAL, sumShifts } from './totals.ts';

const shifts = [
  aShift({ id: 'a', paidMinutes: 450, costMinor: 112_500 }),
  aShift({ id: 'b', employeeId: 'bo', date: TUE, paidMinutes: 480, costMinor: 120_001 }),
  aShift({ id: 'c', employeeId: 'bo', date: MON, paidMinutes: 60, costMinor: null }),
  aShift({ id: 'd', employeeId: null, date: MON, paidMinutes: 120, costMinor: null }),
  aShift({ id: 'e', state: 'deleted', date: MON, paidMinutes: 999, costMinor: 999 }),
  aShift({ id: 'f', date: '2026-12-24', paidMinutes: 999, costMinor: 999 }),
];
const totals = sumShifts(shifts, DAYS);

test('hours and cost by day', () => {
  expect(totals.byDay.get(MON)).toEqual({
    minutes: 630,
    costMinor: 112_500,
    unknownCosts: 1,
    shifts: 3,
    staffed: 2,
  });
  expect(totals.byDay.get(TUE)).toEqual({
    minutes: 480,
    costMinor: 120_001,
    unknownCosts: 0,
    shifts: 1,
    staffed: 1,
  });
  expect(totals.byDay.get(DAYS[6])).toBeUndefined();
});

test('hours and cost by person, open shifts apart', () => {
  expect(totals.byEmployee.get('ida')).toMatchObject({ minutes: 450, costMinor: 112_500, unknownCosts: 0 });
  expect(totals.byEmployee.get('bo')).toMatchObject({ minutes: 540, costMinor: 120_001, unknownCosts: 1 });
  expect(totals.byEmployee.get(null)).toMatchObject({ minutes: 120, unknownCosts: 0, staffed: 0 });
});

test('the period is the sum of its days, without what is removed or outside', () => {
  expect(totals.all).toEqual({ minutes: 1110, costMinor: 232_501, unknownCosts: 1, shifts: 4, staffed: 3 });
  expect(sumShifts([], DAYS).all).toEqual(NO_TOTAL);
});

test.each([
  [60, '2026-06-01', 15_000],
  [450, '2026-06-01', 112_500],
  [1, '2026-06-01', 250],
  [7, '2026-06-01', 1750],
  [60, '2026-07-01', 16_000],
  [60, '2025-12-31', null],
])('%i paid minutes on %s cost %s', (minutes, date, cost) => {
  const rates = [
    { from: '2026-01-01', to: '2026-06-30', hourlyMinor: 15_000 },
    { from: '2026-07-01', to: null, hourlyMinor: 16_000 },
  ];
  expect(estimateCost(minutes, date, rates)).toBe(cost);
});

test('half a minor unit rounds up', () => {
  expect(estimateCost(30, MON, [{ from: MON, to: MON, hourlyMinor: 15_001 }])).toBe(7501);
  expect(estimateCost(60, MON, undefined)).toBeNull();
});
