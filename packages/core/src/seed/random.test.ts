import { expect, test } from 'vitest';
import { between, createRandom } from './random.ts';

test('the same seed gives the same numbers, evenly spread', () => {
  const [one, same, other] = [createRandom(7), createRandom(7), createRandom(8)];
  const numbers = Array.from({ length: 10_000 }, one);
  expect(numbers.slice(0, 50)).toEqual(Array.from({ length: 50 }, same));
  expect(other()).not.toBe(numbers[0]);
  expect(Math.min(...numbers)).toBeGreaterThanOrEqual(0);
  expect(Math.max(...numbers)).toBeLessThan(1);
  expect(numbers.reduce((sum, each) => sum + each, 0) / numbers.length).toBeCloseTo(0.5, 1);
  expect(new Set(Array.from({ length: 500 }, () => between(one, -1, 2)))).toEqual(new Set([-1, 0, 1, 2]));
});
