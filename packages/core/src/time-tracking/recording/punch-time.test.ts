import { describe, expect, test } from 'vitest';
import { punchTime } from './punch-time.rules.ts';

const hour = 3_600_000;
const noon = Date.parse('2025-12-01T12:00:00Z');
const boot = '00000000-0000-7000-8000-000000000001';
const other = '00000000-0000-7000-8000-000000000002';
const id = '00000000-0000-7000-8000-000000000003';
/** A tap at noon by the device, one hour after its start. */
const tap = (claimed: number, serverOffsetMs?: number) => ({
  id,
  kind: 'in' as const,
  occurredAt: new Date(claimed).toISOString(),
  tapped: {
    bootId: boot,
    monotonicMs: hour,
    sequence: 1,
    ...(serverOffsetMs !== undefined && { serverOffsetMs }),
  },
});

describe('a punch of a device that was started anew since', () => {
  const sent = { bootId: other, monotonicMs: 5 };
  test.each([
    ['right', 0, 0, noon, []],
    ['ten minutes slow', -600_000, 600_000, noon, ['clock_skew']],
    ['a day fast', 24 * hour, -24 * hour, noon, ['clock_skew']],
    ['a minute slow', -60_000, 60_000, noon - 60_000, []],
  ])('whose clock was %s', (_, wrong, offset, at, flags) => {
    expect(punchTime(tap(noon + wrong, offset), noon + hour, sent, 'mobile', true)).toMatchObject({
      at,
      flags,
    });
  });
  test('that had never asked counts by its own time', () => {
    expect(punchTime(tap(noon - hour), noon, sent, 'mobile', true)).toMatchObject({
      at: noon - hour,
      flags: [],
    });
  });
});

test('of the same start, the monotonic clock has the word, not what the device was told', () => {
  const sent = { bootId: boot, monotonicMs: 2 * hour };
  expect(punchTime(tap(noon, 5 * hour), noon + hour, sent, 'mobile')).toMatchObject({ at: noon, flags: [] });
});

describe('in a browser, whose monotonic clock stands still while the machine sleeps', () => {
  // tapped at noon, asleep for an hour, awake for five minutes
  const sent = { bootId: boot, monotonicMs: hour + 5 * 60_000 };
  const arrived = noon + hour + 5 * 60_000;
  test('nobody loses the hour', () => {
    expect(punchTime(tap(noon), arrived, sent, 'web')).toMatchObject({ at: noon, flags: ['clock_skew'] });
    expect(punchTime(tap(noon), arrived, sent, 'mobile')).toMatchObject({ at: noon + hour });
  });
  test('a slow clock is put right by what the server had told it', () => {
    const slow = tap(noon - 600_000, 600_000);
    expect(punchTime(slow, arrived, sent, 'web')).toMatchObject({ at: noon, flags: ['clock_skew'] });
  });
  test('nobody tapped later than it says', () => {
    const fast = tap(noon + hour + 4 * 60_000);
    expect(punchTime(fast, arrived, sent, 'web')).toMatchObject({ at: noon + hour, flags: ['clock_skew'] });
  });
});

test.each([
  ['an hour late, and nothing measured it', -hour, {}, ['clock_skew']],
  ['at once', -60_000, {}, []],
  ['having waited, as it says', -hour, { offline: true }, ['offline']],
])('a tap of now that comes %s', (_, late, more, flags) => {
  const { id: punchId, kind, occurredAt } = tap(noon + late);
  expect(punchTime({ id: punchId, kind, occurredAt, ...more }, noon, null, 'web')).toMatchObject({
    at: noon + late,
    flags,
  });
});
