import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { assertBreaksFit, assertShiftInterval, shiftMinutes, shiftState } from './shift.rules.ts';

const interval = (startsAt: string, endsAt: string) => ({
  startsAt: Temporal.Instant.from(startsAt),
  endsAt: Temporal.Instant.from(endsAt),
});
const code = (name: string) => expect.objectContaining({ code: name });

describe('interval', () => {
  test.each([
    ['zero length', '2025-12-01T08:00:00Z', '2025-12-01T08:00:00Z', 'end_before_start'],
    ['end before start', '2025-12-01T08:00:00Z', '2025-12-01T07:00:00Z', 'end_before_start'],
    ['a minute over a day', '2025-12-01T08:00:00Z', '2025-12-02T08:01:00Z', 'shift_too_long'],
  ])('%s', (_, from, to, expected) => {
    expect(() => assertShiftInterval(interval(from, to))).toThrow(code(expected));
  });
  test('exactly 24 hours is fine', () => {
    expect(() => assertShiftInterval(interval('2025-12-01T08:00:00Z', '2025-12-02T08:00:00Z'))).not.toThrow();
  });
});

describe('breaks', () => {
  const shift = interval('2025-12-01T08:00:00Z', '2025-12-01T12:00:00Z');
  const pause = (minutes: number, startsAt: string | null = null) => ({ minutes, paid: false, startsAt });
  test.each([
    ['longer than the shift', [pause(240)]],
    ['together as long as the shift', [pause(120), pause(120)]],
    ['before it', [pause(15, '2025-12-01T07:50:00Z')]],
    ['past its end', [pause(15, '2025-12-01T11:50:00Z')]],
  ])('%s is refused', (_, breaks) => {
    expect(() => assertBreaksFit(shift, breaks)).toThrow(code('break_outside_shift'));
  });
  test('up to the very end is fine', () => {
    expect(() => assertBreaksFit(shift, [pause(15, '2025-12-01T11:45:00Z')])).not.toThrow();
  });
});

describe('minutes', () => {
  const night = { startsAt: '2026-03-28T21:00:00Z', endsAt: '2026-03-29T04:00:00Z' };
  test('22 to 6 in Copenhagen is seven hours when the clocks go forward', () => {
    expect(
      shiftMinutes({
        ...night,
        breaks: [
          { minutes: 30, paid: false },
          { minutes: 10, paid: true },
        ],
      }),
    ).toEqual({ minutes: 420, paidMinutes: 390 });
  });
});

test.each([
  ['draft', { deletedAt: null, publicationId: null, publishedVersion: null, version: 1 }],
  ['published', { deletedAt: null, publicationId: 'p', publishedVersion: 3, version: 3 }],
  ['changed', { deletedAt: null, publicationId: 'p', publishedVersion: 3, version: 4 }],
  ['deleted', { deletedAt: '2025-12-01T08:00:00Z', publicationId: 'p', publishedVersion: 3, version: 4 }],
] as const)('state %s', (state, shift) => {
  expect(shiftState(shift)).toBe(state);
});
