import { describe, expect, test } from 'vitest';
import { timesOf, timesToSend } from './times';

// the night on which Copenhagen has half past two twice; the break was in the second
const night = {
  startedAt: '2025-10-25T20:00:37Z',
  endedAt: '2025-10-26T05:00:12Z',
  zone: 'Europe/Copenhagen',
  breaks: [{ startedAt: '2025-10-26T01:30:00Z', endedAt: '2025-10-26T02:00:00Z', paid: false }],
};

describe('the times of an entry as fields', () => {
  test('are shown by the clock of the place and sent back as they were', () => {
    const times = timesOf(night);
    expect(times).toMatchObject({
      startedAt: '2025-10-25T22:00',
      endedAt: '2025-10-26T06:00',
      breaks: [{ startedAt: '2025-10-26T02:30', endedAt: '2025-10-26T03:00' }],
    });
    const { zone, ...as } = night;
    expect(timesToSend(times, zone)).toEqual(as);
  });

  test('one that is changed is sent as it was typed, the others as they were', () => {
    const times = { ...timesOf(night), endedAt: '2025-10-26T06:30' };
    expect(timesToSend(times, night.zone)).toEqual({
      startedAt: night.startedAt,
      endedAt: '2025-10-26T06:30',
      breaks: night.breaks,
    });
    const [pause] = times.breaks;
    if (!pause) throw new Error('no break');
    const moved = { ...times, breaks: [{ ...pause, startedAt: '2025-10-26T02:15' }] };
    expect(timesToSend(moved, night.zone).breaks).toEqual([
      { startedAt: '2025-10-26T02:15', endedAt: '2025-10-26T02:00:00Z', paid: false },
    ]);
  });

  test('an hour that comes twice says which it is, and can be the other', () => {
    const late = { ...night, startedAt: '2025-10-26T01:10:05Z', breaks: [] };
    const times = timesOf(late);
    expect(times).toMatchObject({ startedAt: '2025-10-26T02:10', startedAtFold: 'later' });
    expect(timesToSend(times, late.zone).startedAt).toBe(late.startedAt);
    expect(timesToSend({ ...times, startedAtFold: 'earlier' }, late.zone)).toMatchObject({
      startedAt: '2025-10-26T02:10',
      startedAtFold: 'earlier',
    });
    const lordHowe = { ...late, zone: 'Australia/Lord_Howe', startedAt: '2026-04-04T14:45:00Z' };
    expect(timesOf(lordHowe)).toMatchObject({ startedAt: '2026-04-05T01:45', startedAtFold: 'earlier' });
  });

  test('what has not ended is offered the end of the shift, which is no moment yet', () => {
    const times = timesOf({ ...night, endedAt: null }, '2025-10-26T05:00:00Z');
    expect(timesToSend(times, night.zone)).toMatchObject({ endedAt: '2025-10-26T06:00' });
  });
});
