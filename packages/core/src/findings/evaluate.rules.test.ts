import { describe, expect, test } from 'vitest';
import { days, EVER, person, planned, world } from './fixtures.ts';
import { dayOf, type PersonFacts, type PlannedFact, type RuleWorld } from './facts.rules.ts';
import { evaluate, evaluateShift } from './evaluate.rules.ts';

const said = (shifts: PlannedFact[], who: PersonFacts = person(), how: RuleWorld = world()): string[] =>
  evaluate(who, shifts, how).map((one) => `${one.rule} ${one.actual}/${one.limit}`);
const paid = (minutes: number) => ({ paidMinutes: minutes });

describe('two shifts of one person', () => {
  test.each([
    ['adjacent', ['2025-12-01 09:00', '13:00'], ['2025-12-01 13:00', '17:00'], []],
    ['one minute of both', ['2025-12-01 09:00', '13:01'], ['2025-12-01 13:00', '17:00'], ['overlap 1/0']],
    ['one in the other', ['2025-12-01 09:00', '17:00'], ['2025-12-01 10:00', '11:00'], ['overlap 60/0']],
    ['the night reaches in', ['2025-12-01 22:00', '06:00'], ['2025-12-02 05:00', '09:00'], ['overlap 60/0']],
    ['until midnight, then from it', ['2025-12-01 16:00', '00:00'], ['2025-12-02 00:00', '04:00'], []],
    // the same day of two months, and neighbours over the turn of month and year
    ['a month apart', ['2025-11-15 09:00', '17:00'], ['2025-12-15 09:00', '17:00'], []],
    ['over a year', ['2025-12-31 22:00', '06:00'], ['2026-01-01 05:30', '09:00'], ['overlap 30/0']],
    [
      'rest over a month',
      ['2025-11-30 14:00', '23:00'],
      ['2025-12-01 07:00', '15:00'],
      ['rest_short 480/660'],
    ],
    ['rest of 11 hours', ['2025-12-01 12:00', '20:00'], ['2025-12-02 07:00', '15:00'], []],
    ['a minute less', ['2025-12-01 12:00', '20:01'], ['2025-12-02 07:00', '15:00'], ['rest_short 659/660']],
    ['a split day', ['2025-12-01 08:00', '12:00'], ['2025-12-01 17:00', '21:00'], []],
    [
      'a night, and the next day',
      ['2025-12-01 22:00', '06:00'],
      ['2025-12-02 14:00', '18:00'],
      ['rest_short 480/660'],
    ],
  ] as const)('%s', (_, first, second, expected) => {
    const shifts = [planned(first[0], first[1]), planned(second[0], second[1], { id: 'second' })];
    expect(said(shifts)).toEqual(expected);
    expect(said(shifts.toReversed())).toEqual(expected);
  });

  test('a day on which the location is closed: the day it starts on counts', () => {
    const closed = new Map([['here', new Set([dayOf('2025-12-07')])]]);
    const how = world({ closed });
    const sunday = dayOf('2025-12-07');
    expect(said([planned('2025-12-07 09:00', '13:00')], person(), how)).toEqual([
      `closed_day ${sunday}/null`,
    ]);
    expect(said([planned('2025-12-06 22:00', '06:00')], person(), how)).toEqual([]);
    expect(said([planned('2025-12-07 23:30', '06:00')], person(), how)).toEqual([
      `closed_day ${sunday}/null`,
    ]);
    expect(said([planned('2025-12-07 09:00', '13:00', { locationId: 'there' })], person(), how)).toEqual([]);
    const [finding] = evaluateShift(person(), [], planned('2025-12-07 09:00', '13:00'), how);
    expect(finding).toMatchObject({ rule: 'closed_day', severity: 'warn', reason: false });
  });

  test('at two locations it is a double booking', () => {
    const [finding] = evaluate(
      person(),
      [
        planned('2025-12-01 09:00', '17:00'),
        planned('2025-12-01 16:00', '20:00', { id: 'there', locationId: 'there' }),
      ],
      world(),
    );
    expect(finding).toMatchObject({
      rule: 'double_booking',
      severity: 'block',
      shiftIds: ['2025-12-01 09:00', 'there'],
      from: Date.parse('2025-12-01T15:00:00Z'),
      to: Date.parse('2025-12-01T16:00:00Z'),
      actual: 60,
    });
  });

  test('all pairs, not only neighbours', () => {
    const three = ['09:00', '10:00', '11:00'].map((at) => planned(`2025-12-01 ${at}`, '17:00'));
    expect(said(three)).toHaveLength(3);
  });

  test('what adjacent shifts make one stretch is rested from as one', () => {
    const night = [planned('2025-12-01 20:00', '00:00'), planned('2025-12-02 00:00', '04:00')];
    expect(said([...night, planned('2025-12-02 12:00', '16:00')])).toEqual(['rest_short 480/660']);
  });
});

