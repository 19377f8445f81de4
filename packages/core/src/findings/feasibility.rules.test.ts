import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayOf, type PlannedFact } from './facts.rules.ts';
import { CELL, cellAt, placeShift } from './feasibility.rules.ts';
import { person, planned, world } from './fixtures.ts';

const WEEK = ['01', '02', '03', '04', '05', '06', '07'].map((day) => `2025-12-${day}`);
const on = WEEK.map((day): PlannedFact => ({ ...planned(`${day} 09:00`, '17:00'), id: 'carried' }));
const none = new Set<string>();

const rowOf = (bits: Uint8Array, row: number) =>
  WEEK.map((_, column) => 'owb?'[cellAt(bits, row * WEEK.length + column)]).join('');

test('a verdict for every person and day, with the gravest reason', () => {
  const late = planned('2025-12-02 16:00', '23:30', { id: 'late' });
  const people = [
    { person: person(), shifts: [] },
    { person: person({ id: 'bo' }), shifts: [late] },
    { person: person({ id: 'cid', lastDay: dayOf('2025-12-04') }), shifts: [] },
  ];
  const { bits, reasons } = placeShift(people, on, none, world());
  expect([0, 1, 2].map((row) => rowOf(bits, row))).toEqual(['ooooooo', 'obwoooo', 'oooobbb']);
  expect(reasons).toEqual({
    overlap: [[8, 60, 0]],
    rest_short: [[9, 570, 660]],
    inactive: [
      [18, dayOf('2025-12-05'), dayOf('2025-12-04')],
      [19, dayOf('2025-12-06'), dayOf('2025-12-04')],
      [20, dayOf('2025-12-07'), dayOf('2025-12-04')],
    ],
  });
});

test('what is carried along stands in nobody’s way', () => {
  const shifts = [on[1] as PlannedFact, planned('2025-12-01 20:00', '23:30', { id: 'also' })];
  const { bits } = placeShift([{ person: person(), shifts }], on, new Set(['carried', 'also']), world());
  expect(rowOf(bits, 0)).toBe('ooooooo');
  expect(cellAt(bits, 7_000)).toBe(CELL.unknown);
});

test('every cell says what the rules say of the shift there', () => {
  const start = fc.integer({ min: 0, max: 9 * 24 });
  fc.assert(
    fc.property(fc.array(start, { maxLength: 6 }), (starts) => {
      const shifts = starts.map((hour, nr) =>
        planned(
          `2025-12-${String(1 + Math.floor(hour / 24)).padStart(2, '0')} ${String(hour % 24).padStart(2, '0')}:00`,
          `${String((hour + 6) % 24).padStart(2, '0')}:00`,
          { id: String(nr) },
        ),
      );
      const alone = on.map((shift) => placeShift([{ person: person(), shifts }], [shift], none, world()));
      const together = placeShift([{ person: person(), shifts }], on, none, world());
      expect(on.map((_, column) => cellAt(together.bits, column))).toEqual(
        alone.map(({ bits }) => cellAt(bits, 0)),
      );
    }),
  );
});

test('a thousand people and a week: what it costs is printed, and the answer is whole', () => {
  const people = Array.from({ length: 1000 }, (_, nr) => ({
    person: person({ id: String(nr) }),
    shifts: WEEK.slice(0, 5).map((day, at) =>
      planned(`${day} ${String(6 + (nr % 9)).padStart(2, '0')}:00`, '22:00', { id: `${nr}-${at}` }),
    ),
  }));
  const began = performance.now();
  const { bits, reasons } = placeShift(people, on, none, world());
  console.log(
    `feasibility of 1,000 people x 7 days, rules alone: ${Math.round(performance.now() - began)} ms`,
  );
  expect(bits).toHaveLength(1750);
  expect(reasons.overlap).toHaveLength(5000);
});
