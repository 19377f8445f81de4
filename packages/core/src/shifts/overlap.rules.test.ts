import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedPlacements, type Clash, type Placement } from './overlap.rules.ts';

const at = (hour: number) => new Date(Date.UTC(2025, 11, 1, hour)).toISOString();
const place = (
  employeeId: string | null,
  from: number,
  to: number,
  shiftId: string | null = null,
): Placement => ({ shiftId, employeeId, startsAt: at(from), endsAt: at(to) });
const refused = (placements: Placement[], clashes: Clash[] = []) => [
  ...refusedPlacements(placements, clashes),
];

describe('refusedPlacements', () => {
  it('the later of two that overlap; touching is free, open shifts lie over each other', () => {
    expect(refused([place('ida', 9, 17), place('ida', 16, 20), place('ida', 17, 20)])).toEqual([1]);
    expect(refused([place(null, 9, 17), place(null, 9, 17)])).toEqual([]);
    expect(refused([place('ida', 9, 17), place('bo', 9, 17)])).toEqual([]);
  });

  it('two shifts change places', () => {
    const placements = [place('bo', 9, 17, 'a'), place('ida', 9, 17, 'b')];
    expect(
      refused(placements, [
        { asked: 0, shiftId: 'b' },
        { asked: 1, shiftId: 'a' },
      ]),
    ).toEqual([]);
  });

  it('one that is refused stays, and who wanted its place is refused too', () => {
    const placements = [place('bo', 9, 17, 'a'), place('ida', 9, 17, 'b')];
    expect(
      refused(placements, [
        { asked: 0, shiftId: 'of bo' },
        { asked: 1, shiftId: 'a' },
      ]),
    ).toEqual([0, 1]);
  });

  it('a shift that is deleted or opened by the list frees its place', () => {
    expect(refused([place(null, 9, 17, 'a'), place('ida', 10, 12)], [{ asked: 1, shiftId: 'a' }])).toEqual(
      [],
    );
  });

  it('whatever is asked, nobody ends up in two places, and nothing possible alone is refused', () => {
    const hour = fc.integer({ min: 0, max: 20 });
    const person = fc.constantFrom('ida', 'bo', null);
    const shift = fc.record({ employeeId: person, from: hour, length: fc.integer({ min: 1, max: 6 }) });
    fc.assert(
      fc.property(fc.array(shift, { maxLength: 8 }), fc.array(shift, { maxLength: 8 }), (plan, wishes) => {
        // a plan that is sound, some of whose shifts the wishes move
        const standing: Placement[] = [];
        for (const [nr, { employeeId, from, length }] of plan.entries()) {
          const next = place(employeeId, from, from + length, `s${nr}`);
          if (!standing.some((one) => overlaps(one, next))) standing.push(next);
        }
        const placements = wishes.map(({ employeeId, from, length }, nr) =>
          place(employeeId, from, from + length, standing[nr]?.shiftId ?? null),
        );
        const clashes = placements.flatMap((one, asked) =>
          standing.flatMap((other) =>
            overlaps(one, other) ? [{ asked, shiftId: other.shiftId as string }] : [],
          ),
        );
        const no = refusedPlacements(placements, clashes);
        const moved = new Set(placements.flatMap((one, nr) => (no.has(nr) ? [] : (one.shiftId ?? []))));
        const after = [
          ...standing.filter((one) => !moved.has(one.shiftId as string)),
          ...placements.filter((_, nr) => !no.has(nr)),
        ];
        for (const [nr, one] of after.entries())
          expect(after.slice(nr + 1).some((other) => overlaps(one, other))).toBe(false);
        if (clashes.length === 0 && wishes.length === 1) expect(no.size).toBe(0);
      }),
    );
  });
});

const overlaps = (one: Placement, other: Placement): boolean =>
  one.employeeId !== null &&
  one.employeeId === other.employeeId &&
  one.startsAt < other.endsAt &&
  other.startsAt < one.endsAt;
