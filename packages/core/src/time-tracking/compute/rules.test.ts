import { describe, expect, test } from 'vitest';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import { compute, fact, planned, policy, told } from './facts.fixture.ts';
import { createZoneClock, zoneClock } from './zone-clock.rules.ts';

const at = (time: string, day = '01') => `2025-12-${day}T${time}:00Z`;
const day = (from: string, to: string, ...between: ReturnType<typeof fact>[]) => [
  fact('in', at(from)),
  ...between,
  fact('out', at(to)),
];
const pause = (from: string, to: string) => [fact('break_start', at(from)), fact('break_end', at(to))];
const hhmm = (ms: number | null | undefined) => ms && new Date(ms).toISOString().slice(11, 16);

describe('which shift', () => {
  const early = planned(at('08:00'), at('12:00'));
  const late = planned(at('12:00'), at('16:00'));
  test.each([
    ['05:59', null],
    ['06:00', early.id],
    ['10:59', early.id],
    // the windows [06, 12) and [10, 16) overlap from 10 to 12: eleven o'clock parts them
    ['11:00', late.id],
    ['15:59', late.id],
    ['16:00', null],
  ])('in at %s', (time, shiftId) => {
    const facts = [fact('in', at(time)), fact('out', at('18:00'))];
    expect(compute(facts, { shifts: [late, early] })[0]?.shiftId).toBe(shiftId);
  });
  test.each([
    ['07:55', 0],
    ['08:00', 0],
    ['08:29', 0],
    ['08:30', 1],
    ['09:00', 1],
  ])('an hour of work before a long shift: in at %s is for the %ith', (time, nr) => {
    const shifts = [planned(at('08:00'), at('09:00')), planned(at('09:00'), at('16:00'))];
    for (const earlyMinutes of [120, 720]) {
      const wide = policy({ match: { earlyMinutes, lateMinutes: 0 } });
      expect(compute([fact('in', at(time))], { ...wide, shifts })[0]?.shiftId).toBe(shifts[nr]?.id);
    }
  });
  test('wide late windows: who comes for the second hour has not come for the first', () => {
    const wide = policy({ match: { earlyMinutes: 720, lateMinutes: 720 } });
    const shifts = [planned(at('08:00'), at('09:00')), planned(at('09:00'), at('10:00'))];
    const shiftAt = (time: string) => compute([fact('in', at(time))], { ...wide, shifts })[0]?.shiftId;
    expect([shiftAt('08:00'), shiftAt('09:00')]).toEqual(shifts.map(({ id }) => id));
  });
  test('the late window reaches past the end; another place has no part in it', () => {
    const wider = policy({ match: { earlyMinutes: 0, lateMinutes: 30 } });
    expect(compute([fact('in', at('16:29'))], { ...wider, shifts: [late] })[0]?.shiftId).toBe(late.id);
    const elsewhere = fact('in', at('12:00'), { locationId: 'elsewhere' });
    expect(compute([elsewhere], { shifts: [late] })[0]?.shiftId).toBeNull();
  });
  test('a night shift and the morning after: the OUT stays with its IN', () => {
    const shifts = [planned(at('21:00'), at('05:00', '02')), planned(at('06:00', '02'), at('14:00', '02'))];
    const facts = [
      fact('in', at('20:55')),
      fact('out', at('05:10', '02')),
      fact('in', at('05:50', '02')),
      fact('out', at('14:00', '02')),
    ];
    expect(compute(facts, { shifts }).map(({ shiftId }) => shiftId)).toEqual(shifts.map(({ id }) => id));
  });
});

