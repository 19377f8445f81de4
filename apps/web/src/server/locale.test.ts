import { expect, test } from 'vitest';
import { chosenLocale, wishedLanguages } from './locale';

test.each([
  ['da, en-GB;q=0.8, en;q=0.7', ['da', 'en-GB', 'en']],
  ['en;q=0.2,de-AT;q=0.9', ['de-AT', 'en']],
  ['*;q=0', []],
  ['', []],
  [null, []],
  [';;q=x, ar', ['ar']],
])('Accept-Language %j wishes %j', (header, wished) => {
  expect(wishedLanguages(header)).toEqual(wished);
});

test.each([
  ['da', 'da'],
  ['pseudo', 'pseudo'],
  ['<script>', null],
  [undefined, null],
])('the cookie %j chooses %j', (kept, locale) => {
  expect(chosenLocale(kept)).toBe(locale);
});
