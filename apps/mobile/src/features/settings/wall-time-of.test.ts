import { expect, test } from 'vitest';
import { wallTimeOf } from './wall-time-of';

test.each([
  ['22:00', '22:00'],
  ['2230', '22:30'],
  ['7.05', '07:05'],
  ['730', '07:30'],
  ['24:00', null],
  ['12:60', null],
  ['noon', null],
  ['', null],
])('%j is %j', (typed, time) => {
  expect(wallTimeOf(typed)).toBe(time);
});
