import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { periodAround, periodFor, periodsIn, type PayCalendar } from './pay-period.rules.ts';

const days = fc
  .integer({ min: 0, max: 20_000 })
  .map((n) => Temporal.PlainDate.from('1990-01-01').add({ days: n }).toString());
const calendars = fc.oneof(
  fc.record({ frequency: fc.constantFrom('weekly' as const, 'two_weekly' as const), anchor: days }),
  fc.record({
    frequency: fc.constant('monthly' as const),
    anchor: fc.integer({ min: 1, max: 28 }).map((day) => `2024-01-${String(day).padStart(2, '0')}`),
  }),
);
const after = (date: string, by = 1) => Temporal.PlainDate.from(date).add({ days: by }).toString();

describe('pay periods', () => {
  it.each<[PayCalendar['frequency'], string, string, string, string]>([
    ['weekly', '2024-01-01', '2025-12-03', '2025-12-01', '2025-12-07'],
    ['weekly', '2026-06-07', '2025-12-03', '2025-11-30', '2025-12-06'],
    ['two_weekly', '2025-12-01', '2025-12-14', '2025-12-01', '2025-12-14'],
    ['two_weekly', '2025-12-15', '2025-12-14', '2025-12-01', '2025-12-14'],
    ['monthly', '2024-01-01', '2024-02-29', '2024-02-01', '2024-02-29'],
    ['monthly', '2024-01-16', '2025-03-15', '2025-02-16', '2025-03-15'],
    ['monthly', '2024-01-28', '2025-03-01', '2025-02-28', '2025-03-27'],
  ])('%s from %s: %s is in %s to %s', (frequency, anchor, date, startDate, endDate) => {
    expect(periodAround({ frequency, anchor }, date)).toEqual({ startDate, endDate });
  });

  it('every day has one period, and the day after one begins the next', () => {
    fc.assert(
      fc.property(calendars, days, (calendar, date) => {
        const period = periodAround(calendar, date);
        expect(period.startDate <= date && date <= period.endDate).toBe(true);
        expect(periodAround(calendar, period.startDate)).toEqual(period);
        expect(periodAround(calendar, after(period.endDate)).startDate).toBe(after(period.endDate));
      }),
    );
  });

  it('a changed calendar keeps what exists, and what is between is covered once', () => {
    fc.assert(
      fc.property(calendars, calendars, days, fc.nat(120), (before, now, date, far) => {
        const old = periodAround(before, date);
        const existing = [old, periodAround(before, after(old.endDate, 70))];
        const range = { startDate: after(date, -60), endDate: after(date, far) };
        const found = periodsIn(now, range, existing);
        for (let i = 1; i < found.length; i++) {
          expect(found[i]?.startDate).toBe(after(found[i - 1]?.endDate ?? ''));
        }
        expect((found[0]?.startDate ?? '') <= range.startDate).toBe(true);
        expect((found.at(-1)?.endDate ?? '') >= range.endDate).toBe(true);
        expect(found).toContain(old);
        expect(periodFor(now, old.startDate, existing)).toBe(old);
      }),
    );
  });
});
