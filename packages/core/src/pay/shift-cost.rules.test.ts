import * as fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, test } from 'vitest';
import { shiftMinutes } from '../shifts/shift.rules.ts';
import { costOfShift, rateOn, type PaidShift, type Rate } from './shift-cost.rules.ts';

const ZONE = 'Europe/Copenhagen';
const at = (local: string, zone = ZONE) =>
  Temporal.PlainDateTime.from(local).toZonedDateTime(zone).toInstant().toString();
const shift = (from: string, to: string, more: Partial<PaidShift> = {}): PaidShift => ({
  startsAt: at(from, more.zone),
  endsAt: at(to, more.zone),
  zone: ZONE,
  localDate: from.slice(0, 10),
  breaks: [],
  ...more,
});
const flat = (hourlyMinor: number): Rate[] => [{ from: '2020-01-01', to: null, hourlyMinor }];
/** 100.00 an hour, 120.00 from 2 December on. */
const raised: Rate[] = [
  { from: '2020-01-01', to: '2025-12-02', hourlyMinor: 10_000 },
  { from: '2025-12-02', to: null, hourlyMinor: 12_000 },
];
const night = (breaks: PaidShift['breaks'] = []) => shift('2025-12-01T22:00', '2025-12-02T06:00', { breaks });

describe('the rate of a day', () => {
  test('is half-open', () => {
    expect(rateOn(raised, '2025-12-01')?.hourlyMinor).toBe(10_000);
    expect(rateOn(raised, '2025-12-02')?.hourlyMinor).toBe(12_000);
    expect(rateOn(raised, '2019-12-31')).toBeUndefined();
  });
  test('of the position comes before that of all positions', () => {
    const rates = [
      ...flat(10_000),
      { from: '2025-12-02', to: null, hourlyMinor: 15_000, positionId: 'chef' },
    ];
    expect(rateOn(rates, '2025-12-02', 'chef')?.hourlyMinor).toBe(15_000);
    expect(rateOn(rates, '2025-12-01', 'chef')?.hourlyMinor).toBe(10_000);
    expect(rateOn(rates, '2025-12-02', 'waiter')?.hourlyMinor).toBe(10_000);
  });
});

describe('cost', () => {
  test('rounds half up, once per shift', () => {
    expect(costOfShift(shift('2025-12-01T09:00', '2025-12-01T09:30'), flat(10_001))).toBe(5001);
    expect(costOfShift(shift('2025-12-01T09:00', '2025-12-01T10:30'), flat(10_001))).toBe(15_002);
  });
  test.each([
    ['a raise at midnight parts a night shift', night(), 2 * 10_000 + 6 * 12_000],
    [
      'an unpaid break after midnight is taken from the dearer day',
      night([{ minutes: 60, paid: false, startsAt: at('2025-12-02T01:00') }]),
      2 * 10_000 + 5 * 12_000,
    ],
    [
      'a break over midnight is taken from both',
      night([{ minutes: 60, paid: false, startsAt: at('2025-12-01T23:30') }]),
      1.5 * 10_000 + 5.5 * 12_000,
    ],
    [
      'one without a time is taken in proportion',
      night([{ minutes: 60, paid: false }]),
      ((2 * 10_000 + 6 * 12_000) * 7) / 8,
    ],
    ['a paid one costs', night([{ minutes: 60, paid: true }]), 2 * 10_000 + 6 * 12_000],
    ['to midnight exactly is one day', shift('2025-12-01T16:00', '2025-12-02T00:00'), 8 * 10_000],
    ['from midnight on is the other', shift('2025-12-02T00:00', '2025-12-02T08:00'), 8 * 12_000],
  ])('%s', (_, one, expected) => {
    expect(costOfShift(one, raised)).toBe(expected);
  });
  test('the clocks going forward or back are an hour less or more', () => {
    expect(costOfShift(shift('2026-03-28T22:00', '2026-03-29T06:00'), flat(10_000))).toBe(7 * 10_000);
    expect(costOfShift(shift('2026-10-24T22:00', '2026-10-25T06:00'), flat(10_000))).toBe(9 * 10_000);
    const lordHowe = { zone: 'Australia/Lord_Howe' };
    expect(costOfShift(shift('2026-04-04T22:00', '2026-04-05T06:00', lordHowe), flat(10_000))).toBe(85_000);
  });
  test('midnight is that of the zone, also where the clocks jump over it', () => {
    const gap = shift('2024-03-30T20:00', '2024-03-31T04:00', { zone: 'Asia/Beirut' });
    const rates = [
      { from: '2024-03-31', to: null, hourlyMinor: 20_000 },
      { from: '2020-01-01', to: '2024-03-31', hourlyMinor: 10_000 },
    ];
    // the night has no hour from 0 to 1
    expect(costOfShift(gap, rates)).toBe(4 * 10_000 + 3 * 20_000);
  });
  test('a day without a rate makes the cost unknown, also if it is the second', () => {
    expect(costOfShift(night(), [{ from: '2020-01-01', to: '2025-12-02', hourlyMinor: 1 }])).toBeNull();
    expect(costOfShift(night(), [{ from: '2025-12-02', to: null, hourlyMinor: 1 }])).toBeNull();
    expect(costOfShift(night(), [])).toBeNull();
  });
});

