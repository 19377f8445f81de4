import { describe, expect, test } from 'vitest';
import { contradicted, type Reading } from './readings.rules.ts';

const minute = 60_000;
const day = 24 * 60 * minute;
/** Taps of one boot (or of another), by what the two clocks said. */
const reading = (monotonicMs: number, claimed = monotonicMs, bootId = 'one'): Reading => ({
  id: `${monotonicMs}`,
  bootId,
  claimed,
  monotonicMs,
  at: claimed,
});
const ids = (readings: Reading[]) => contradicted(readings).map(({ id }) => Number(id));

describe('two clocks of a device', () => {
  test.each([
    ['that agree', [reading(0), reading(minute), reading(day)], []],
    ['set back by an hour', [reading(0), reading(2 * minute, -58 * minute)], [0, 2 * minute]],
    ['that differ by two minutes', [reading(0), reading(minute, 3 * minute)], []],
    ['of two boots', [reading(0), reading(minute, day, 'two')], []],
    [
      'a month apart, by no more than a quartz drifts',
      [reading(0), reading(30 * day, 30 * day + 4 * minute)],
      [],
    ],
    [
      'of which one was wrong',
      [reading(0), reading(minute, day), reading(2 * minute)],
      [0, minute, 2 * minute],
    ],
  ])('%s', (_, readings, expected) => {
    expect(ids(readings)).toEqual(expected);
    expect(ids(readings.toReversed()).toReversed()).toEqual(expected);
  });
});
