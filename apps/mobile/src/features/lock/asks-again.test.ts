import { expect, test } from 'vitest';
import { asksAgain } from './asks-again';

const LEFT = Date.parse('2025-12-01T08:00:00Z');
test.each([
  ['at once', 1000, false],
  ['after five minutes', 300_000, false],
  ['later', 300_001, true],
  ['after the clock was set back', -1, true],
])('back %s', (_name, later, asks) => {
  expect(asksAgain(LEFT, LEFT + later)).toBe(asks);
});