describe('the nights the clocks change, and odd zones', () => {
  test.each([
    // 20:00 to 07:00 is 11 hours by the clock on the wall
    [
      'spring forward takes an hour of rest',
      '2026-03-28',
      '2026-03-29',
      'Europe/Copenhagen',
      ['rest_short 600/660'],
    ],
    ['autumn back gives one', '2025-10-25', '2025-10-26', 'Europe/Copenhagen', []],
    [
      'Lord Howe moves by half an hour',
      '2025-10-04',
      '2025-10-05',
      'Australia/Lord_Howe',
      ['rest_short 630/660'],
    ],
    ['Chatham', '2025-09-27', '2025-09-28', 'Pacific/Chatham', ['rest_short 600/660']],
    ['Eucla has none', '2025-10-04', '2025-10-05', 'Australia/Eucla', []],
  ] as const)('%s', (_, evening, morning, zone, expected) => {
    expect(
      said([planned(`${evening} 12:00`, '20:00', { zone }), planned(`${morning} 07:00`, '15:00', { zone })]),
    ).toEqual(expected);
  });

  test('a night shift overlaps by what really passes', () => {
    const night = planned('2026-03-28 22:00', '06:00');
    expect(night.paidMinutes).toBe(7 * 60);
    const both = [night, planned('2026-03-29 01:00', '04:00', { id: 'extra' })];
    expect(said(both)).toEqual(['overlap 120/0']);
  });
});

describe('what is on file', () => {
  const shift = planned('2025-12-31 22:00', '06:00', { positionId: 'bar' });
  const bar = (spans: PersonFacts['positions']) => person({ positions: spans });
  const held = new Map([['bar', [EVER]]]);
  test.each([
    [
      'left before',
      person({ deactivated: true, lastDay: dayOf('2025-12-30'), positions: held }),
      ['inactive'],
    ],
    ['the last day', person({ deactivated: true, lastDay: dayOf('2025-12-31'), positions: held }), []],
    ['left, nobody knows when', person({ deactivated: true, positions: held }), ['inactive']],
    ['no contract on file at all', person({ contracts: [], positions: held }), []],
    [
      'before the contract',
      person({ contracts: [{ ...days('2026-01-01', null), minutesPerWeek: null }], positions: held }),
      ['outside_contract'],
    ],
    [
      'after it',
      person({ contracts: [{ ...days('2025-01-01', '2025-12-31'), minutesPerWeek: null }], positions: held }),
      ['outside_contract'],
    ],
    [
      'its last day',
      person({ contracts: [{ ...days('2025-01-01', '2026-01-01'), minutesPerWeek: null }], positions: held }),
      [],
    ],
    ['a position never held', bar(new Map()), ['position_missing']],
    [
      'held until the day before',
      bar(new Map([['bar', [days('2025-01-01', '2025-12-31')]]])),
      ['position_expired'],
    ],
    ['held until the day itself', bar(new Map([['bar', [days('2025-01-01', '2026-01-01')]]])), []],
  ] as const)('%s', (_, who, rules) => {
    expect(evaluate(who, [shift], world()).map((one) => one.rule)).toEqual(rules);
  });

  const asks = world({ required: new Map([['bar', ['licence']]]) });
  test.each([
    ['never held', [], 'skill_missing', null],
    ['ended before', [days('2024-01-01', '2025-06-01')], 'skill_expired', '2025-05-31'],
    ['ends at midnight, inside the shift', [days('2024-01-01', '2026-01-01')], 'skill_expired', '2025-12-31'],
    ['renewed in time', [days('2024-01-01', '2026-01-01'), days('2026-01-01', null)], undefined, null],
    ['begins later', [days('2026-01-01', null)], 'skill_expired', '2026-01-01'],
  ] as const)('a skill %s', (_, spans, rule, limit) => {
    const who = person({ positions: held, skills: new Map(spans.length ? [['licence', spans]] : []) });
    const [finding] = evaluate(who, [shift], asks);
    expect(finding?.rule).toBe(rule);
    if (rule)
      expect(finding).toMatchObject({
        severity: 'warn',
        reason: true,
        subjectId: 'licence',
        limit: limit && dayOf(limit),
      });
  });
});

