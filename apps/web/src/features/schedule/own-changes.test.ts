import { expect, test } from 'vitest';
import { isOwnEcho, noteOwn } from './own-changes';

test('a signal of a version that our own change was answered with says nothing new', () => {
  expect(isOwnEcho({ id: 'a', version: 1 })).toBe(false);
  noteOwn({ id: 'a', version: 2 });
  // heard late: what we were answered already stands on it
  expect(isOwnEcho({ id: 'a', version: 1 })).toBe(true);
  expect(isOwnEcho({ id: 'a', version: 2 })).toBe(true);
  expect(isOwnEcho({ id: 'a', version: 3 })).toBe(false);
  expect(isOwnEcho({ id: 'b', version: 1 })).toBe(false);
});

test('what is long past is forgotten, so that a tab open for weeks stays small', () => {
  for (let nr = 0; nr < 10_001; nr += 1) noteOwn({ id: `s${nr}`, version: 1 });
  expect(isOwnEcho({ id: 's0', version: 1 })).toBe(false);
  expect(isOwnEcho({ id: 's10000', version: 1 })).toBe(true);
});
