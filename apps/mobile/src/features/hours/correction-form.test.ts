import { ProposeCorrectionSchema } from '@vaktplan/contracts/http/timesheet-corrections';
import { describe, expect, test } from 'vitest';
import { correctionOf, endsNextDay, fieldsOf, type CorrectionFields } from './correction-form';

const ZONE = 'Europe/Copenhagen';
const at = (text: string) => Date.parse(text);
const place = { locationId: '00000001-0000-7000-8000-000000000001' };
const fields = (more: Partial<CorrectionFields> = {}): CorrectionFields => ({
  date: '2026-03-02',
  start: '08:00',
  end: '16:30',
  startFold: null,
  endFold: null,
  breaks: [{ start: '12:00', end: '12:30' }],
  comment: 'I forgot to clock out',
  ...more,
});

describe('what the form shows', () => {
  const entry = {
    startedAt: at('2026-03-01T22:15:59Z'),
    endedAt: at('2026-03-02T06:00:00Z'),
    breaks: [{ startedAt: at('2026-03-02T01:00:00Z'), endedAt: null }],
  };
  test('times of the workplace, whatever the zone of the phone', () => {
    expect(fieldsOf(entry, 'Europe/Copenhagen', '2026-05-05')).toEqual({
      date: '2026-03-01',
      start: '23:15',
      end: '07:00',
      startFold: null,
      endFold: null,
      breaks: [{ start: '02:00', end: '', was: entry.breaks[0] }],
      comment: '',
    });
  });
  test('nothing but today for work that was never punched', () => {
    expect(fieldsOf(null, undefined, '2026-05-05')).toMatchObject({
      date: '2026-05-05',
      start: '',
      breaks: [],
    });
  });
});

describe('what is sent', () => {
  test('wall-clock times as the contract takes them', () => {
    const body = correctionOf(fields(), place, ZONE);
    expect(body).toEqual({
      target: place,
      startedAt: '2026-03-02T08:00',
      endedAt: '2026-03-02T16:30',
      breaks: [{ startedAt: '2026-03-02T12:00', endedAt: '2026-03-02T12:30' }],
      comment: 'I forgot to clock out',
    });
    const { target, ...rest } = body as Extract<typeof body, { target: unknown }>;
    expect(ProposeCorrectionSchema.safeParse({ ...target, ...rest }).success).toBe(true);
  });
  test('over midnight, and over the end of a month', () => {
    const night = fields({
      date: '2026-02-28',
      start: '22:00',
      end: '06:00',
      breaks: [
        { start: '23:45', end: '00:15' },
        { start: '03:00', end: '03:30' },
      ],
    });
    expect(endsNextDay(night, ZONE)).toBe(true);
    expect(correctionOf(night, place, ZONE)).toMatchObject({
      startedAt: '2026-02-28T22:00',
      endedAt: '2026-03-01T06:00',
      breaks: [
        { startedAt: '2026-02-28T23:45', endedAt: '2026-03-01T00:15' },
        { startedAt: '2026-03-01T03:00', endedAt: '2026-03-01T03:30' },
      ],
    });
  });
  test.each<[Partial<CorrectionFields>, string]>([
    [{ date: '2.3.2026' }, 'bad_date'],
    [{ date: '2026-13-02' }, 'bad_date'],
    [{ start: '8' }, 'bad_time'],
    [{ end: '24:00' }, 'bad_time'],
    [{ breaks: [{ start: '12:00', end: '' }] }, 'bad_time'],
    [{ end: '08:00' }, 'bad_end'],
    [{ comment: ' \n' }, 'bad_comment'],
    [{ breaks: [{ start: '07:00', end: '07:30' }] }, 'bad_break'],
    [{ breaks: [{ start: '16:00', end: '17:00' }] }, 'bad_break'],
    [{ breaks: [{ start: '12:30', end: '12:00' }] }, 'bad_break'],
  ])('not %j', (change, fault) => {
    expect(correctionOf(fields(change), place, ZONE)).toEqual({ fault });
  });
  test('not without a place', () =>
    expect(correctionOf(fields(), null, ZONE)).toEqual({ fault: 'bad_place' }));
});

