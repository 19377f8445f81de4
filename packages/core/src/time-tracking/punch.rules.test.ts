import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '@vaktplan/contracts/errors';
import { applyPunch, assertPunchTime, entryStart, type ClockBreak } from './punch.rules.ts';
import { workedMs } from './time-entry.rules.ts';

type Entry = { startedAt: string; endedAt: string | null; breaks: ClockBreak[]; version: number };

const noon = Date.parse('2025-12-01T12:00:00Z');
/** A phone whose clock wanders: taps come in any order of time, also in the same instant. */
const taps = fc.array(
  fc.record({
    kind: fc.constantFrom('in', 'out', 'break_start', 'break_end'),
    at: fc.oneof(fc.constant(noon), fc.integer({ min: noon - 600_000, max: noon + 36_000_000 })),
  }),
  { minLength: 1, maxLength: 30 },
);

/** The entries that follow from taps one after the other; what is refused changes nothing. */
function entriesOf(
  sent: readonly { kind: 'in' | 'out' | 'break_start' | 'break_end'; at: number }[],
): Entry[] {
  const entries: Entry[] = [];
  for (const [nr, { kind, at }] of sent.entries()) {
    const latest = entries.at(-1) ?? null;
    try {
      if (kind === 'in') {
        entries.push({ startedAt: entryStart(latest, at), endedAt: null, breaks: [], version: 1 });
      } else {
        entries.splice(-1, 1, applyPunch(latest, { kind, at }, `break-${nr}`).entry);
      }
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
    }
  }
  return entries;
}

const span = ({ startedAt, endedAt }: { startedAt: string; endedAt: string | null }) => ({
  from: Date.parse(startedAt),
  to: endedAt === null ? Infinity : Date.parse(endedAt),
});

describe('taps in any order', () => {
  it('give entries that last, follow each other and hold their breaks', () => {
    fc.assert(
      fc.property(taps, (sent) => {
        let end = -Infinity;
        for (const entry of entriesOf(sent)) {
          const { from, to } = span(entry);
          expect(from).toBeGreaterThanOrEqual(end);
          expect(to).toBeGreaterThan(from);
          end = to;
          let free = from;
          for (const pause of entry.breaks.map(span)) {
            expect(pause.from).toBeGreaterThanOrEqual(free);
            expect(pause.to).toBeGreaterThan(pause.from);
            free = pause.to;
          }
          if (to !== Infinity) expect(free).toBeLessThanOrEqual(to);
          expect(workedMs(entry, { from: -Infinity, to: noon })).toBeGreaterThanOrEqual(0);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it('a tap up to two minutes before the last one counts just after it, further back is refused', () => {
    const open = { startedAt: '2025-12-01T12:00:00Z', endedAt: null, breaks: [], version: 1 };
    const out = (at: number) => applyPunch(open, { kind: 'out', at }, 'none').entry.endedAt;
    expect(out(noon + 1)).toBe('2025-12-01T12:00:00.001Z');
    expect(out(noon - 120_000)).toBe('2025-12-01T12:00:00.001Z');
    expect(() => out(noon - 120_001)).toThrow(expect.objectContaining({ code: 'punch_out_of_order' }));
    const done = { ...open, endedAt: '2025-12-01T13:00:00Z' };
    expect(entryStart(done, noon + 3_600_000 - 5)).toBe('2025-12-01T13:00:00Z');
    expect(() => entryStart(done, noon)).toThrow(expect.objectContaining({ code: 'punch_out_of_order' }));
    expect(() => entryStart(open, noon)).toThrow(expect.objectContaining({ code: 'already_clocked_in' }));
  });
});

it.for([
  [120_000, undefined],
  [120_001, 'punch_in_future'],
  [-31 * 86_400_000, undefined],
  [-31 * 86_400_000 - 1, 'punch_too_old'],
] as const)('a punch %i ms from now: %s', ([distance, code]) => {
  const check = () => assertPunchTime(noon + distance, noon);
  if (code) expect(check).toThrow(expect.objectContaining({ code }));
  else expect(check).not.toThrow();
});
