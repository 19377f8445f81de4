import { AppError } from '@vaktplan/contracts/errors';
import { describe, expect, test } from 'vitest';
import { versionOf } from './parameters.ts';

describe('If-Match', () => {
  test.each([
    ['"3"', 3],
    ['W/"3"', 3],
    ['3', 3],
    [' "12" ', 12],
    [undefined, undefined],
  ])('%s is version %s', (header, version) => expect(versionOf(header)).toBe(version));

  test.each(['*', '', '"a"', '-1', '"1","2"', '1.5', '9999999999'])('%s is refused', (header) => {
    expect(() => versionOf(header)).toThrow(AppError);
  });
});
