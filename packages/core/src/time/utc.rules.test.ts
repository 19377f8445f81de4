import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { instantOf, utcDateOf } from './utc.rules.ts';

const MOST = 8.64e15;

describe('moments as text', () => {
  it('are what Date prints, without the zeros at the end of the second', () => {
    fc.assert(
      fc.property(
        fc.array(fc.oneof(fc.integer({ min: -MOST, max: MOST }), near()), { minLength: 1 }),
        (all) => {
          for (const ms of all) {
            const printed = new Date(ms).toISOString();
            expect(instantOf(ms)).toBe(printed.replace(/\.?0+Z$/, 'Z'));
            expect(Date.parse(instantOf(ms))).toBe(ms);
            expect(utcDateOf(ms)).toBe(printed.slice(0, -'T00:00:00.000Z'.length));
          }
        },
      ),
    );
  });

  it('drop what is less than a millisecond, as Date does', () => {
    expect(instantOf(1.9)).toBe('1970-01-01T00:00:00.001Z');
    expect(instantOf(-0.9)).toBe('1970-01-01T00:00:00Z');
    expect(utcDateOf(-0.9)).toBe('1970-01-01');
  });

  it('are refused where there is no such moment', () => {
    expect(() => instantOf(Number.NaN)).toThrow(RangeError);
    expect(() => instantOf(MOST + 1)).toThrow(RangeError);
    expect(() => utcDateOf(Infinity)).toThrow(RangeError);
  });
});

/** Around the turns of days, where a day remembered would be the wrong one. */
const near = () =>
  fc
    .tuple(fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1001, max: 1001 }))
    .map(([days, ms]) => days * 86_400_000 + ms);
