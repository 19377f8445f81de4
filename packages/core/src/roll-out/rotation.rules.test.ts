import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { cycleDayOf, daysBetween, laterBy, patternItems, rotated, WEEK_ANCHOR } from './rotation.rules.ts';

const date = fc
  .integer({ min: -20_000, max: 60_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString());
const cycle = fc.integer({ min: 1, max: 364 });

describe('days of a cycle', () => {
  it('a week begins on Monday, over the turn of a year with a week 53 and over 29 February', () => {
    expect(cycleDayOf('2026-12-28', WEEK_ANCHOR, 7)).toBe(0);
    expect(cycleDayOf('2027-01-03', WEEK_ANCHOR, 7)).toBe(6);
    expect(cycleDayOf('2027-01-04', WEEK_ANCHOR, 7)).toBe(0);
    expect(cycleDayOf('2028-02-29', WEEK_ANCHOR, 7)).toBe(1);
    expect(daysBetween('2028-02-28', '2028-03-01')).toBe(2);
    expect(laterBy('2028-02-28', 1)).toBe('2028-02-29');
    expect(laterBy('2027-02-28', 1)).toBe('2027-03-01');
  });

  it('goes on day by day without end, forwards and backwards', () => {
    fc.assert(
      fc.property(date, date, cycle, (day, anchor, cycleDays) => {
        const now = cycleDayOf(day, anchor, cycleDays);
        expect(now).toBeGreaterThanOrEqual(0);
        expect(now).toBeLessThan(cycleDays);
        expect(cycleDayOf(laterBy(day, 1), anchor, cycleDays)).toBe((now + 1) % cycleDays);
        expect(cycleDayOf(laterBy(day, cycleDays), anchor, cycleDays)).toBe(now);
        expect(cycleDayOf(anchor, anchor, cycleDays)).toBe(0);
      }),
    );
  });

  it('agrees with the calendar', () => {
    fc.assert(
      fc.property(date, (day) => {
        expect(cycleDayOf(day, WEEK_ANCHOR, 7)).toBe(Temporal.PlainDate.from(day).dayOfWeek - 1);
      }),
    );
  });
});

describe('patterns', () => {
  const shift = { startMinutes: 420, endMinutes: 1140, departmentId: 'd', positionId: null };

  it('4 on, 4 off with two crews: one is always at work, and neither twice', () => {
    const items = patternItems({ on: 4, off: 4, shift }, [
      { employeeId: 'ida', offset: 0 },
      { employeeId: 'bo', offset: 4 },
    ]);
    const year = { startDate: '2026-01-01', endDate: '2026-12-31' };
    const days = rotated(items, year, '2026-01-03', 8);
    expect(days).toHaveLength(365);
    expect(new Set(days.map((one) => one.date)).size).toBe(365);
    const ida = days.filter((one) => one.item.employeeId === 'ida').map((one) => one.date);
    expect(ida).toContain('2026-01-03');
    expect(ida).toContain('2026-01-06');
    expect(ida).not.toContain('2026-01-07');
  });

  it('A and B weeks take turns', () => {
    const items = [
      { day: 0, name: 'A' },
      { day: 7, name: 'B' },
    ];
    const mondays = rotated(items, { startDate: '2026-12-14', endDate: '2027-01-11' }, '2026-12-14', 14);
    expect(mondays.map(({ date: day, item }) => [day, item.name])).toEqual([
      ['2026-12-14', 'A'],
      ['2026-12-21', 'B'],
      ['2026-12-28', 'A'],
      ['2027-01-04', 'B'],
      ['2027-01-11', 'A'],
    ]);
  });

  it('applied in two halves it is what it is applied at once', () => {
    const item = fc.record({ day: fc.integer({ min: 0, max: 27 }), nr: fc.nat(9) });
    fc.assert(
      fc.property(
        fc.array(item, { maxLength: 10 }),
        date,
        date,
        fc.nat(60),
        fc.nat(60),
        (items, start, anchor, first, second) => {
          const middle = laterBy(start, first);
          const end = laterBy(middle, second);
          expect([
            ...rotated(items, { startDate: start, endDate: middle }, anchor, 28),
            ...rotated(items, { startDate: laterBy(middle, 1), endDate: end }, anchor, 28),
          ]).toEqual(rotated(items, { startDate: start, endDate: end }, anchor, 28));
        },
      ),
    );
  });
});
