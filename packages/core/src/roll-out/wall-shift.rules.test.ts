import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { describe, expect, it } from 'vitest';
import { movedByDays, placedIn, wallFrom, wallOf, type WallShift } from './wall-shift.rules.ts';

const COPENHAGEN = 'Europe/Copenhagen';
const wall = (start: string, end: string, breaks: WallShift['breaks'] = []): WallShift => ({
  start: Temporal.PlainDateTime.from(start),
  end: Temporal.PlainDateTime.from(end),
  breaks,
});
const kinds = (shift: ReturnType<typeof placedIn>) => shift.clock.map((note) => note.kind);
const text = ({ start, end, breaks }: WallShift) => [
  start.toString(),
  end.toString(),
  breaks.map((pause) => pause.start?.toString() ?? null),
];

describe('nights on which clocks change', () => {
  it('09:00 stays 09:00 when a week is copied over either change', () => {
    for (const [from, days] of [
      ['2025-10-20', 7],
      ['2026-03-23', 7],
    ] as const) {
      const shift = placedIn(wall(`${from}T09:00`, `${from}T17:00`), COPENHAGEN);
      const copied = placedIn(movedByDays(wallOf(shift, COPENHAGEN), days), COPENHAGEN);
      expect(copied.clock).toEqual([]);
      expect(wallOf(copied, COPENHAGEN).start.toPlainTime().toString()).toBe('09:00:00');
    }
  });

  it('a night shift is an hour shorter in spring and longer in autumn, and says so', () => {
    const spring = placedIn(wall('2026-03-28T22:00', '2026-03-29T06:00'), COPENHAGEN);
    expect(spring).toMatchObject({ startsAt: '2026-03-28T21:00:00Z', endsAt: '2026-03-29T04:00:00Z' });
    expect(spring.clock).toEqual([{ kind: 'shorter', detail: 'Lasts 7 h that night instead of 8 h.' }]);
    const autumn = placedIn(wall('2026-10-24T22:00', '2026-10-25T06:00'), COPENHAGEN);
    expect(autumn.clock).toEqual([{ kind: 'longer', detail: 'Lasts 9 h that night instead of 8 h.' }]);
  });

  it('a start that does not exist moves by the gap; one that happens twice is the earlier', () => {
    const spring = placedIn(wall('2026-03-29T02:30', '2026-03-29T08:00'), COPENHAGEN);
    expect(spring.startsAt).toBe('2026-03-29T01:30:00Z');
    expect(kinds(spring)).toEqual(['gap', 'shorter']);
    expect(spring.clock[0]?.detail).toBe('02:30 does not exist on 2026-03-29; it becomes 03:30.');
    const autumn = placedIn(wall('2026-10-25T02:30', '2026-10-25T08:00'), COPENHAGEN);
    expect(autumn.startsAt).toBe('2026-10-25T00:30:00Z');
    expect(kinds(autumn)).toEqual(['overlap', 'longer']);
  });

  it('a shift that lies in the gap altogether keeps its length', () => {
    const lost = placedIn(wall('2026-03-29T02:15', '2026-03-29T02:45'), COPENHAGEN);
    expect(Date.parse(lost.endsAt) - Date.parse(lost.startsAt)).toBe(30 * 60_000);
  });

  it('half an hour on Lord Howe, and Chatham in its odd offset', () => {
    // 4 October 2026, 02:00 -> 02:30
    const howe = placedIn(wall('2026-10-03T22:00', '2026-10-04T06:00'), 'Australia/Lord_Howe');
    expect(howe.clock).toEqual([{ kind: 'shorter', detail: 'Lasts 7 h 30 min that night instead of 8 h.' }]);
    // 27 September 2026, 02:45 -> 03:45
    const chatham = placedIn(wall('2026-09-27T02:50', '2026-09-27T09:00'), 'Pacific/Chatham');
    expect(kinds(chatham)).toEqual(['gap', 'shorter']);
    expect(wallOf(chatham, 'Pacific/Chatham').start.toString()).toBe('2026-09-27T03:50:00');
  });

  it('a timed break keeps its wall-clock time, and lies anywhere when the night swallows it', () => {
    const pause = (at: string) => [{ minutes: 30, paid: false, start: Temporal.PlainDateTime.from(at) }];
    const kept = placedIn(
      wall('2026-03-28T22:00', '2026-03-29T06:00', pause('2026-03-29T04:00')),
      COPENHAGEN,
    );
    expect(kept.breaks[0]?.startsAt).toBe('2026-03-29T02:00:00Z');
    const swallowed = placedIn(
      wall('2026-03-28T20:00', '2026-03-29T02:30', pause('2026-03-29T02:20')),
      'Europe/London',
    );
    expect(swallowed.breaks[0]?.startsAt).not.toBeUndefined();
    const short = placedIn(
      wall('2026-03-29T01:00', '2026-03-29T03:10', pause('2026-03-29T02:55')),
      COPENHAGEN,
    );
    expect(short.breaks).toEqual([{ minutes: 30, paid: false, startsAt: null }]);
  });
});

describe('in every zone', () => {
  const zones = Intl.supportedValuesOf('timeZone');
  const someZone = fc.oneof(
    fc.constantFrom(COPENHAGEN, 'Australia/Lord_Howe', 'Pacific/Chatham', 'America/Santiago', 'Asia/Beirut'),
    fc.constantFrom(...zones),
  );
  const shift = fc.record({
    zone: someZone,
    day: fc.integer({ min: 0, max: 800 }),
    startMinutes: fc.integer({ min: 0, max: 1439 }),
    length: fc.integer({ min: 15, max: 1380 }),
    days: fc.integer({ min: -400, max: 400 }),
  });
  const made = ({ day, startMinutes, length }: { day: number; startMinutes: number; length: number }) =>
    wallFrom(Temporal.PlainDate.from('2025-01-01').add({ days: day }).toString(), {
      startMinutes,
      endMinutes: startMinutes + length,
      breaks: [{ minutes: 10, paid: true, startMinutes: startMinutes + 1 }],
    });

  it('the wall clock is kept unless the night says otherwise, and the end comes after the start', () => {
    fc.assert(
      fc.property(shift, (one) => {
        const placed = placedIn(movedByDays(made(one), one.days), one.zone);
        expect(Date.parse(placed.endsAt)).toBeGreaterThan(Date.parse(placed.startsAt));
        if (!placed.clock.some((note) => note.kind === 'gap'))
          expect(text(wallOf(placed, one.zone)).slice(0, 2)).toEqual(
            text(movedByDays(made(one), one.days)).slice(0, 2),
          );
      }),
      { numRuns: 500 },
    );
  });

  it('a copy of a copy is the copy, and copying back gives the original, on ordinary days', () => {
    fc.assert(
      fc.property(shift, fc.integer({ min: -60, max: 60 }), (one, further) => {
        const there = placedIn(made(one), one.zone);
        const once = placedIn(movedByDays(wallOf(there, one.zone), one.days), one.zone);
        fc.pre(there.clock.length === 0 && once.clock.length === 0);
        const back = placedIn(movedByDays(wallOf(once, one.zone), -one.days), one.zone);
        expect(back).toEqual(there);
        const direct = placedIn(movedByDays(wallOf(there, one.zone), one.days + further), one.zone);
        const twice = placedIn(movedByDays(wallOf(once, one.zone), further), one.zone);
        expect(twice).toEqual(direct);
      }),
      { numRuns: 500 },
    );
  });
});
