import { expect, test } from 'vitest';
import { breakRulesOf, breakRulesText } from './break-rules';

test.each([
  ['6 h: 30 min', [[360, 30]]],
  [
    '6:30\n9 h : 45',
    [
      [360, 30],
      [540, 45],
    ],
  ],
  ['5,5 h: 20 min\nlunch', [[330, 20]]],
  ['', []],
])('%j', (text, rules) => {
  expect(breakRulesOf(text).map(({ afterMinutes, minutes }) => [afterMinutes, minutes])).toEqual(rules);
});

test('what is shown reads as it was', () => {
  const rules = [{ afterMinutes: 330, minutes: 20, paid: false }];
  expect(breakRulesOf(breakRulesText(rules))).toEqual(rules);
});
