import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { DEFAULT_TIME_POLICY } from '@vaktplan/contracts/http/time-policies';
import type { PlannedShift } from './facts.rules.ts';
import { compute, fact, HERE, planned, policy, told } from './facts.fixture.ts';
import { zoneClock } from './zone-clock.rules.ts';

const MINUTE = 60_000;
const at = (time: string) => `2025-12-01T${time}:00Z`;
const day = (from: string, to: string) => [fact('in', at(from)), fact('out', at(to))];
const hhmm = (ms: number | null | undefined) => ms && new Date(ms).toISOString().slice(11, 16);

describe('shifts that touch, worked in one go', () => {
  const shifts = [planned(at('08:00'), at('12:00')), planned(at('12:00'), at('16:00'))];
  const lines = (...facts: ReturnType<typeof fact>[]) =>
    compute(facts, { shifts }).map(({ shiftId, deviations }) => [
      shifts.findIndex(({ id }) => id === shiftId),
      ...deviations.map(({ kind, minutes }) => `${kind} ${minutes}`),
    ]);
  test('are no over-time, and each its own where somebody clocks in to it', () => {
    expect(lines(...day('08:00', '16:10'))).toEqual([[0, 'late_out 10']]);
    expect(lines(...day('08:00', '15:00'))).toEqual([[0, 'early_out 60']]);
    expect(lines(...day('08:00', '12:00'))).toEqual([[0]]);
    const both = [...day('08:00', '12:03'), fact('in', at('12:04')), fact('out', at('16:00'))];
    expect(lines(...both)).toEqual([
      [0, 'late_out 3'],
      [1, 'late_in 4'],
    ]);
  });
  test('are rounded to the end of the second, and nobody is clocked out between them', () => {
    const rounding = {
      ...DEFAULT_TIME_POLICY.rounding,
      outLate: { to: 'schedule', withinMinutes: 10 } as const,
    };
    const [rounded] = compute(day('08:00', '16:05'), { ...policy({ rounding }), shifts });
    expect(hhmm(rounded?.countedEnd)).toBe('16:00');
    const seen = (now: string) =>
      told(compute([fact('in', at('08:00'))], { shifts, now: Date.parse(at(now)) }));
    expect(seen('17:59')).toEqual(['12-01T08:00 - null null']);
    expect(seen('18:00')).toEqual(['12-01T08:00 - 12-01T16:00 480 auto_closed missing_out']);
  });
});

describe('what a stretch was planned to be', () => {
  const early = planned(at('08:00'), at('12:00'));
  const late = planned(at('12:00'), at('16:00'));
  const evening = planned(at('16:00'), at('20:00'));
  const afterGap = planned(at('16:15'), at('20:00'));
  const covered = (shifts: PlannedShift[], ...facts: ReturnType<typeof fact>[]) =>
    compute(facts, { shifts }).map(({ shiftId, furtherShiftIds }) => [shiftId, ...furtherShiftIds]);

  test.each([
    ['one after the other, in order', [early, late, evening], ['08:00', '20:00'], [early, late, evening]],
    ['not what comes after a gap', [early, late, afterGap], ['08:00', '20:00'], [early, late]],
    ['not what begins when they leave', [early, late], ['08:00', '12:00'], [early]],
    ['what they leave before its end', [early, late], ['08:00', '13:00'], [early, late]],
    [
      'from the second on, whoever comes to that',
      [early, late, evening],
      ['13:00', '20:00'],
      [late, evening],
    ],
    ['nothing elsewhere', [early, { ...late, locationId: 'there' }], ['08:00', '16:00'], [early]],
  ] as const)('%s', (_, shifts, [from, to], expected) => {
    expect(covered([...shifts], ...day(from, to))).toEqual([expected.map(({ id }) => id)]);
  });

  test('each its own where they clock in to it, and all that touch while they are at work', () => {
    const both = [...day('08:00', '12:00'), fact('in', at('12:00')), fact('out', at('16:00'))];
    expect(covered([early, late], ...both)).toEqual([[early.id], [late.id]]);
    expect(covered([early, late], fact('in', at('08:00')))).toEqual([[early.id, late.id]]);
  });

  test('other shifts of the same times make another entry', () => {
    const hash = (shifts: PlannedShift[]) => compute(day('08:00', '16:00'), { shifts })[0]?.inputsHash;
    expect(hash([early, { ...late, id: early.id.replace(/^./, 'f') }])).not.toBe(hash([early, late]));
  });

  const zones = ['Europe/Copenhagen', 'Australia/Lord_Howe', 'Pacific/Chatham', 'Australia/Eucla'];
  // the nights on which clocks of these zones change, and over midnight in all of them
  const nights = ['2025-10-25', '2026-03-28', '2025-10-04', '2026-04-04', '2025-09-27', '2026-01-14'];
  const chain = fc.record({
    zone: fc.constantFrom(...zones),
    night: fc.constantFrom(...nights),
    from: fc.nat(48 * 60),
    lengths: fc.array(fc.integer({ min: 30, max: 300 }), { minLength: 1, maxLength: 4 }),
  });

  test('worked to the minute, it is what was planned, also at night and when clocks change', () => {
    fc.assert(
      fc.property(chain, ({ zone, night, from, lengths }) => {
        let start = Date.parse(`${night}T00:00:00Z`) + from * MINUTE;
        const first = start;
        const shifts = lengths.map((minutes, nr): PlannedShift => {
          const end = start + minutes * MINUTE;
          const localDate = zoneClock.dateOf(zone, start);
          const shift = { id: `s${nr}`, start, end, locationId: HERE, zone, localDate };
          start = end;
          return shift;
        });
        const facts = [fact('in', first, { zone }), fact('out', start, { zone })];
        const long = policy({
          maximum: { minutes: 24 * 60, mode: 'end' },
          match: { earlyMinutes: 0, lateMinutes: 0 },
        });
        const entries = compute(facts, { ...long, shifts });
        expect(entries).toMatchObject([{ shiftId: 's0', deviations: [] }]);
        expect(entries[0]?.furtherShiftIds).toEqual(shifts.slice(1).map(({ id }) => id));
        expect(entries[0]?.workedMinutes).toBe((start - first) / MINUTE);
      }),
    );
  });
});