describe('rounding', () => {
  const shifts = [planned(at('08:00'), at('16:00'))];
  const rounding = {
    ...DEFAULT_TIME_POLICY.rounding,
    inEarly: { to: 'schedule' as const, withinMinutes: 30 },
    inLate: { to: 'nearest' as const, minutes: 10 as const },
    outEarly: { to: 'nearest' as const, minutes: 15 as const },
    outLate: { to: 'schedule' as const, withinMinutes: 10 },
  };
  test.each([
    ['07:45', '16:05', '08:00', '16:00'],
    ['07:29', '16:11', '07:29', '16:11'],
    ['08:04', '15:52', '08:00', '15:45'],
    ['08:05', '15:53', '08:10', '16:00'],
  ])('%s to %s counts from %s to %s, and what was punched is kept', (from, to, countedFrom, countedTo) => {
    const [entry] = compute(day(from, to), { ...policy({ rounding }), shifts });
    expect([hhmm(entry?.countedStart), hhmm(entry?.countedEnd)]).toEqual([countedFrom, countedTo]);
    expect([hhmm(entry?.start), hhmm(entry?.end)]).toEqual([from, to]);
  });
  test('by the wall clock, where it is a quarter of an hour off; never twice the same minute', () => {
    const nearest = { to: 'nearest' as const, minutes: 20 as const };
    const odd = policy({ rounding: { ...rounding, unscheduled: nearest } });
    // 08:00Z is 21:45 on Chatham
    const chatham = { zone: 'Pacific/Chatham' };
    const [entry] = compute([fact('in', at('08:00'), chatham), fact('out', at('12:00'), chatham)], odd);
    expect([hhmm(entry?.countedStart), hhmm(entry?.countedEnd)]).toEqual(['07:55', '11:55']);
    const toPlan = { to: 'schedule' as const, withinMinutes: 60 };
    const both = { ...rounding, inLate: toPlan, outEarly: toPlan };
    const again = [...day('08:20', '15:30'), fact('in', at('15:40')), fact('out', at('16:00'))];
    const counted = compute(again, { ...policy({ rounding: both }), shifts });
    expect(counted.map(({ workedMinutes }) => workedMinutes)).toEqual([480, 0]);
  });
});

describe('breaks', () => {
  const rules = [
    { afterMinutes: 360, minutes: 30, paid: false },
    { afterMinutes: 540, minutes: 45, paid: false },
  ];
  const minutes = (
    mode: 'punched' | 'at_least' | 'deducted',
    paid: boolean,
    ...facts: ReturnType<typeof fact>[]
  ) => told(compute(facts, policy({ breaks: { mode, paid, rules } })))[0]?.slice(26);
  test.each([
    ['as punched', 'punched', false, day('08:00', '16:00', ...pause('12:00', '12:20')), '460 break_short'],
    ['paid ones cost nothing', 'punched', true, day('08:00', '16:00', ...pause('12:00', '12:30')), '480'],
    [
      'what is missing is taken off',
      'at_least',
      false,
      day('08:00', '16:00', ...pause('12:00', '12:20')),
      '450 break_short',
    ],
    ['none at all', 'at_least', false, day('08:00', '18:00'), '555 no_break'],
    [
      'a break is no work: nine hours of it and half an hour off need no more',
      'at_least',
      false,
      day('08:00', '17:30', ...pause('12:00', '12:30')),
      '540',
    ],
    [
      'a paid one is work',
      'punched',
      true,
      day('08:00', '17:30', ...pause('12:00', '12:30')),
      '570 break_short',
    ],
    ['six hours need none', 'at_least', false, day('08:00', '14:00'), '360'],
    ['the rule alone', 'deducted', false, day('08:00', '16:00', ...pause('12:00', '13:00')), '450'],
  ] as const)('%s', (_, mode, paid, facts, result) => expect(minutes(mode, paid, ...facts)).toBe(result));
});

test('over- and under-time are lines of their own, also for a day in two halves', () => {
  const shifts = [planned(at('08:00'), at('16:00'))];
  const halves = [...day('07:45', '12:00'), fact('in', at('12:30')), fact('out', at('16:20'))];
  const lines = compute(halves, { shifts }).map(({ deviations }) =>
    deviations.map(({ kind, minutes }) => `${kind} ${minutes}`),
  );
  expect(lines).toEqual([['early_in 15'], ['late_in 30', 'late_out 20']]);
  expect(compute(day('08:10', '15:00'), { shifts })[0]?.deviations.map(({ kind }) => kind)).toEqual([
    'late_in',
    'early_out',
  ]);
  expect(compute(day('08:00', '09:00'))[0]?.deviations).toMatchObject([{ kind: 'unscheduled', minutes: 60 }]);
});

