import { describe, expect, test } from 'vitest';
import { overlapVerdict, worse } from './feasibility.ts';
import { aShift, DAYS, format, MON, PEOPLE, SUN, TUE, WED } from './fixtures.ts';
import type { Carry } from './grid-state.ts';
import { planDrop } from './plan-drop.ts';
import { indexShifts } from './shift-index.ts';
import { createWorld } from './world.ts';
import type { FeasibilityAnswer } from './types.ts';

const NONE = new Set<string>();
const night = aShift({ id: 'night', employeeId: 'bo', date: MON, startMinutes: 1320, endMinutes: 1800 });
const day = aShift({ id: 'day', employeeId: 'bo', date: WED, startMinutes: 540, endMinutes: 1020 });
const removed = aShift({ id: 'removed', employeeId: 'cid', date: MON, state: 'deleted' });
const early = aShift({ id: 'early', startMinutes: 300, endMinutes: 480 });
const late = aShift({ id: 'late', startMinutes: 1320, endMinutes: 1800 });
const index = indexShifts([night, day, removed, early, late]);

describe('overlaps', () => {
  const verdict = (startMinutes: number, endMinutes: number, employeeId: string | null, date: string) =>
    overlapVerdict({ startMinutes, endMinutes }, employeeId, date, index, NONE, format);

  test.each([
    ['same hours', 540, 1020, 'bo', WED, 'overlaps 9 to 17'],
    ['one minute of it', 480, 541, 'bo', WED, 'overlaps 9 to 17'],
    ['the night before reaches in', 300, 600, 'bo', TUE, 'overlaps 22 to 6'],
    ['the night reaches the next day', 1380, 2040, 'bo', TUE, 'overlaps 9 to 17'],
  ])('%s', (_, start, end, employeeId, date, reason) => {
    expect(verdict(start, end, employeeId, date)).toEqual({ verdict: 'block', reason });
  });

  test.each([
    ['ends as the other begins', 480, 540, 'bo', WED],
    ['begins as the other ends', 1020, 1080, 'bo', WED],
    ['begins as the night ends', 360, 500, 'bo', TUE],
    ['somebody else', 540, 1020, 'ida', WED],
    ['an open shift', 540, 1020, null, WED],
    ['only a removed shift is there', 540, 1020, 'cid', MON],
  ])('none when %s', (_, start, end, employeeId, date) => {
    expect(verdict(start, end, employeeId, date)).toEqual({ verdict: 'ok' });
  });

  test('shifts that move along are no obstacle', () => {
    const ignore = new Set(['day']);
    expect(overlapVerdict(day, 'bo', WED, index, ignore, format)).toEqual({ verdict: 'ok' });
  });
});

test('the worse of two verdicts holds', () => {
  const ok = { verdict: 'ok' } as const;
  const warn = { verdict: 'warn', reason: 'rest' } as const;
  const block = { verdict: 'block', reason: 'leave' } as const;
  expect(worse(ok, warn)).toBe(warn);
  expect(worse(block, warn)).toBe(block);
  expect(worse(warn, block)).toBe(block);
});

describe('dropping', () => {
  const world = createWorld(
    PEOPLE.map((each) => each.id),
    DAYS,
  );
  let made = 0;
  const dropWorld = { world, index, format, rowsBy: 'employee' as const, newId: () => `new${(made += 1)}` };
  const carryOf = (how: Carry['how'], ids: string[], answer: FeasibilityAnswer | null = null): Carry => {
    const { employeeId, date } = index.byId.get(ids[0]!)!;
    const from = { employeeId, date };
    return { how, by: 'keys', leadId: ids[0]!, shiftIds: ids, from, to: from, answer };
  };
  const drop = (how: Carry['how'], ids: string[], to: [string | null, string], answer?: FeasibilityAnswer) =>
    planDrop(carryOf(how, ids, answer), { employeeId: to[0], date: to[1] }, dropWorld);

  test('a move says what moves where, with the version that was seen', () => {
    expect(drop('move', ['early'], ['bo', TUE])).toEqual({
      verdict: { verdict: 'block', reason: 'overlaps 22 to 6' },
      changes: [
        {
          kind: 'move',
          shiftId: 'early',
          version: 1,
          employeeId: 'bo',
          date: TUE,
          startMinutes: 300,
          endMinutes: 480,
        },
      ],
    });
  });

  test('back where it was is no change, a copy there is one', () => {
    expect(drop('move', ['day'], ['bo', WED])).toEqual({ changes: [], verdict: { verdict: 'ok' } });
    expect(drop('copy', ['day'], ['bo', WED]).verdict.verdict).toBe('block');
  });

  test('a group keeps its distances, and does not stand in its own way', () => {
    const { changes, verdict } = drop('move', ['early', 'late'], ['ida', TUE]);
    expect(verdict).toEqual({ verdict: 'ok' });
    expect(changes).toMatchObject([
      { shiftId: 'early', date: TUE },
      { shiftId: 'late', date: TUE },
    ]);
    expect(drop('move', ['night', 'early'], ['cid', SUN]).changes).toMatchObject([
      { shiftId: 'night', employeeId: 'cid', date: SUN },
      { shiftId: 'early', employeeId: 'bo', date: SUN },
    ]);
  });

  test('a group that would leave the schedule may not', () => {
    expect(drop('move', ['early', 'night'], ['cid', TUE]).verdict).toEqual({
      verdict: 'block',
      reason: 'outside the schedule',
    });
    expect(drop('copy', ['early', 'day'], ['ida', SUN]).verdict.verdict).toBe('block');
  });

  test('from rows that a filter hides only one shift can be dropped, not a group', () => {
    const filtered = { ...dropWorld, world: createWorld(['cid'], DAYS) };
    expect(planDrop(carryOf('copy', ['early']), { employeeId: 'cid', date: TUE }, filtered)).toMatchObject({
      verdict: { verdict: 'ok' },
      changes: [{ employeeId: 'cid', date: TUE }],
    });
    const group = planDrop(carryOf('copy', ['early', 'day']), { employeeId: 'cid', date: TUE }, filtered);
    expect(group.verdict).toEqual({ verdict: 'block', reason: 'outside the schedule' });
  });

  test("the server's word is added to the grid's own", () => {
    const answer: FeasibilityAnswer = (employeeId) =>
      employeeId === 'cid' ? { verdict: 'warn', reason: 'only 9 hours rest' } : { verdict: 'ok' };
    expect(drop('move', ['early'], ['cid', TUE], answer).verdict).toMatchObject({
      reason: 'only 9 hours rest',
    });
    expect(drop('move', ['early'], ['bo', TUE], answer).verdict).toMatchObject({ verdict: 'block' });
  });

  test('to the open shifts everything may go', () => {
    expect(drop('move', ['early'], [null, SUN])).toMatchObject({
      verdict: { verdict: 'ok' },
      changes: [{ employeeId: null, date: SUN }],
    });
  });
});
