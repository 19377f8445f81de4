import { describe, expect, test } from 'vitest';
import { anchorOf, betterAnchor, serverNow, type PhoneClock } from './anchor';
import { happenedAt, stamp } from './stamp';

const clockOf = (wall: number, mono: number, boot = 'b1'): PhoneClock => ({
  wall: () => wall,
  mono: () => mono,
  bootId: () => boot,
  timeZone: () => 'Europe/Copenhagen',
});
const hour = 3_600_000;
/** The phone is 4,000,000 ms ahead; asked at 500, answered at 700. */
const anchor = anchorOf(1_000_000, 500, clockOf(5_000_100, 700));

describe('the stamp of a tap', () => {
  test('holds what every clock says, and how far the server was from them', () => {
    expect(stamp(clockOf(5_000_100, 700), anchor)).toEqual({
      wallMs: 5_000_100,
      zone: 'Europe/Copenhagen',
      monoMs: 700,
      bootId: 'b1',
      offsetMs: -4_000_000,
    });
  });
  test.each([10 * 60_000, -10 * 60_000, 24 * hour, -24 * hour])(
    'a wall clock moved by %i ms moves nothing while the phone runs',
    (moved) => {
      const tap = stamp(clockOf(5_000_100 + hour + moved, 700 + hour), anchor);
      expect(happenedAt(tap)).toBe(1_000_100 + hour);
    },
  );
  test('after a restart: by the wall clock, put right by what was known', () => {
    expect(happenedAt(stamp(clockOf(5_060_100, 3, 'b2'), anchor))).toBe(1_060_100);
  });
  test('a phone that never asked says so', () => {
    const tap = stamp(clockOf(7, 1), null);
    expect(tap.offsetMs).toBeNull();
    expect(happenedAt(tap)).toBe(7);
    expect(serverNow(clockOf(7, 1), null)).toBe(7);
  });
});

describe('which of two measurements is kept', () => {
  const later = { ...anchor, monoMs: 10_000, serverMs: 1_009_400 };
  test.each([
    ['a new one that is as exact', { ...later, roundTripMs: 250 }, true],
    ['one that is nearly as exact', { ...later, roundTripMs: 300 }, true],
    ['not one that is less so', { ...later, roundTripMs: 301 }, false],
    ['any of a clock that began anew', { ...later, monoMs: 600, roundTripMs: 5000 }, true],
    ['not one of a slow network', { ...later, roundTripMs: 5000 }, false],
    ['a slow one when the old is stale', { ...later, monoMs: 7 * hour, roundTripMs: 5000 }, true],
    ['any after a restart', { ...later, bootId: 'b2', roundTripMs: 5000 }, true],
  ])('%s', (_, fresh, isKept) => {
    expect(betterAnchor(anchor, fresh)).toBe(isKept ? fresh : anchor);
  });
  test('a first one', () => expect(betterAnchor(null, anchor)).toBe(anchor));
});