describe('the longest that may be worked', () => {
  test('ends what counts, keeps what was punched, and gives way to a longer shift', () => {
    const most = policy({ maximum: { minutes: 600, mode: 'end' } });
    const [entry] = compute(day('08:00', '20:00'), most);
    expect([entry?.workedMinutes, hhmm(entry?.end), hhmm(entry?.countedEnd)]).toEqual([
      600,
      '20:00',
      '18:00',
    ]);
    expect(entry?.flags).toContain('over_max');
    const shifts = [planned(at('08:00'), at('19:30'))];
    expect(compute(day('08:00', '20:00'), { ...most, shifts })[0]?.workedMinutes).toBe(690);
  });
});

describe('the business day of a night', () => {
  // 22:00 to 06:00 in Copenhagen
  const night = (overnight: 'day_starts' | 'day_ends' | 'most_worked' | 'split', to = '05:00') =>
    compute([fact('in', at('21:00')), fact('out', at(to, '02'))], policy({ overnight }))[0];
  test.each([
    ['day_starts', '2025-12-01', [480]],
    ['day_ends', '2025-12-02', [480]],
    ['most_worked', '2025-12-02', [480]],
    ['split', '2025-12-01', [120, 360]],
  ] as const)('%s', (mode, localDate, days) => {
    const entry = night(mode);
    expect([entry?.localDate, entry?.days.map(({ minutes }) => minutes)]).toEqual([localDate, days]);
  });
  test('an end at midnight belongs to the day that ends', () => {
    const until = compute(
      [fact('in', at('15:00')), fact('out', at('23:00'))],
      policy({ overnight: 'day_ends' }),
    );
    expect(until[0]).toMatchObject({ localDate: '2025-12-01' });
  });
});

describe('zones', () => {
  test.each([
    ['23 hours', 'Europe/Copenhagen', '2026-03-28T23:00:00Z', '2026-03-29T22:00:00Z', 23],
    ['25 hours', 'Europe/Copenhagen', '2025-10-25T22:00:00Z', '2025-10-26T23:00:00Z', 25],
    ['half an hour more', 'Australia/Lord_Howe', '2026-04-04T13:00:00Z', '2026-04-05T13:30:00Z', 24.5],
    ['half an hour less', 'Australia/Lord_Howe', '2025-10-04T13:30:00Z', '2025-10-05T13:00:00Z', 23.5],
    ['Chatham', 'Pacific/Chatham', '2025-12-01T10:15:00Z', '2025-12-02T10:15:00Z', 24],
    ['Eucla', 'Australia/Eucla', '2025-11-30T15:15:00Z', '2025-12-01T15:15:00Z', 24],
  ])('a whole day of %s in %s is one business day', (_, zone, from, to, hours) => {
    const long = policy({ overnight: 'split', maximum: { minutes: 2000, mode: 'end' } });
    const [entry] = compute([fact('in', from, { zone }), fact('out', to, { zone })], long);
    expect(entry?.days.map(({ minutes }) => minutes)).toEqual([hours * 60]);
    expect(zoneClock.dayStart(zone, entry?.localDate ?? '')).toBe(Date.parse(from));
  });

  test('a rule of the zone that changes later moves days, never hours', () => {
    const later = createZoneClock((zone, instant) => zoneClock.offset(zone, instant) + 3_600_000);
    const facts = [fact('in', at('15:00')), fact('out', at('23:30'))];
    const split = policy({ overnight: 'split' });
    const [before] = compute(facts, split);
    const [after] = compute(facts, { ...split, clock: later });
    expect(before?.days.map(({ minutes }) => minutes)).toEqual([480, 30]);
    expect(after?.days.map(({ minutes }) => minutes)).toEqual([420, 90]);
    expect([after?.workedMinutes, after?.start, after?.end]).toEqual([
      before?.workedMinutes,
      before?.start,
      before?.end,
    ]);
  });
});
