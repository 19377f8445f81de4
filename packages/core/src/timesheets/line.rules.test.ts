import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isException, unpaidBreakMinutes, withinTolerance } from './line.rules.ts';

const at = (minute: number): string => new Date(Date.UTC(2025, 11, 1, 8) + minute * 60_000).toISOString();
const plan = { startsAt: at(0), endsAt: at(480), minutes: 450 };
const tolerance = { startMinutes: 5, endMinutes: 10, totalMinutes: 12 };
const worked = (from: number, to: number, minutes = to - from - 30) => ({
  startedAt: at(from),
  endedAt: at(to),
  minutes,
});

describe('within the tolerances', () => {
  it.each<[string, ReturnType<typeof worked>, boolean]>([
    ['to the minute', worked(0, 480), true],
    ['start at the edge', worked(5, 480), true],
    ['start past it', worked(6, 480), false],
    ['start too early', worked(-6, 480), false],
    ['end at the edge', worked(0, 490), true],
    ['end past it', worked(0, 491), false],
    ['both at the edge, the sum too far', worked(-5, 490), false],
    ['a longer break, the sum too far', worked(0, 480, 437), false],
    [
      'a part of a minute counts',
      { ...worked(0, 480), startedAt: new Date(Date.parse(at(5)) + 1000).toISOString() },
      false,
    ],
  ])('%s', (_, line, within) => expect(withinTolerance(line, plan, tolerance)).toBe(within));

  it('never without a plan or an end', () => {
    expect(withinTolerance(worked(0, 480), null, tolerance)).toBe(false);
    expect(withinTolerance({ ...worked(0, 480), endedAt: null }, plan, tolerance)).toBe(false);
  });
});

it('unpaid breaks count inside the counted time only, never more than it', () => {
  const pauses = fc.array(
    fc.record({
      from: fc.integer({ min: -60, max: 540 }),
      length: fc.integer({ min: 1, max: 90 }),
      paid: fc.boolean(),
    }),
    { maxLength: 1 },
  );
  fc.assert(
    fc.property(pauses, (list) => {
      const breaks = list.map(({ from, length, paid }) => ({
        startedAt: at(from),
        endedAt: at(from + length),
        paid,
      }));
      const minutes = unpaidBreakMinutes({ countedStart: at(0), countedEnd: at(480), breaks });
      const [one] = list;
      const inside =
        one && !one.paid ? Math.max(0, Math.min(480, one.from + one.length) - Math.max(0, one.from)) : 0;
      expect(minutes).toBe(inside);
    }),
  );
});

it('how a punch came is no exception, anything else is', () => {
  expect(isException([])).toBe(false);
  expect(isException(['offline', 'duplicate_punch'])).toBe(false);
  expect(isException(['offline', 'deviation'])).toBe(true);
});
