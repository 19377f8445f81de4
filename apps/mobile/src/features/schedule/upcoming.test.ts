import { expect, test } from 'vitest';
import { shiftItem } from '../../sync/model/server-items.fixture';
import { byMonth, dateIn, knowsColleagues, withMe } from './upcoming';

const hour = 3_600_000;
const nine = Date.parse('2026-03-31T22:00:00Z');
const shift = shiftItem('own', 1, nine);
const colleague = (name: string, fromHour: number, hours: number, more = {}) => ({
  shiftId: name,
  employeeId: name,
  name,
  positionName: null,
  localDate: '2026-03-31',
  locationId: shift.locationId,
  departmentId: shift.departmentId,
  startsAt: new Date(nine + fromHour * hour).toISOString(),
  endsAt: new Date(nine + (fromHour + hours) * hour).toISOString(),
  ...more,
});

test('who works with me is there while I am', () => {
  const all = [
    colleague('Late', 7, 8),
    colleague('Before', -8, 8),
    colleague('After', 8, 8),
    colleague('Elsewhere', 0, 8, { locationId: 'other' }),
    colleague('Bo', -1, 2),
    colleague('Ane', -1, 10),
  ];
  expect(withMe(shift, all).map(({ name }) => name)).toEqual(['Ane', 'Bo', 'Late']);
});

test('who else works is known for a week ahead', () => {
  const week = 7 * 24 * hour;
  expect([nine, nine - week + 1, nine - week].map((now) => knowsColleagues(shift, now))).toEqual([
    true,
    true,
    false,
  ]);
});

test('a shift belongs to the month of its day, not of its instant', () => {
  const april = { ...shift, id: 'april', localDate: '2026-04-01' };
  expect(byMonth([shift, april]).map(([month, some]) => [month, some.length])).toEqual([
    ['2026-03', 1],
    ['2026-04', 1],
  ]);
});

test.each([
  ['Europe/Copenhagen', '2026-04-01'],
  ['America/New_York', '2026-03-31'],
  ['Pacific/Chatham', '2026-04-01'],
])('in %s it is %s', (zone, date) => expect(dateIn(nine, zone)).toBe(date));
