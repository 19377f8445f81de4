// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aPerson, aShift, DAYS, MON, TUE, WED } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focusCell,
  focused,
  mount,
  named,
  press,
  says,
  setUpPage,
  tearDownPage,
  type,
} from './grid-harness.tsx';
import { cellKey } from './shift-index.ts';
import type { FeasibilityAnswer } from './types.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const monday = aShift({ id: 'monday' });
const bosTuesday = aShift({ id: 'bos', employeeId: 'bo', date: TUE });
const open = aShift({ id: 'open', employeeId: null, date: WED });
const week = [monday, bosTuesday, open];

describe('structure', () => {
  test('one grid of rows, headers and cells, all counted', async () => {
    await mount(week);
    const grid = $('[role=grid]');
    expect(grid.getAttribute('aria-label')).toBe('Schedule, week 48, Main Street');
    expect(grid.getAttribute('aria-rowcount')).toBe('6');
    expect(grid.getAttribute('aria-colcount')).toBe('8');
    const sheet = grid.querySelector(':scope > [role=presentation] > [role=presentation]');
    expect([...sheet!.children].map((child) => child.getAttribute('role'))).toEqual([
      'rowgroup',
      'rowgroup',
      'rowgroup',
    ]);
    const rows = [...grid.querySelectorAll('[role=row]')];
    expect(rows.map((row) => row.getAttribute('aria-rowindex'))).toEqual(['1', '2', '3', '4', '5', '6']);
    for (const row of rows) {
      const roles = new Set([...row.children].map((child) => child.getAttribute('role')));
      expect([...roles].every((role) => ['columnheader', 'rowheader', 'gridcell'].includes(role ?? ''))).toBe(
        true,
      );
      expect(row.children).toHaveLength(8);
    }
  });

  test('headers say the day with its staffing, and the person with hours and cost', async () => {
    await mount(week);
    const days = [...document.querySelectorAll('[role=columnheader] .sr-only')].map(
      (each) => each.textContent,
    );
    expect(days.slice(0, 3)).toEqual([
      'Monday 23 November, 1 of 1 staffed',
      'Tuesday 24 November, 1 of 1 staffed',
      'Wednesday 25 November, 0 of 1 staffed',
    ]);
    const ida = [...document.querySelectorAll('[role=rowheader]')].find((each) =>
      each.textContent.startsWith('Ida'),
    );
    expect(named(ida)).toBe('Ida, Barista, 8 h / 37 h, DKK\u00A01,200');
  });

  test('exactly one tab stop', async () => {
    await mount(week);
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
    await press('ArrowDown');
    expect(document.querySelectorAll('[role=grid] [tabindex="0"]')).toHaveLength(1);
  });

  test('a chip is named by what it shows and its state', async () => {
    await mount([monday, aShift({ id: 'c', date: TUE, state: 'changed', notes: 'keys' })]);
    expect(named(chip('monday'))).toBe('09:00–17:00 Barista, draft');
    expect(named(chip('c'))).toBe('09:00–17:00 Barista, changed since it was published, has a note');
    // so that who speaks to the machine can say what stands there
    expect(named(chip('monday'))).toContain(chip('monday').textContent);
  });

  test('of many people only those on screen are in the page, and the active one', async () => {
    const people = Array.from({ length: 400 }, (_, i) => aPerson(`p${i}`, `Person ${i}`));
    await mount([], { employees: people });
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(30);
    await focusCell('p3', MON);
    await press('Ctrl+End');
    expect(focused()).toBe(cellKey('p399', DAYS[6]));
    expect(document.querySelectorAll('[role=row]').length).toBeLessThan(40);
  });
});