const parts = fc.record({
  start: fc.integer({ min: 0, max: 60 * 24 * 400 }),
  minutes: fc.integer({ min: 1, max: 24 * 60 }),
  pause: fc.integer({ min: 1, max: 240 }),
  timed: fc.boolean(),
  paid: fc.boolean(),
  zone: fc.constantFrom(
    ZONE,
    'Australia/Lord_Howe',
    'Pacific/Chatham',
    'America/New_York',
    'UTC',
    'Asia/Beirut',
  ),
  rate: fc.integer({ min: 0, max: 100_000_000 }),
});

const made = fc.tuple(parts, fc.double({ min: 0, max: 1, noNaN: true })).map(([one, share]) => {
  const from = Date.parse('2025-01-01T00:00:00Z') + one.start * 60_000;
  const pause = Math.min(one.pause, one.minutes - 1);
  const offset = Math.floor(share * (one.minutes - pause));
  const startsAt = new Date(from).toISOString();
  const breaks =
    pause > 0
      ? [
          {
            minutes: pause,
            paid: one.paid,
            startsAt: one.timed ? new Date(from + offset * 60_000).toISOString() : null,
          },
        ]
      : [];
  return {
    rate: one.rate,
    shift: {
      startsAt,
      endsAt: new Date(from + one.minutes * 60_000).toISOString(),
      zone: one.zone,
      localDate: Temporal.Instant.from(startsAt).toZonedDateTimeISO(one.zone).toPlainDate().toString(),
      breaks,
    },
  };
});

describe('whatever the shift', () => {
  test('one rate: paid minutes times the rate, to half a minor unit', () => {
    fc.assert(
      fc.property(made, ({ shift: one, rate }) => {
        const { paidMinutes } = shiftMinutes(one);
        expect(costOfShift(one, flat(rate))).toBe(
          Number((BigInt(paidMinutes * 2) * BigInt(rate) + 60n) / 120n),
        );
      }),
    );
  });
  test('a rate cut into many of the same amount costs the same', () => {
    fc.assert(
      fc.property(made, ({ shift: one, rate }) => {
        const cut = Array.from({ length: 430 }, (_, day): Rate => {
          const on = Temporal.PlainDate.from('2024-12-30').add({ days: day });
          return { from: on.toString(), to: on.add({ days: 1 }).toString(), hourlyMinor: rate };
        });
        expect(costOfShift(one, cut)).toBe(costOfShift(one, flat(rate)));
      }),
      { numRuns: 50 },
    );
  });
  test('a raise at midnight lies between all at the old and all at the new rate', () => {
    fc.assert(
      fc.property(made, fc.integer({ min: 0, max: 50_000 }), ({ shift: one, rate }, more) => {
        const next = Temporal.PlainDate.from(one.localDate).add({ days: 1 }).toString();
        const cost = costOfShift(one, [
          { from: '2020-01-01', to: next, hourlyMinor: rate },
          { from: next, to: null, hourlyMinor: rate + more },
        ]);
        expect(cost).toBeGreaterThanOrEqual(costOfShift(one, flat(rate)) ?? 0);
        expect(cost).toBeLessThanOrEqual(costOfShift(one, flat(rate + more)) ?? 0);
      }),
    );
  });
});
