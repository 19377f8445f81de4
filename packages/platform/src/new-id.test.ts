import { validate, version } from 'uuid';
import { expect, test } from 'vitest';
import { newId } from './new-id.ts';

test('ids are valid version 7, all different, and sort as they were made', () => {
  const before = Date.now();
  const ids = Array.from({ length: 20_000 }, newId);
  expect(ids.every((id) => validate(id) && version(id) === 7)).toBe(true);
  expect(new Set(ids).size).toBe(ids.length);
  expect(ids.toSorted()).toEqual(ids);
  const stamp = Number.parseInt((ids[0] as string).replace('-', '').slice(0, 12), 16);
  expect(stamp).toBeGreaterThanOrEqual(before);
  expect(stamp).toBeLessThanOrEqual(Date.now());
});

test('the random part differs from id to id', () => {
  const tails = new Set(Array.from({ length: 1000 }, () => newId().slice(24)));
  expect(tails.size).toBe(1000);
});