describe('moving by keyboard', () => {
  test('M, arrows, Enter, in the words of the specification', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('m');
    expect(await says()).toBe('Picked up Ida, Monday 9 to 17, Barista. Arrows to move, Enter to drop.');
    await press('ArrowDown');
    expect(await says()).toBe('Bo, Monday: possible.');
    await press('ArrowRight');
    expect(await says()).toBe('Bo, Tuesday: not possible, overlaps 9 to 17.');
    await press('Enter');
    expect(commands).toEqual([]);
    await press('ArrowDown', 'Enter');
    expect(await says()).toBe('Moved to Cid, Tuesday. Undo with Control Z.');
    expect(commands[0]?.changes).toEqual([
      {
        kind: 'move',
        shiftId: 'monday',
        version: 1,
        employeeId: 'cid',
        date: TUE,
        startMinutes: 540,
        endMinutes: 1020,
      },
    ]);
    expect(cell('cid', TUE).contains(chip('monday'))).toBe(true);
    expect(focused()).toBe(cellKey('cid', TUE));
    await press('Ctrl+z');
    expect(await says()).toBe('Undone: Moved to Cid, Tuesday.');
    expect(cell('ida', MON).contains(chip('monday'))).toBe(true);
    await press('Ctrl+Shift+Z');
    expect(await says()).toBe('Redone: Moved to Cid, Tuesday.');
  });

  test("the server's verdicts are asked for once and spoken", async () => {
    const asked: string[][] = [];
    const answer: FeasibilityAnswer = (employeeId, date) =>
      employeeId === 'bo' && date === MON
        ? { verdict: 'warn', reason: 'only 9 hours rest' }
        : employeeId === 'cid'
          ? { verdict: 'block', reason: 'on leave' }
          : { verdict: 'ok' };
    const feasibility = async (ids: readonly string[]) => {
      asked.push([...ids]);
      return answer;
    };
    const { commands } = await mount(week, { feasibility });
    await focusCell('ida', MON);
    await press('m', 'ArrowDown');
    expect(await says()).toBe('Bo, Monday: warning, only 9 hours rest.');
    expect($('[data-mark]').dataset.verdict).toBe('warn');
    await press('ArrowDown');
    expect(await says()).toBe('Cid, Monday: not possible, on leave.');
    expect(asked).toEqual([['monday']]);
    await press('ArrowUp', 'Enter');
    expect(commands).toHaveLength(1);
  });

  test('a verdict that comes late corrects what was said', async () => {
    let answer: (given: FeasibilityAnswer) => void = () => undefined;
    const feasibility = () => new Promise<FeasibilityAnswer>((resolve) => (answer = resolve));
    await mount(week, { feasibility });
    await focusCell('ida', MON);
    await press('m', 'ArrowDown');
    expect(await says()).toBe('Bo, Monday: possible.');
    await act(async () => answer(() => ({ verdict: 'block', reason: 'on leave' })));
    expect(await says()).toBe('Bo, Monday: not possible, on leave.');
    expect($('[data-mark]').dataset.verdict).toBe('block');
  });

  test('Esc puts it back and focus where it was', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('m', 'ArrowDown', 'ArrowDown', 'Escape');
    expect(await says()).toBe('Cancelled. Nothing was changed.');
    expect(focused()).toBe(cellKey('ida', MON));
    expect(commands).toEqual([]);
  });

  test('Shift+M copies', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('Shift+M', 'ArrowRight', 'Enter');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'copy', shiftId: 'monday', employeeId: 'ida', date: TUE },
    ]);
    expect(cell('ida', TUE).querySelectorAll('[data-chip]')).toHaveLength(1);
    expect(cell('ida', MON).contains(chip('monday'))).toBe(true);
  });

  test('a locked shift says so', async () => {
    await mount([aShift({ id: 'locked', abilities: { update: false, delete: false } })]);
    await focusCell('ida', MON);
    await press('m');
    expect(await says()).toBe('This shift cannot be changed.');
    await press('Delete');
    expect(await says()).toContain('cannot be changed');
  });

  test('who may only look is told so', async () => {
    const { commands } = await mount(week, { canEdit: false });
    await focusCell('ida', MON);
    await press('Delete');
    expect(await says()).toBe('You can look at this schedule but not change it.');
    expect(commands).toEqual([]);
  });
});

