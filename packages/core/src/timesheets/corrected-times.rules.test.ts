import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { correctedTimes } from './corrected-times.rules.ts';

const ZONE = 'Europe/Copenhagen';
const now = Temporal.Instant.from('2025-12-01T20:00:00Z').epochMilliseconds;
const times = (startedAt: string, endedAt: string, breaks?: [string, string][]) =>
  correctedTimes(
    { startedAt, endedAt, breaks: breaks?.map(([from, to]) => ({ startedAt: from, endedAt: to })) },
    ZONE,
    now,
  );

describe('corrected times', () => {
  it('wall-clock times are those of the place, instants stay', () => {
    expect(
      times('2025-12-01T09:00', '2025-12-01T16:00:00Z', [['2025-12-01T12:00', '2025-12-01T12:30']]),
    ).toEqual({
      startedAt: '2025-12-01T08:00:00Z',
      endedAt: '2025-12-01T16:00:00Z',
      breaks: [{ startedAt: '2025-12-01T11:00:00Z', endedAt: '2025-12-01T11:30:00Z', paid: false }],
    });
  });

  it.each<[string, Parameters<typeof times>, string]>([
    ['ends before it starts', ['2025-12-01T09:00', '2025-12-01T08:00'], 'end_before_start'],
    ['has no length', ['2025-12-01T09:00', '2025-12-01T09:00'], 'end_before_start'],
    ['more than a day', ['2025-11-29T09:00', '2025-11-30T09:01'], 'validation_failed'],
    ['in the future', ['2025-12-01T20:00', '2025-12-01T21:03'], 'punch_in_future'],
    ['the hour that is skipped', ['2025-03-30T02:30', '2025-03-30T05:00'], 'local_time_missing'],
    ['the hour that comes twice', ['2025-10-26T02:30', '2025-10-26T05:00'], 'local_time_ambiguous'],
    [
      'a break outside',
      ['2025-12-01T09:00', '2025-12-01T17:00', [['2025-12-01T16:50', '2025-12-01T17:10']]],
      'break_outside_shift',
    ],
    [
      'breaks that overlap',
      [
        '2025-12-01T09:00',
        '2025-12-01T17:00',
        [
          ['2025-12-01T12:00', '2025-12-01T12:30'],
          ['2025-12-01T12:15', '2025-12-01T12:45'],
        ],
      ],
      'validation_failed',
    ],
  ])('%s', (_, args, code) => {
    expect(() => times(...args)).toThrow(expect.objectContaining({ code }));
  });

  it('a night of 25 hours: which half past two is said, and a break in it lies after the start', () => {
    const night = correctedTimes(
      {
        startedAt: '2025-10-26T02:30',
        startedAtFold: 'later',
        endedAt: '2025-10-26T06:00',
        breaks: [{ startedAt: '2025-10-26T02:45', endedAt: '2025-10-26T03:15' }],
      },
      ZONE,
      now,
    );
    expect(night).toEqual({
      startedAt: '2025-10-26T01:30:00Z',
      endedAt: '2025-10-26T05:00:00Z',
      breaks: [{ startedAt: '2025-10-26T01:45:00Z', endedAt: '2025-10-26T02:15:00Z', paid: false }],
    });
  });

  it('a break of which nobody says whether it is paid is as it is there on that day', () => {
    const pause = { startedAt: '2025-12-01T12:00', endedAt: '2025-12-01T12:30' };
    const later = { startedAt: '2025-12-01T14:00', endedAt: '2025-12-01T14:30', paid: false };
    const work = { startedAt: '2025-12-01T09:00', endedAt: '2025-12-01T16:00', breaks: [pause, later] };
    const paid = correctedTimes(work, ZONE, now, (date) => date === '2025-12-01').breaks;
    expect(paid.map((one) => one.paid)).toEqual([true, false]);
  });

  it('a break that goes on while the clocks are set back has its true length', () => {
    const night = correctedTimes(
      {
        startedAt: '2025-10-25T22:00',
        endedAt: '2025-10-26T06:00',
        breaks: [{ startedAt: '2025-10-26T02:45', endedAt: '2025-10-26T02:15' }],
      },
      ZONE,
      now,
    );
    expect(night.breaks).toEqual([
      { startedAt: '2025-10-26T00:45:00Z', endedAt: '2025-10-26T01:15:00Z', paid: false },
    ]);
  });
});
