import { expect, test } from 'vitest';
import { editedOf, itemsOf, unpaidOf, withUnpaid } from './template-items';

const lunch = { minutes: 30, paid: false, startMinutes: 720 };
const stored = {
  id: 'a',
  day: 3,
  startMinutes: 540,
  endMinutes: 1020,
  departmentId: 'bar',
  positionId: null,
  employeeId: 'ida',
  notes: 'Keys',
  breaks: [lunch],
};
const [item] = editedOf([stored]);
if (!item) throw new Error('nothing to edit');

test('what is not touched goes back as it came', () => {
  const { id: _, ...rest } = stored;
  expect(itemsOf([item])).toEqual([rest]);
});

test('an end before the start is on the next day; equal times are a whole day', () => {
  expect(itemsOf([{ ...item, start: '22:00', end: '06:00', breaks: [] }])?.[0]).toMatchObject({
    startMinutes: 1320,
    endMinutes: 1800,
  });
  expect(itemsOf([{ ...item, start: '07:00', end: '07:00', breaks: [] }])?.[0]).toMatchObject({
    endMinutes: 420 + 1440,
  });
});

test('a timed break that no longer fits is anywhere in the shift', () => {
  expect(itemsOf([{ ...item, start: '13:00' }])?.[0]?.breaks).toEqual([{ ...lunch, startMinutes: null }]);
  expect(itemsOf([{ ...item, start: '10:00' }])?.[0]?.breaks).toEqual([lunch]);
});

test('a missing time is not sent', () => {
  expect(itemsOf([item, { ...item, end: '' }])).toBeUndefined();
});

test('unpaid minutes are one break; paid ones stay', () => {
  const paid = { minutes: 10, paid: true, startMinutes: null };
  const both = { ...item, breaks: [lunch, paid] };
  expect(unpaidOf(both)).toBe(30);
  expect(withUnpaid(both, 45).breaks).toEqual([paid, { minutes: 45, paid: false, startMinutes: null }]);
  expect(withUnpaid(both, 0).breaks).toEqual([paid]);
});
