import { describe, expect, test } from 'vitest';
import { compute, fact, planned, told } from './facts.fixture.ts';

const at = (time: string, day = '01') => `2025-12-${day}T${time}:00Z`;

describe('which punches belong together', () => {
  test('an OUT closes the open IN, whatever the calendar day', () => {
    expect(told(compute([fact('in', at('21:00')), fact('out', at('05:00', '02'))]))).toEqual([
      '12-01T21:00 - 12-02T05:00 480',
    ]);
  });

  test('taps that echo are one tap, and are kept', () => {
    const [entry, ...others] = compute([
      fact('in', '2025-12-01T08:00:00.000Z'),
      fact('in', '2025-12-01T08:00:00.300Z'),
      fact('in', '2025-12-01T08:00:00.900Z'),
      fact('out', '2025-12-01T16:00:00.000Z'),
      fact('out', '2025-12-01T16:00:01.000Z'),
    ]);
    expect(others).toEqual([]);
    expect(entry).toMatchObject({ workedMinutes: 480, flags: ['duplicate_punch', 'unscheduled'] });
    expect(entry?.punchIds).toHaveLength(5);
  });

  test('in, out, in within a second: three facts, the last one counts as being here', () => {
    const entries = compute(
      [
        fact('in', '2025-12-01T08:00:00.000Z'),
        fact('out', '2025-12-01T08:00:00.400Z'),
        fact('in', '2025-12-01T08:00:00.800Z'),
      ],
      { now: Date.parse('2025-12-01T09:00:00Z') },
    );
    expect(told(entries)).toEqual(['12-01T08:00 - 12-01T08:00 0', '12-01T08:00 - null null']);
  });

  test('two INs: the first ended without anybody saying so, the second goes on', () => {
    const shifts = [planned(at('08:00'), at('16:00'))];
    expect(
      told(compute([fact('in', at('08:00')), fact('in', at('13:00')), fact('out', at('16:00'))], { shifts })),
    ).toEqual(['12-01T08:00 - 12-01T13:00 300 missing_out', '12-01T13:00 - 12-01T16:00 180']);
    // the clock-out of the first day was forgotten: the shift's end, not the next morning
    expect(
      told(
        compute([fact('in', at('08:00')), fact('in', at('08:00', '02')), fact('out', at('12:00', '02'))], {
          shifts,
        }),
      ),
    ).toEqual(['12-01T08:00 - 12-01T16:00 480 missing_out', '12-02T08:00 - 12-02T12:00 240']);
  });

  test('OUT first: an entry of no length that says so, and nobody else’s matter', () => {
    const facts = [fact('out', at('07:00')), fact('in', at('08:00')), fact('out', at('16:00'))];
    expect(told(compute(facts))).toEqual([
      '12-01T07:00 - 12-01T07:00 0 missing_in',
      '12-01T08:00 - 12-01T16:00 480',
    ]);
  });

  test('a break without a clock-in: the time that is known counts, and nobody is left at work', () => {
    const lunch = [fact('break_start', at('12:00')), fact('break_end', at('12:30'))];
    expect(told(compute([...lunch, fact('out', at('17:00'))]))).toEqual([
      '12-01T12:00 - 12-01T17:00 270 missing_in',
    ]);
    expect(told(compute(lunch))).toEqual(['12-01T12:00 - 12-01T12:30 0 missing_in']);
  });

  test('an open break ends with the clock-out; a second start and an end too many are flagged', () => {
    const facts = [
      fact('in', at('08:00')),
      fact('break_end', at('09:00')),
      fact('break_start', at('12:00')),
      fact('break_start', at('12:10')),
      fact('out', at('13:00')),
    ];
    expect(told(compute(facts))).toEqual(['12-01T08:00 - 12-01T13:00 240 break_unclear']);
  });

  test('an OUT a day and a half later is not that of this IN', () => {
    const facts = [fact('in', at('08:00')), fact('out', at('20:01', '02'))];
    expect(told(compute(facts))).toEqual([
      '12-01T08:00 - 12-02T00:00 960 missing_out',
      '12-02T20:01 - 12-02T20:01 0 missing_in',
    ]);
  });

  test('the product closes what was forgotten, and a real clock-out takes its place', () => {
    const shifts = [planned(at('08:00'), at('16:00'))];
    const came = fact('in', at('07:55'));
    const seen = (now: string, ...more: ReturnType<typeof fact>[]) =>
      told(compute([came, ...more], { shifts, now: Date.parse(now) }));
    expect(seen(at('17:59'))).toEqual(['12-01T07:55 - null null']);
    expect(seen(at('18:00'))).toEqual(['12-01T07:55 - 12-01T16:00 485 auto_closed missing_out']);
    expect(seen(at('21:00'), fact('out', at('19:30')))).toEqual(['12-01T07:55 - 12-01T19:30 695']);
  });

  test('each fact is in one entry, and the entry’s key is the punch that opened it', () => {
    const first = fact('in', at('08:00'));
    const facts = [first, fact('out', at('12:00')), fact('in', at('13:00')), fact('out', at('17:00'))];
    const entries = compute(facts);
    expect(entries.flatMap(({ punchIds }) => punchIds)).toEqual(facts.map(({ id }) => id));
    expect(entries[0]?.key).toBe(first.id);
    const corrected = fact('in', at('07:30'), { root: first.id });
    expect(compute([corrected, ...facts.slice(1)])[0]?.key).toBe(first.id);
  });
});