describe('making and changing by keyboard', () => {
  test('a digit begins a shift, Enter makes it', async () => {
    const { commands } = await mount(week);
    await focusCell('cid', WED);
    await press('9');
    expect((document.activeElement as HTMLInputElement).value).toBe('9');
    expect(document.activeElement?.getAttribute('aria-label')).toBe('New shift for Cid, Wednesday');
    await type('9-17 coo');
    await act(async () => $<HTMLFormElement>('[data-entry]').requestSubmit());
    expect(commands[0]?.changes).toMatchObject([
      {
        kind: 'create',
        employeeId: 'cid',
        date: WED,
        startMinutes: 540,
        endMinutes: 1020,
        positionId: 'cook',
      },
    ]);
    expect(await says()).toBe('Added Cid, Wednesday 9 to 17. Undo with Control Z.');
    expect(focused()).toBe(cellKey('cid', WED));
  });

  test('what cannot be read stays to be mended, Esc leaves', async () => {
    const { commands } = await mount(week);
    await focusCell('cid', WED);
    await press('F2');
    await type('9-17 pilot');
    await act(async () => $<HTMLFormElement>('[data-entry]').requestSubmit());
    expect($('[data-entry] p').textContent).toBe('There is no position called “pilot”.');
    expect($('[data-entry] input').getAttribute('aria-invalid')).toBe('true');
    await press('Escape');
    expect(document.querySelector('[data-entry]')).toBeNull();
    expect(focused()).toBe(cellKey('cid', WED));
    expect(commands).toEqual([]);
  });

  test('Enter goes into the shifts of a cell, again opens one, Esc comes out', async () => {
    const second = aShift({ id: 'second', startMinutes: 1080, endMinutes: 1320 });
    const { opened } = await mount([...week, second]);
    await focusCell('ida', MON);
    await press('m');
    expect(await says()).toBe('Several shifts here. Press Enter, then arrows to choose one.');
    await press('Enter');
    expect(focused()).toBe('monday');
    await press('ArrowDown', 'Enter');
    expect(focused()).toBe('second');
    expect(opened).toEqual(['second']);
    await press('Escape');
    expect(focused()).toBe(cellKey('ida', MON));
  });

  test('several presses of < > , . are one change', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('Shift+>', 'Shift+>', '.');
    expect(chip('monday').textContent).toContain('09:15–17:30');
    expect(commands).toEqual([]);
    expect(await says()).toBe('Ida, 9:15 to 17:30.');
    await press('ArrowRight');
    expect(commands.map((command) => command.changes)).toEqual([
      [{ kind: 'resize', shiftId: 'monday', version: 1, date: MON, startMinutes: 555, endMinutes: 1050 }],
    ]);
  });

  test('Delete and undo of a selection are one step each', async () => {
    const { commands, server } = await mount(week);
    await focusCell('ida', MON);
    await press('Shift+ArrowDown', 'Shift+ArrowRight');
    expect(await says()).toBe('2 shifts, 2 people, 16 h selected.');
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(4);
    await press('Delete');
    expect(await says()).toBe('Deleted 2 shifts. Undo with Control Z.');
    expect(server.all().map((shift) => shift.id)).toEqual(['open']);
    await press('Ctrl+z');
    expect(await says()).toBe('Undone: Deleted 2 shifts.');
    expect(server.all()).toHaveLength(3);
    expect(commands).toHaveLength(2);
  });

  test('copy, paste, next day, make open', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('Ctrl+c', 'ArrowDown', 'ArrowDown', 'Ctrl+v');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'create', employeeId: 'cid', date: MON, startMinutes: 540 },
    ]);
    await press('Ctrl+d');
    expect(commands[1]?.changes).toMatchObject([{ kind: 'copy', employeeId: 'cid', date: TUE }]);
    await press('o');
    expect(commands[2]?.changes).toMatchObject([{ kind: 'assign', employeeId: null }]);
  });

  test('weeks by brackets', async () => {
    const { weeks } = await mount(week);
    await focusCell('ida', MON);
    await press(']', '[', 't');
    expect(weeks).toEqual([1, -1, 0]);
  });
});

describe('what others do', () => {
  test('a shift removed by somebody leaves focus in its cell', async () => {
    const { server, refetch } = await mount(week);
    await focusCell('ida', MON);
    await press('Enter');
    expect(focused()).toBe('monday');
    server.apply({ id: 'theirs', changes: [{ kind: 'remove', shiftId: 'monday', version: 1 }] });
    await refetch();
    expect(focused()).toBe(cellKey('ida', MON));
  });

  test('an undo over their change is refused', async () => {
    const { server, refetch, notices } = await mount(week);
    await focusCell('ida', MON);
    await press('o');
    server.change({ ...monday, version: 7, changedBy: 'Anna' });
    await refetch();
    await press('Ctrl+z');
    expect(notices.at(-1)).toBe('Not undone: Anna changed this shift in the meantime.');
  });
});

describe('menus and boxes', () => {
  test('Shift+F10 offers every outcome', async () => {
    const { commands } = await mount(week);
    await focusCell('ida', MON);
    await press('Shift+F10');
    const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
    expect(items.map((item) => item.textContent.trim())).toEqual([
      'Edit',
      'Move',
      'Copy',
      'Assign to…',
      'Make open',
      'A day earlier',
      'A day later',
      'Copy to next day',
      'Position…',
      'Note…',
      'Add another shift…',
      'Delete',
    ]);
    await act(async () => items[4]!.click());
    expect(commands[0]?.changes).toMatchObject([{ kind: 'assign', employeeId: null }]);
  });

  test('A finds a person by typing', async () => {
    const { commands } = await mount(week);
    await focusCell('bo', TUE);
    await press('a');
    expect(document.activeElement?.getAttribute('role')).toBe('combobox');
    await type('ci');
    expect([...document.querySelectorAll('[role=option]')].map((each) => each.textContent)).toEqual([
      'Cid Cook',
    ]);
    await press('Enter');
    expect(commands[0]?.changes).toEqual([{ kind: 'assign', shiftId: 'bos', version: 1, employeeId: 'cid' }]);
  });

  test('? lists the keys', async () => {
    await mount(week);
    await focusCell('ida', MON);
    await press('Shift+?');
    expect($('[role=dialog]').textContent).toContain('Keys of the schedule');
  });
});
