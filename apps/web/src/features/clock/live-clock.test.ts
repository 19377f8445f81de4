import type { ClockView, CreatePunch } from '@vaktplan/contracts/http/time-tracking';
import { describe, expect, test } from 'vitest';
import { closedForThem, elapsedMs, liveClock, nextPunches, stopwatch } from './live-clock';

const id = '019ab000-0000-7000-8000-000000000001';
const out: ClockView = {
  state: 'out',
  entry: null,
  shift: null,
  recent: [],
  asksPosition: false,
  serverTime: '2026-11-23T08:00:00Z',
};
const working: ClockView = {
  ...out,
  state: 'in',
  entry: {
    id,
    employeeId: id,
    locationId: id,
    shiftId: null,
    startedAt: '2026-11-23T08:00:00Z',
    endedAt: null,
    localDate: '2026-11-23',
    zone: 'Europe/Copenhagen',
    breaks: [
      { startedAt: '2026-11-23T10:00:00Z', endedAt: '2026-11-23T10:30:00Z', paid: false },
      { startedAt: '2026-11-23T11:00:00Z', endedAt: '2026-11-23T11:10:00Z', paid: true },
    ],
    workedMinutes: 0,
    countedStart: '2026-11-23T08:00:00Z',
    countedEnd: null,
    deductedMinutes: 0,
    days: [],
    flags: [],
    deviations: [],
    state: 'open',
    version: 1,
  },
};
const punch = (kind: CreatePunch['kind'], occurredAt: string): CreatePunch => ({ id, kind, occurredAt });
const minutes = (count: number) => count * 60_000;

describe('the clock with punches of this device', () => {
  test('counts from the tap before the server has answered', () => {
    const clock = liveClock(out, [punch('in', '2026-11-23T08:05:00Z')]);
    expect(clock.state).toBe('in');
    expect(elapsedMs(clock, Date.parse('2026-11-23T08:35:00Z'))).toBe(minutes(30));
  });
  test('takes off unpaid breaks only', () => {
    expect(elapsedMs(liveClock(working, []), Date.parse('2026-11-23T12:00:00Z'))).toBe(minutes(210));
  });
  test('on a break shows how long the break has lasted', () => {
    const clock = liveClock(working, [punch('break_start', '2026-11-23T12:00:00Z')]);
    expect(clock.state).toBe('on_break');
    expect(elapsedMs(clock, Date.parse('2026-11-23T12:12:00Z'))).toBe(minutes(12));
  });
  test('a whole offline day ends clocked out', () => {
    const day = [
      punch('in', '2026-11-23T08:00:00Z'),
      punch('break_start', '2026-11-23T11:00:00Z'),
      punch('break_end', '2026-11-23T11:30:00Z'),
      punch('out', '2026-11-23T16:00:00Z'),
    ];
    expect(liveClock(out, day)).toEqual({ state: 'out', startedAt: null, breaks: [] });
  });
  test('a device whose clock is behind never shows negative time', () => {
    expect(elapsedMs(liveClock(working, []), Date.parse('2026-11-23T07:00:00Z'))).toBe(0);
  });
});

test.each([
  [0, '0:00:00'],
  [minutes(61) + 7_000, '1:01:07'],
  [minutes(60 * 11), '11:00:00'],
])('%i ms reads %s', (ms, text) => expect(stopwatch(ms)).toBe(text));

test.each([
  ['out', ['in']],
  ['in', ['out', 'break_start']],
  ['on_break', ['break_end', 'out']],
] as const)('from %s one can %s', (state, kinds) =>
  expect(nextPunches(state).map((next) => next.kind)).toEqual(kinds),
);

test('who was clocked out by the product may still clock out, for a day and a half', () => {
  const { entry } = working;
  if (!entry) throw new Error('somebody is at work');
  const closed = { ...entry, endedAt: '2026-11-23T16:00:00Z', flags: ['auto_closed' as const] };
  const seen = (serverTime: string) => closedForThem({ ...out, recent: [closed], serverTime });
  expect([seen('2026-11-23T19:00:00Z'), seen('2026-11-24T20:00:00Z'), closedForThem(out)]).toEqual([
    true,
    false,
    false,
  ]);
  expect(nextPunches('out', true).map(({ kind }) => kind)).toEqual(['in', 'out']);
});
