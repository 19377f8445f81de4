import { expect, test } from 'vitest';
import { hoursText, moneyText, parseHours, parseMoney, parsePercent, percentText } from './amounts';

test.each([
  ['1250.5', 'DKK', 125_050],
  ['1 250,50', 'DKK', 125_050],
  ["1'250", 'CHF', 125_000],
  ['0', 'DKK', 0],
  ['', 'DKK', null],
  ['  ', 'DKK', null],
  ['1250', 'JPY', 1250],
  ['1250.5', 'JPY', undefined],
  ['1.234', 'KWD', 1234],
  ['1.2345', 'KWD', undefined],
  ['1.500', 'DKK', undefined],
  ['1.234.567', 'DKK', undefined],
  ['-5', 'DKK', undefined],
  ['1e5', 'DKK', undefined],
  ['=1', 'DKK', undefined],
  ['99999999999999', 'DKK', undefined],
])('%j of %s is %j', (text, currency, minor) => {
  expect(parseMoney(text, currency)).toBe(minor);
});

test('hours and percent', () => {
  expect([parseHours('37.5'), parseHours('0,33'), parseHours('x')]).toEqual([2250, 20, undefined]);
  expect([parsePercent('28.5'), parsePercent('100'), parsePercent('')]).toEqual([2850, 10_000, null]);
});

test('what is shown is read as it was', () => {
  for (const minor of [0, 5, 100, 12_345, 1_000_000]) {
    for (const currency of ['DKK', 'JPY', 'KWD'])
      expect(parseMoney(moneyText(minor, currency), currency)).toBe(minor);
  }
  for (const minutes of [0, 30, 2250, 600, 6000]) expect(parseHours(hoursText(minutes))).toBe(minutes);
  for (const points of [0, 2850, 3000, 10_000]) expect(parsePercent(percentText(points))).toBe(points);
  expect([moneyText(null, 'DKK'), hoursText(undefined), percentText(null)]).toEqual(['', '', '']);
});
