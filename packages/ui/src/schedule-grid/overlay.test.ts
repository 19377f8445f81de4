import { describe, expect, test } from 'vitest';
import { aShift, IDA, BO, MON, POSITIONS, TUE } from './fixtures.ts';
import { caughtUp, overlayShifts, type Pending } from './overlay.ts';
import type { ChangeOutcome, GridChange } from './change-types.ts';
import type { GridShift } from './types.ts';

const lookups = {
  employees: new Map(
    [IDA, { ...BO, rates: [{ from: MON, to: null, hourlyMinor: 20_000 }] }].map((e) => [e.id, e]),
  ),
  positions: new Map(POSITIONS.map((position) => [position.id, position])),
};
const draft = aShift({ id: 'draft' });
const published = aShift({ id: 'published', date: TUE, state: 'published', paidMinutes: 450 });
const shifts = [draft, published];
const byId = (list: readonly GridShift[]) => new Map(list.map((shift) => [shift.id, shift]));
const overlaid = (list: readonly GridShift[], pending: readonly Pending[]) =>
  overlayShifts(list, pending, lookups, byId(list));
const waiting = (changes: GridChange[], part: Partial<Pending> = {}): Pending => ({
  id: 'c1',
  changes,
  slow: false,
  outcomes: null,
  refreshes: 0,
  ...part,
});
const shown = (changes: GridChange[], part?: Partial<Pending>): Map<string, GridShift> =>
  byId(overlaid(shifts, [waiting(changes, part)]));

test('with nothing pending the shifts stay the same objects', () => {
  expect(overlaid(shifts, [])).toBe(shifts);
});

test.each([3, 90])(
  'of %i shifts removed, moved and made each one is where it was, new ones at the end',
  (count) => {
    const many = Array.from({ length: count * 2 }, (_, nr) => aShift({ id: `${nr}` }));
    const changes = Array.from({ length: count }, (_, nr): GridChange[] => [
      { kind: 'remove', shiftId: `${nr * 2}`, version: 1 },
      { kind: 'assign', shiftId: `${nr * 2 + 1}`, version: 1, employeeId: 'bo' },
      { kind: 'copy', shiftId: `${nr * 2 + 1}`, tempId: `new ${nr}`, employeeId: null, date: TUE },
    ]);
    const after = overlaid(many, [waiting(changes.flat())]);
    const [odd, made] = [(nr: number) => `${nr * 2 + 1}`, (nr: number) => `new ${nr}`].map((idOf) =>
      Array.from({ length: count }, (_, nr) => idOf(nr)),
    );
    expect(after.map(({ id }) => id)).toEqual([...odd!, ...made!]);
    expect(new Set(after.map(({ employeeId }) => employeeId))).toEqual(new Set(['bo', null]));
  },
);

