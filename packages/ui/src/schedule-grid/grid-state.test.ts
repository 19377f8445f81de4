import { describe, expect, test } from 'vitest';
import { DAYS, MON, SUN, THU, TUE, WED } from './fixtures.ts';
import { type GridEvent, type GridState, initialGridState, reduceGrid } from './grid-state.ts';
import { cellKey } from './shift-index.ts';
import { createWorld } from './world.ts';

const world = createWorld(['ida', 'bo', 'cid'], DAYS);
const start = initialGridState(world, WED);
const run = (events: readonly GridEvent[], from: GridState = start, within = world): GridState =>
  events.reduce((state, event) => reduceGrid(state, event, within), from);
const at = (employeeId: string | null, date: string) => ({ employeeId, date });
const step = (rows: number, days: number, extend = false): GridEvent => ({
  type: 'step',
  rows,
  days,
  extend,
});
const keys = (state: GridState) => [...state.selected].toSorted();

describe('the active cell', () => {
  test('begins with the first person today', () => {
    expect(start.active).toEqual(at('ida', WED));
    expect(initialGridState(world, '2026-12-24').active).toEqual(at('ida', MON));
    expect(initialGridState(createWorld([], DAYS), WED).active).toEqual(at(null, WED));
  });

  test.each<[string, GridEvent[], string | null, string]>([
    ['down', [step(1, 0)], 'bo', WED],
    ['up to the open shifts', [step(-1, 0)], null, WED],
    ['never above the first row', [step(-5, 0)], null, WED],
    ['never below the last', [step(99, 0)], 'cid', WED],
    ['never before the first day', [step(0, -9)], 'ida', MON],
    ['never after the last', [step(0, 9)], 'ida', SUN],
    ['Home', [{ type: 'edge', days: 'first' }], 'ida', MON],
    ['End', [{ type: 'edge', days: 'last' }], 'ida', SUN],
    ['Ctrl+Home', [{ type: 'edge', rows: 'first', days: 'first' }], null, MON],
    ['Ctrl+End', [{ type: 'edge', rows: 'last', days: 'last' }], 'cid', SUN],
  ])('%s', (_, events, employeeId, date) => {
    expect(run(events).active).toEqual(at(employeeId, date));
  });

  test('a step leaves the chips of a cell', () => {
    expect(run([{ type: 'chip', chip: 1 }, step(0, 1)]).chip).toBeNull();
  });
});

describe('selection', () => {
  test('Shift+arrows span a rectangle from where they began', () => {
    const state = run([step(0, 1, true), step(1, 0, true)]);
    expect(state.anchor).toEqual(at('ida', WED));
    expect(keys(state)).toEqual(
      [cellKey('bo', THU), cellKey('bo', WED), cellKey('ida', THU), cellKey('ida', WED)].toSorted(),
    );
  });

  test('going back past the anchor turns the rectangle over', () => {
    const state = run([step(0, 1, true), step(0, -1, true), step(0, -1, true)]);
    expect(keys(state)).toEqual([cellKey('ida', TUE), cellKey('ida', WED)]);
  });

  test('Ctrl+click toggles and sets the anchor that Shift+click extends from', () => {
    const toggled = run([{ type: 'toggle', cell: at('bo', MON) }]);
    expect(keys(toggled)).toEqual([cellKey('bo', MON)]);
    const extended = run([{ type: 'extend', cell: at('cid', MON) }], toggled);
    expect(keys(extended)).toEqual([cellKey('bo', MON), cellKey('cid', MON)]);
    expect(keys(run([{ type: 'toggle', cell: at('bo', MON) }], toggled))).toEqual([]);
  });

  test('Ctrl+A takes the row, then everything', () => {
    const row = run([{ type: 'selectAll' }]);
    expect(row.selected.size).toBe(7);
    expect(run([{ type: 'selectAll' }], row).selected.size).toBe(28);
  });

  test('a plain click ends it, plain arrows do not', () => {
    const row = run([{ type: 'selectAll' }]);
    expect(run([step(1, 0)], row).selected.size).toBe(7);
    expect(run([{ type: 'goto', cell: at('bo', MON) }], row).selected.size).toBe(0);
  });
});

describe('move mode', () => {
  const pickUp: GridEvent = {
    type: 'pickUp',
    how: 'move',
    by: 'keys',
    leadId: 's1',
    shiftIds: ['s1'],
    from: at('ida', WED),
  };

  test('arrows carry the target along instead of selecting', () => {
    const state = run([pickUp, step(1, 0, true), step(0, -1)]);
    expect(state.carry).toMatchObject({ from: at('ida', WED), to: at('bo', TUE) });
    expect(state.active).toEqual(at('bo', TUE));
    expect(state.selected.size).toBe(0);
  });

  test('Esc brings focus back to where it began, Enter leaves it at the target', () => {
    const carrying = run([pickUp, step(1, 0)]);
    expect(run([{ type: 'putDown', at: 'origin' }], carrying)).toMatchObject({
      carry: null,
      active: at('ida', WED),
    });
    expect(run([{ type: 'putDown', at: 'target' }], carrying)).toMatchObject({
      carry: null,
      active: at('bo', WED),
    });
  });

  test('an answer for something put down long ago is dropped', () => {
    const answer = () => ({ verdict: 'ok' }) as const;
    const carrying = run([pickUp]);
    const late = run([{ type: 'answered', shiftIds: ['s1'], answer }], carrying);
    expect(late.carry?.answer).toBeNull();
    const own = run([{ type: 'answered', shiftIds: carrying.carry!.shiftIds, answer }], carrying);
    expect(own.carry?.answer).toBe(answer);
  });

  test('ends when the shift vanishes under it', () => {
    const state = run([pickUp, { type: 'worldChanged', previousDays: DAYS, gone: new Set(['s1']) }]);
    expect(state.carry).toBeNull();
  });
});

describe('the world changes', () => {
  const nextWeek = DAYS.map((date) => date.replace('11-2', '12-0'));

  test('another week keeps row and column', () => {
    const next = createWorld(['ida', 'bo', 'cid'], nextWeek);
    const state = run([{ type: 'worldChanged', previousDays: DAYS, gone: new Set() }], start, next);
    expect(state.active).toEqual(at('ida', nextWeek[2]!));
  });

  test('a filter that hides the row moves to the first one left', () => {
    const filtered = createWorld(['cid'], DAYS);
    const state = run([{ type: 'worldChanged', previousDays: DAYS, gone: new Set() }], start, filtered);
    expect(state.active).toEqual(at('cid', WED));
  });

  test('selected cells that vanished are forgotten', () => {
    const selected = run([
      { type: 'toggle', cell: at('bo', MON) },
      { type: 'toggle', cell: at('cid', MON) },
    ]);
    const filtered = createWorld(['cid'], DAYS);
    const state = run([{ type: 'worldChanged', previousDays: DAYS, gone: new Set() }], selected, filtered);
    expect(keys(state)).toEqual([cellKey('cid', MON)]);
  });
});
