import { describe, expect, test } from 'vitest';
import { compiledWords } from '@vaktplan/i18n/catalogue';
import { addDays, formatIn, interfaceLocale, localDateOf, minorUnitsOf } from './format';
import { wordsIn } from './words-in';

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

describe('in the language of the page', () => {
  const units = wordsIn<'hours' | 'minutes' | 'hoursMinutes'>('da', compiledWords('da', 'app'));
  const danish = formatIn('en-US', { language: 'da', units });
  const at = '2026-11-23T15:30:00Z';
  test('words are its own, the hours of the day are counted as the organisation counts them', () => {
    expect(danish.longDay('2026-11-23')).toBe('mandag 23. november');
    expect(danish.time(at, 'UTC')).toBe('03.30 PM');
    expect(formatIn('de-AT', { language: 'da', units }).time(at, 'UTC')).toBe('15.30');
    expect(formatIn('da-DK', { language: 'ar', units }).time(at, 'UTC')).toBe('15:30');
  });
  test('figures, units and money too', () => {
    expect(danish.duration(455)).toBe('7 t 35 min');
    expect(danish.hours(2250)).toBe('37,5 t');
    expect(danish.money(18550, 'EUR')).toBe('185,50\u00a0€');
  });
  test('the region is the one of the organisation where it speaks the same language', () =>
    expect([
      interfaceLocale('de-AT', 'de'),
      interfaceLocale('da-DK', 'en'),
      interfaceLocale('en-US'),
    ]).toEqual(['de-AT', 'en-GB', 'en-US']));
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