describe('the nights when the clocks change', () => {
  const october = (more: Partial<CorrectionFields>) =>
    fields({ date: '2026-10-25', start: '02:30', end: '08:00', breaks: [], ...more });

  test('an hour that comes twice is asked for, and said', () => {
    expect(correctionOf(october({}), place, ZONE)).toEqual({ fault: 'which_time' });
    expect(correctionOf(october({ startFold: 'later' }), place, ZONE)).toMatchObject({
      startedAt: '2026-10-25T02:30',
      startedAtFold: 'later',
      endedAt: '2026-10-25T08:00',
    });
    const ending = october({ date: '2026-10-24', start: '20:00', end: '02:30', endFold: 'earlier' });
    expect(correctionOf(ending, place, ZONE)).toMatchObject({
      endedAt: '2026-10-25T02:30',
      endedAtFold: 'earlier',
    });
  });
  test('from the first time to the second is an hour, the other way round is none', () => {
    const hour = { end: '02:30', startFold: 'earlier', endFold: 'later' } as const;
    expect(correctionOf(october(hour), place, ZONE)).not.toHaveProperty('fault');
    expect(correctionOf(october({ ...hour, end: '02:10' }), place, ZONE)).toMatchObject({
      endedAt: '2026-10-25T02:10',
    });
    const back = october({ end: '02:30', startFold: 'later', endFold: 'earlier' });
    expect(correctionOf(back, place, ZONE)).toEqual({ fault: 'bad_end' });
  });
  test('what was said once and does not come twice on another day is not sent', () => {
    const other = fields({ startFold: 'later', endFold: 'earlier' });
    expect(Object.keys(correctionOf(other, place, ZONE))).not.toContain('startedAtFold');
  });
  test('a break in it stays the one it was, and paid if it was', () => {
    const entry = {
      startedAt: at('2026-10-24T20:00:00Z'),
      endedAt: at('2026-10-25T05:00:00Z'),
      breaks: [{ startedAt: at('2026-10-25T01:30:00Z'), endedAt: at('2026-10-25T02:00:00Z'), paid: true }],
    };
    const shown = { ...fieldsOf(entry, ZONE, '2026-10-25'), end: '06:30', comment: 'Later' };
    expect(correctionOf(shown, place, ZONE)).toMatchObject({
      endedAt: '2026-10-25T06:30',
      breaks: [{ startedAt: '2026-10-25T01:30:00.000Z', endedAt: '2026-10-25T02:00:00.000Z', paid: true }],
    });
    const [pause] = shown.breaks;
    const moved = {
      ...shown,
      breaks: [{ start: '03:00', end: '03:30', ...(pause?.was && { was: pause.was }) }],
    };
    expect(correctionOf(moved, place, ZONE)).toMatchObject({
      breaks: [{ startedAt: '2026-10-25T03:00', endedAt: '2026-10-25T03:30', paid: true }],
    });
  });
  test('a time that the clocks leave out is none', () => {
    const spring = fields({ date: '2026-03-29', start: '02:30', end: '08:00', breaks: [] });
    expect(correctionOf(spring, place, ZONE)).toEqual({ fault: 'no_such_time' });
  });
  test('hours of that night are shown with the time they were', () => {
    const entry = {
      startedAt: at('2026-10-25T01:30:00Z'),
      endedAt: at('2026-10-25T06:00:00Z'),
      breaks: [],
    };
    expect(fieldsOf(entry, ZONE, '2026-05-05')).toMatchObject({
      start: '02:30',
      startFold: 'later',
      endFold: null,
    });
    const before = { ...entry, startedAt: at('2026-10-25T00:30:40Z') };
    expect(fieldsOf(before, ZONE, '2026-05-05')).toMatchObject({ start: '02:30', startFold: 'earlier' });
  });
});