describe('hours of a week', () => {
  const week = (count: number, first = '2025-12-01', minutes = 480) =>
    Array.from({ length: count }, (_, nr) =>
      planned(
        `${first.slice(0, 8)}${String(Number(first.slice(8)) + nr).padStart(2, '0')} 08:00`,
        '16:00',
        paid(minutes),
      ),
    );
  const contract = (minutesPerWeek: number | null, span = EVER) => ({ ...span, minutesPerWeek });

  test('over the contract and over what is allowed at all', () => {
    expect(said(week(4))).toEqual([]);
    expect(said(week(5))).toEqual(['over_contracted 2400/2220']);
    expect(said(week(6, '2025-12-01', 481))).toEqual(['over_maximum 2886/2880', 'over_contracted 2886/2220']);
    expect(said(week(6), person({ contracts: [contract(2880)] }))).toEqual([]);
    expect(said(week(6), person({ contracts: [contract(null)] }))).toEqual([]);
  });

  test('a change in mid-week counts for its days', () => {
    const contracts = [
      contract(37 * 60, days('2020-01-01', '2025-12-04')),
      contract(20 * 60, days('2025-12-04', null)),
    ];
    // 3 days of 37 hours and 4 of 20
    expect(said(week(4, '2025-12-01', 410), person({ contracts }))).toEqual(['over_contracted 1640/1637']);
    expect(said(week(4, '2025-12-01', 409), person({ contracts }))).toEqual([]);
  });

  test('the week begins where the organisation says', () => {
    const shifts = [...week(3, '2025-12-04', 700), planned('2025-12-07 08:00', '20:00', paid(700))];
    expect(said(shifts)).toContain('over_contracted 2800/2220');
    expect(said(shifts, person(), world({ weekStart: 7 })).filter((one) => one.startsWith('over'))).toEqual(
      [],
    );
  });

  test('the night from Sunday belongs to the week it starts in; the window is that week', () => {
    const shifts = [...week(5, '2025-12-01', 440), planned('2025-12-07 22:00', '06:00')];
    expect(evaluate(person(), shifts, world())).toMatchObject([
      { rule: 'over_contracted', startDay: dayOf('2025-12-01'), endDay: dayOf('2025-12-07'), actual: 2680 },
    ]);
  });
});

test('who has been deactivated keeps the shifts up to the last day, but is given none', () => {
  const left = person({ deactivated: true, lastDay: dayOf('2025-12-05') });
  const shift = planned('2025-12-04 09:00', '17:00');
  expect(said([shift], left)).toEqual([]);
  expect(evaluateShift(left, [], shift, world()).map((one) => one.rule)).toEqual(['inactive']);
});

test('a shift is laid over the others in place of its former self', () => {
  const before = planned('2025-12-01 09:00', '17:00', { id: 'moved' });
  const other = planned('2025-12-03 12:00', '20:00');
  const moved = { ...planned('2025-12-03 16:00', '22:00'), id: 'moved' };
  expect(evaluateShift(person(), [before, other], moved, world()).map((one) => one.rule)).toEqual([
    'overlap',
  ]);
  expect(evaluateShift(person(), [before, other], { ...before, to: before.to + 1 }, world())).toEqual([]);
});
