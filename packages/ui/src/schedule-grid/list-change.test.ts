import { expect, test } from 'vitest';
import { aShift, BO, DAYS, IDA } from './fixtures.ts';
import { changeBetween } from './list-change.ts';
import { indexShifts, type Placing } from './shift-index.ts';
import type { GridShift } from './types.ts';

const a = aShift({ id: 'a' });
const b = aShift({ id: 'b' });
const c = aShift({ id: 'c' });
const byId = (list: readonly GridShift[]) => new Map(list.map((shift) => [shift.id, shift]));
const change = (before: readonly GridShift[], after: readonly GridShift[]) =>
  changeBetween(before, after, byId(before));

test('what was added, changed, removed or put elsewhere', () => {
  const changed = { ...b, version: 2 };
  expect(change([a, b], [a, b, c])).toEqual({ gone: [], come: [c] });
  expect(change([a, b, c], [a, changed, c])).toEqual({ gone: [b], come: [changed] });
  expect(change([a, b, c], [a, c])).toEqual({ gone: [b], come: [] });
  expect(change([a, b, c], [c, a, b])).toEqual({ gone: [], come: [] });
  expect(change([a, b], [changed, c])).toEqual({ gone: [b, a], come: [changed, c] });
  expect(change([a, b], [])).toEqual({ gone: [a, b], come: [] });
});

test('another week is not told as a change', () => {
  const week = (name: string) => Array.from({ length: 1000 }, (_, nr) => aShift({ id: `${name}${nr}` }));
  expect(change(week('x'), week('y'))).toBeNull();
  expect(change(week('x'), [])).toBeNull();
});

/** The same numbers each time. */
function numbers(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 1103515245 + 12345) % 2147483648;
    return state % below;
  };
}

const PLACED: Placing = {
  sectionOf: (shift) => shift.positionId ?? 'none',
  shows: (shift) => shift.state !== 'deleted',
};

test.each([undefined, PLACED])('an index made of the one before is as one made anew (%#)', (placing) => {
  const next = numbers(7);
  const anyone = [IDA.id, BO.id, null];
  const some = (id: string): GridShift =>
    aShift({
      id,
      employeeId: anyone[next(3)]!,
      date: DAYS[next(DAYS.length)]!,
      startMinutes: next(20) * 60,
      positionId: next(2) === 0 ? 'cook' : null,
      state: next(5) === 0 ? 'deleted' : 'draft',
    });
  let list: readonly GridShift[] = Array.from({ length: 40 }, (_, nr) => some(`s${nr}`));
  let index = indexShifts(list, undefined, placing);
  for (let step = 0; step < 200; step++) {
    const at = next(list.length);
    const kind = next(4);
    if (kind === 0) list = list.with(at, some(list[at]!.id));
    else if (kind === 1) list = [...list, some(`n${step}`)];
    else if (kind === 2 && list.length > 5) list = list.toSpliced(at, 1);
    else list = [...list.slice(at), ...list.slice(0, at)];
    index = indexShifts(list, index, placing);
    const anew = indexShifts([...list], undefined, placing);
    expect(new Map([...index.byId].toSorted())).toEqual(new Map([...anew.byId].toSorted()));
    expect([...index.byCell].toSorted()).toEqual([...anew.byCell].toSorted());
    for (const date of DAYS) for (const id of anyone) expect(index.at(id, date)).toEqual(anew.at(id, date));
  }
});
