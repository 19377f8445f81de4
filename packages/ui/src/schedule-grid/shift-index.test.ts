import { expect, test } from 'vitest';
import { addDays, dateInZone, daysBetween } from './days.ts';
import { aPerson, aShift, format, MON, TUE } from './fixtures.ts';
import { english } from './english.fixture.ts';
import { createGridFormat } from './grid-format.ts';
import { cellKey, filterEmployees, indexShifts, parseCellKey } from './shift-index.ts';

test('a cell lists its shifts by start', () => {
  const late = aShift({ id: 'late', startMinutes: 960, endMinutes: 1200 });
  const early = aShift({ id: 'early', startMinutes: 360, endMinutes: 600 });
  const open = aShift({ id: 'open', employeeId: null });
  const index = indexShifts([late, open, early]);
  expect(index.at('ida', MON)).toEqual([early, late]);
  expect(index.at(null, MON)).toEqual([open]);
  expect(index.at('ida', TUE)).toEqual([]);
});

test('cells that did not change keep their array, so their rows need not render', () => {
  const a = aShift({ id: 'a' });
  const b = aShift({ id: 'b', employeeId: 'bo' });
  const first = indexShifts([a, b]);
  const second = indexShifts([{ ...a, version: 2 }, b], first);
  expect(second.at('bo', MON)).toBe(first.at('bo', MON));
  expect(second.at('ida', MON)).not.toBe(first.at('ida', MON));
});

test('keys of cells go there and back', () => {
  expect(parseCellKey(cellKey('ida', MON))).toEqual({ employeeId: 'ida', date: MON });
  expect(parseCellKey(cellKey(null, MON))).toEqual({ employeeId: null, date: MON });
});

test.each([
  ['', 3],
  ['  ', 3],
  ['aa', 1],
  ['ÅSE', 1],
  ['cook', 1],
  ['zz', 0],
])('the filter “%s” keeps %i people', (text, count) => {
  const people = [
    aPerson('1', 'Åse'),
    aPerson('2', 'Haakon', { positionNames: [] }),
    aPerson('3', 'Bo', { positionNames: ['Cook'] }),
  ];
  expect(filterEmployees(people, text)).toHaveLength(count);
});

test('days are counted on the calendar', () => {
  expect(addDays('2026-10-24', 2)).toBe('2026-10-26');
  expect(addDays('2028-02-28', 1)).toBe('2028-02-29');
  expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2);
});

test('today is the day in the location, not here', () => {
  expect(dateInZone('2026-11-23T23:30:00Z', 'Europe/Copenhagen')).toBe('2026-11-24');
  expect(dateInZone('2026-11-23T23:30:00Z', 'America/St_Johns')).toBe('2026-11-23');
  expect(dateInZone('2026-11-23T18:20:00Z', 'Asia/Kathmandu')).toBe('2026-11-24');
});

test('times, days, hours and money in the language of the page', () => {
  expect(format.range(540, 1470)).toBe('09:00–00:30');
  expect(format.longDay(MON)).toBe('Monday 23 November');
  expect(format.hours(450)).toBe('7.5 h');
  expect(format.money(123_456)).toBe('DKK\u00A01,235');
  const danish = createGridFormat({ words: english, locale: 'da-DK', currency: 'DKK' });
  expect(danish.shortDay(MON)).toBe('man.');
  expect(danish.range(540, 1020)).toBe('09.00–17.00');
  const american = createGridFormat({ words: english, locale: 'en-US', currency: 'USD', hour12: true });
  expect(american.range(540, 1020).replaceAll('\u202F', ' ')).toBe('9 AM–5 PM');
  const tiny = (in_: typeof format) => [540, 615, 1350, 1440].map((minutes) => in_.tinyTime(minutes));
  expect(tiny(format)).toEqual(['9', '10¹⁵', '22³⁰', '24']);
  expect(tiny(american)).toEqual(['9a', '10¹⁵a', '10³⁰p', '12a']);
  expect([format.tinyDay(MON), danish.tinyDay(MON), format.tinyHours(450)]).toEqual(['Mon', 'M', '8']);
  expect(createGridFormat({ words: english, locale: 'ja-JP', currency: 'JPY' }).money(1500)).toBe('￥1,500');
});
