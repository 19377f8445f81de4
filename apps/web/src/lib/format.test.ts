import { describe, expect, test } from 'vitest';
import { addDays, formatIn, localDateOf, minorUnitsOf } from './format';

const british = formatIn('en-GB');

describe('times', () => {
  test('are of the place, not of the reader', () =>
    expect(british.times('2026-11-23T08:00:00Z', '2026-11-23T16:00:00Z', 'Europe/Copenhagen')).toBe(
      '09:00 – 17:00',
    ));
  test('have plain spaces, so that server and browser agree', () =>
    expect(formatIn('en-US').time('2026-11-23T08:00:00Z', 'UTC')).toBe('8:00 AM'));
  test('a night when the clocks go back shows both ends as the wall says', () =>
    expect(british.times('2026-10-24T20:00:00Z', '2026-10-25T05:00:00Z', 'Europe/Copenhagen')).toBe(
      '22:00 – 06:00',
    ));
});

describe('days', () => {
  test('words are those of the interface, whatever the language of the organisation', () =>
    expect(formatIn('nb-NO').longDay('2026-11-23')).toBe('Monday 23 November'));
  test('a calendar day never slips with the zone of the reader', () =>
    expect(localDateOf(new Date('2026-11-22T23:30:00Z'), 'Europe/Copenhagen')).toBe('2026-11-23'));
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2026-03-29', 1, '2026-03-30'],
    ['2026-01-01', -1, '2025-12-31'],
  ])('%s and %i days is %s', (date, days, result) => expect(addDays(date, days)).toBe(result));
});

describe('money and durations', () => {
  test.each([
    ['JPY', 0],
    ['EUR', 2],
    ['KWD', 3],
  ])('%s has %i decimals', (currency, digits) => expect(minorUnitsOf(currency)).toBe(digits));
  test.each([
    [18550, 'EUR', '€185.50'],
    [18550, 'JPY', 'JP¥18,550'],
  ])('%i %s', (minor, currency, words) => expect(british.money(minor, currency)).toBe(words));
  test.each([
    [45, '45 min'],
    [420, '7 h'],
    [455, '7 h 35 min'],
  ])('%i minutes', (minutes, words) => expect(british.duration(minutes)).toBe(words));
});
