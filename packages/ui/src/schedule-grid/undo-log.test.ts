import { describe, expect, test } from 'vitest';
import { aShift, MON, TUE } from './fixtures.ts';
import { indexShifts } from './shift-index.ts';
import type { GridChange } from './change-types.ts';
import { changedSince, EMPTY_LOG, invert, record, redone, UNDO_DEPTH, undone } from './undo-log.ts';
import { createVersionTrail } from './version-trail.ts';

const ida = aShift({ id: 'a', startMinutes: 540, endMinutes: 1020 });
const before = new Map([['a', ida]]);
const now = { ...ida, version: 2 };

describe('the inverse', () => {
  test.each<[string, GridChange, GridChange]>([
    [
      'of a move',
      {
        kind: 'move',
        shiftId: 'a',
        version: 1,
        employeeId: 'bo',
        date: TUE,
        startMinutes: 540,
        endMinutes: 1020,
      },
      {
        kind: 'move',
        shiftId: 'a',
        version: 2,
        employeeId: 'ida',
        date: MON,
        startMinutes: 540,
        endMinutes: 1020,
      },
    ],
    [
      'of a resize',
      { kind: 'resize', shiftId: 'a', version: 1, date: MON, startMinutes: 600, endMinutes: 660 },
      { kind: 'resize', shiftId: 'a', version: 2, date: MON, startMinutes: 540, endMinutes: 1020 },
    ],
    [
      'of an assignment',
      { kind: 'assign', shiftId: 'a', version: 1, employeeId: null },
      { kind: 'assign', shiftId: 'a', version: 2, employeeId: 'ida' },
    ],
    [
      'of a new shift',
      { kind: 'create', tempId: 't', employeeId: 'ida', date: MON, startMinutes: 0, endMinutes: 60 },
      { kind: 'remove', shiftId: 'a', version: 2 },
    ],
    [
      'of a copy',
      { kind: 'copy', shiftId: 'x', tempId: 't', employeeId: 'ida', date: MON },
      { kind: 'remove', shiftId: 'a', version: 2 },
    ],
    ['of a restored shift', { kind: 'restore', shift: ida }, { kind: 'remove', shiftId: 'a', version: 2 }],
    [
      'of removing a published shift',
      { kind: 'remove', shiftId: 'a', version: 1 },
      { kind: 'restore', shift: now },
    ],
  ])('%s', (_, change, inverse) => {
    expect(invert([change], [{ ok: true, shift: now }], before)).toEqual([inverse]);
  });

  test('of removing a draft makes it again', () => {
    const remove: GridChange = { kind: 'remove', shiftId: 'a', version: 1 };
    expect(invert([remove], [{ ok: true, shift: null }], before)).toEqual([{ kind: 'restore', shift: ida }]);
  });

  test('leaves out what was refused, and runs backwards', () => {
    const changes: GridChange[] = [
      { kind: 'assign', shiftId: 'a', version: 1, employeeId: 'bo' },
      { kind: 'assign', shiftId: 'b', version: 1, employeeId: 'bo' },
      { kind: 'copy', shiftId: 'a', tempId: 't', employeeId: 'bo', date: MON },
    ];
    const outcomes = [
      { ok: true, shift: now },
      { ok: false, code: 'conflict', message: 'no' },
      { ok: true, shift: { ...now, id: 'c' } },
    ] as const;
    expect(invert(changes, outcomes, before)).toMatchObject([
      { kind: 'remove', shiftId: 'c' },
      { kind: 'assign', shiftId: 'a' },
    ]);
  });
});

describe('the log', () => {
  const entry = (label: string) => ({
    id: label,
    label,
    inverse: [{ kind: 'remove', shiftId: label, version: 1 } as const],
  });

  test('is fifty deep', () => {
    let log = EMPTY_LOG;
    for (let i = 0; i < 60; i++) log = record(log, entry(String(i)));
    expect(log.past).toHaveLength(UNDO_DEPTH);
    expect(log.past[0]?.label).toBe('10');
  });

  test('goes back and forth', () => {
    const two = record(record(EMPTY_LOG, entry('1')), entry('2'));
    const back = undone(two, entry('2'));
    expect([back.past.length, back.future.length]).toEqual([1, 1]);
    const forth = redone(back, entry('2'));
    expect([forth.past.length, forth.future.length]).toEqual([2, 0]);
  });

  test('a new gesture ends what could be redone, one that changed nothing does not', () => {
    const back = undone(record(EMPTY_LOG, entry('1')), entry('1'));
    expect(record(back, { id: 'x', label: 'nothing', inverse: [] })).toBe(back);
    expect(record(back, entry('2'))).toMatchObject({ past: [{ label: '2' }], future: [] });
  });
});

describe('the way back is closed when somebody else has been there', () => {
  const inverse: GridChange[] = [{ kind: 'assign', shiftId: 'a', version: 2, employeeId: 'ida' }];

  test('free while the version is the one we left', () => {
    expect(changedSince(inverse, indexShifts([now]), createVersionTrail())).toBeNull();
  });

  test('free when only we have changed it since', () => {
    const trail = createVersionTrail();
    trail.record({ shiftId: 'a', version: 2 }, { shiftId: 'a', version: 3 });
    trail.record({ shiftId: 'a', version: 3 }, { shiftId: 'a', version: 7 });
    expect(changedSince(inverse, indexShifts([{ ...now, version: 7 }]), trail)).toBeNull();
  });

  test('closed with who and when', () => {
    const theirs = { ...now, version: 3, changedBy: 'Anna', changedAt: '2026-11-23T10:00:00Z' };
    expect(changedSince(inverse, indexShifts([theirs]), createVersionTrail())).toEqual({
      who: 'Anna',
      when: '2026-11-23T10:00:00Z',
    });
  });

  test('a shift of another week is left to the server', () => {
    expect(changedSince(inverse, indexShifts([]), createVersionTrail())).toBeNull();
  });
});

test('the trail follows a shift that was removed and made again', () => {
  const trail = createVersionTrail();
  trail.record({ shiftId: 't', version: 0 }, { shiftId: 'a', version: 1 });
  trail.record({ shiftId: 'a', version: 1 }, { shiftId: 'a', version: 2 });
  trail.record({ shiftId: 'a', version: 2 }, { shiftId: 'b', version: 1 });
  expect(trail.resolve('t', 0)).toEqual({ shiftId: 'b', version: 1 });
  expect(trail.resolve('a', 1)).toEqual({ shiftId: 'b', version: 1 });
  expect(trail.resolve('a', 9)).toEqual({ shiftId: 'a', version: 9 });
  expect(trail.resolveId('t')).toBe('b');
});
