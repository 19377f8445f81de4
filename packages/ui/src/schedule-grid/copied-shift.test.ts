import { expect, test } from 'vitest';
import { likeShift, pausesOf } from './copied-shift.ts';
import { aShift, TUE } from './fixtures.ts';

const lunch = { minutes: 30, paid: false, startsAt: '2026-11-23T11:00:00Z' };
const rest = { minutes: 10, paid: true, startsAt: null };
const shift = aShift({
  id: 'a',
  notes: 'Keys',
  departmentId: 'front',
  startsAt: '2026-11-23T08:00:00Z',
  breaks: [lunch, rest],
});
const where = { tempId: 't', employeeId: 'bo', date: TUE };

test('a copy keeps its breaks at their distance to the start, note, position and department', () => {
  expect(likeShift(shift, where)).toEqual({
    kind: 'create',
    ...where,
    startMinutes: 540,
    endMinutes: 1020,
    positionId: 'bar',
    notes: 'Keys',
    departmentId: 'front',
    breaks: [
      { minutes: 30, paid: false, afterStart: 180 },
      { minutes: 10, paid: true, afterStart: null },
    ],
  });
});

test('in another position’s or location’s section it is of that place, with its breaks', () => {
  const cook = likeShift(shift, { ...where, positionId: 'cook' });
  expect(cook).toMatchObject({ positionId: 'cook', breaks: pausesOf(shift) });
  expect(cook).not.toHaveProperty('departmentId');
  expect(likeShift(shift, { ...where, locationId: 'port' })).toMatchObject({ locationId: 'port' });
});

test('a shift the server has not answered yet has breaks without a time', () => {
  expect(pausesOf({ breaks: [lunch] })).toEqual([{ minutes: 30, paid: false, afterStart: null }]);
  expect(likeShift(aShift({ id: 'b' }), where)).not.toHaveProperty('breaks');
});
