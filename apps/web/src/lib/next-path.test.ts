import { expect, test } from 'vitest';
import { nextPath } from './next-path';

test.each([
  ['/shifts?date=2026-11-23', '/shifts?date=2026-11-23'],
  ['https://evil.example', '/dashboard'],
  ['//evil.example', '/dashboard'],
  ['/\\evil.example', '/dashboard'],
  ['javascript:alert(1)', '/dashboard'],
  [undefined, '/dashboard'],
  [['/a', '/b'], '/dashboard'],
])('after sign-in, %s leads to %s', (asked, path) => expect(nextPath(asked)).toBe(path));