describe('what a pending change looks like', () => {
  test('a move takes the rate of the new person', () => {
    const after = shown([
      {
        kind: 'move',
        shiftId: 'draft',
        version: 1,
        employeeId: 'bo',
        date: TUE,
        startMinutes: 540,
        endMinutes: 1020,
      },
    ]);
    expect(after.get('draft')).toMatchObject({
      employeeId: 'bo',
      date: TUE,
      costMinor: 160_000,
      state: 'draft',
    });
  });

  test('a published shift becomes changed, and keeps its unpaid break when it grows', () => {
    const change: GridChange = {
      kind: 'resize',
      shiftId: 'published',
      version: 1,
      date: TUE,
      startMinutes: 540,
      endMinutes: 1080,
    };
    expect(shown([change]).get('published')).toMatchObject({
      endMinutes: 1080,
      paidMinutes: 510,
      state: 'changed',
    });
  });

  test('a removed draft is gone, a removed published shift stays struck through', () => {
    const after = shown([
      { kind: 'remove', shiftId: 'draft', version: 1 },
      { kind: 'remove', shiftId: 'published', version: 1 },
    ]);
    expect(after.has('draft')).toBe(false);
    expect(after.get('published')).toMatchObject({ state: 'deleted' });
  });

  test('an open shift has no cost', () => {
    const after = shown([{ kind: 'assign', shiftId: 'draft', version: 1, employeeId: null }]);
    expect(after.get('draft')).toMatchObject({ employeeId: null, costMinor: null });
  });

  test('a new shift shows its position and what it will cost', () => {
    const times = { startMinutes: 600, endMinutes: 720 };
    const after = shown([
      { kind: 'create', tempId: 't', employeeId: 'ida', date: MON, positionId: 'cook', ...times },
    ]);
    expect(after.get('t')).toMatchObject({
      positionName: 'Cook',
      costMinor: 30_000,
      state: 'draft',
      paidMinutes: 120,
    });
  });

  test('a copy is a draft of its own', () => {
    const after = shown([{ kind: 'copy', shiftId: 'published', tempId: 't', employeeId: 'bo', date: MON }]);
    expect(after.get('t')).toMatchObject({ state: 'draft', employeeId: 'bo', paidMinutes: 450 });
    expect(after.get('published')).toBe(published);
  });

  test('only a slow one is marked as saving', () => {
    const change: GridChange = { kind: 'assign', shiftId: 'draft', version: 1, employeeId: 'bo' };
    expect(shown([change]).get('draft')?.saving).toBeUndefined();
    expect(shown([change], { slow: true }).get('draft')?.saving).toBe('saving');
  });

  test('a shift that is not here is left to the server', () => {
    expect([...shown([{ kind: 'remove', shiftId: 'elsewhere', version: 1 }]).values()]).toEqual(shifts);
  });
});

describe('after the answer', () => {
  const change: GridChange = {
    kind: 'move',
    shiftId: 'draft',
    version: 1,
    employeeId: 'bo',
    date: TUE,
    startMinutes: 540,
    endMinutes: 1020,
  };
  const moved = { ...draft, employeeId: 'bo', date: TUE, version: 2 };
  const answered = (outcome: ChangeOutcome) => waiting([change], { outcomes: [outcome] });

  test('the outcome shows until the page has it', () => {
    const done = answered({ ok: true, shift: moved });
    expect(overlaid(shifts, [done])[0]).toBe(moved);
    expect(caughtUp(done, byId(shifts))).toBe(false);
    expect(caughtUp(done, byId([moved]))).toBe(true);
  });

  test('something newer in the page wins', () => {
    const newer = { ...draft, version: 3 };
    const done = answered({ ok: true, shift: moved });
    expect(overlaid([newer], [done])[0]).toBe(newer);
  });

  test('a refusal puts everything back', () => {
    const done = answered({ ok: false, code: 'conflict', message: 'no' });
    expect(overlaid(shifts, [done])).toEqual(shifts);
    expect(caughtUp(done, byId(shifts))).toBe(true);
  });

  test('it does not wait for a shift somebody else removed meanwhile', () => {
    const done = { ...answered({ ok: true, shift: moved }), refreshes: 2 };
    expect(caughtUp(done, byId([]))).toBe(true);
  });

  test('a removal is done when the shift is gone', () => {
    const gone = waiting([{ kind: 'remove', shiftId: 'draft', version: 1 }], {
      outcomes: [{ ok: true, shift: null }],
    });
    expect(caughtUp(gone, byId(shifts))).toBe(false);
    expect(caughtUp(gone, byId([published]))).toBe(true);
    expect(overlaid(shifts, [gone])).toEqual([published]);
  });

  test('a removal that was taken back meanwhile hides nothing', () => {
    const gone = waiting([{ kind: 'remove', shiftId: 'draft', version: 1 }], {
      outcomes: [{ ok: true, shift: null }],
    });
    const restored = { ...draft, version: 3 };
    expect(overlaid([restored], [gone])).toEqual([restored]);
    expect(caughtUp(gone, byId([restored]))).toBe(true);
  });
});
