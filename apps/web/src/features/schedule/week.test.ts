import { describe, expect, test } from 'vitest';
import { dayAxis } from './day-axis';
import { isoWeek, periodAround, periodBeside, weeksOf } from './week';

const ZONE = 'Europe/Copenhagen';
const ends = (period: { startDate: string; endDate: string; days: string[] }) => [
  period.startDate,
  period.endDate,
  period.days.length,
];

test.each([
  ['day', '2026-11-25', '2026-11-25', '2026-11-25', 1],
  ['week', '2026-11-25', '2026-11-23', '2026-11-29', 7],
  ['twoWeeks', '2026-11-25', '2026-11-23', '2026-12-06', 14],
  ['month', '2026-11-25', '2026-11-01', '2026-11-30', 30],
  ['month', '2028-02-29', '2028-02-01', '2028-02-29', 29],
] as const)('the %s around %s', (range, date, startDate, endDate, days) => {
  expect(ends(periodAround(date, range, ZONE, 1))).toEqual([startDate, endDate, days]);
});

test.each(['2026-13-45', '2026-02-30', "'; drop", '0001-01-01', '9999-12-28'])(
  '%s, which is no day to plan, is today',
  (date) => {
    const today = periodAround(null, 'day', ZONE, 1).startDate;
    expect(periodAround(date, 'day', ZONE, 1).startDate).toBe(today);
  },
);

test('one back and forward, also over the ends of months and years', () => {
  const week = periodAround('2026-12-30', 'week', ZONE, 7);
  expect(ends(periodBeside(week, 1))).toEqual(['2027-01-03', '2027-01-09', 7]);
  const month = periodAround('2026-01-31', 'month', ZONE, 1);
  expect(ends(periodBeside(month, 1))).toEqual(['2026-02-01', '2026-02-28', 28]);
  expect(ends(periodBeside(month, -1))).toEqual(['2025-12-01', '2025-12-31', 31]);
});

test.each([
  ['day', '2026-11-25', 1, ['2026-11-23']],
  ['week', '2026-11-25', 1, ['2026-11-23']],
  ['twoWeeks', '2026-11-25', 1, ['2026-11-23', '2026-11-30']],
  ['month', '2027-02-10', 1, ['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']],
  [
    'month',
    '2026-08-31',
    1,
    ['2026-07-27', '2026-08-03', '2026-08-10', '2026-08-17', '2026-08-24', '2026-08-31'],
  ],
] as const)('the weeks of the %s around %s', (range, date, weekStart, weeks) => {
  expect(weeksOf(periodAround(date, range, ZONE, weekStart), weekStart)).toEqual(weeks);
});

test.each([
  ['2027-01-03', 53],
  ['2026-12-28', 53],
  ['2027-01-04', 1],
])('%s is in ISO week %i', (date, week) => {
  expect(isoWeek(date)).toBe(week);
});

describe('the hours of a day', () => {
  test.each([
    ['2026-11-25', ZONE, 24, '2026-11-24T23:00:00.000Z'],
    ['2026-03-29', ZONE, 23, '2026-03-28T23:00:00.000Z'],
    ['2026-10-25', ZONE, 25, '2026-10-24T22:00:00.000Z'],
    ['2026-04-05', 'Australia/Lord_Howe', 24.5, '2026-04-04T13:00:00.000Z'],
    ['2026-10-04', 'Australia/Lord_Howe', 23.5, '2026-10-03T13:30:00.000Z'],
    // clocks go forward at midnight: the day begins at one
    ['2026-04-24', 'Africa/Cairo', 23, '2026-04-23T22:00:00.000Z'],
    ['2026-01-01', 'Pacific/Chatham', 24, '2025-12-31T10:15:00.000Z'],
  ])('%s in %s has %d', (date, zone, hours, startsAt) => {
    const axis = dayAxis(date, zone);
    expect(axis.minutes / 60).toBe(hours);
    expect(axis.startsAt).toBe(startsAt);
  });

  test('each full hour once, or twice when the clock shows it twice, or not at all', () => {
    const walls = (date: string) => dayAxis(date, ZONE).ticks.map((tick) => tick.wall / 60);
    expect(walls('2026-10-25').slice(0, 6)).toEqual([0, 1, 2, 2, 3, 4]);
    expect(walls('2026-03-29').slice(0, 4)).toEqual([0, 1, 3, 4]);
    expect(dayAxis('2026-04-24', 'Africa/Cairo').ticks[0]).toEqual({ at: 0, wall: 60 });
  });
});
