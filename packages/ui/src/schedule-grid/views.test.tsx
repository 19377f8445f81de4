// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { addDays } from './days.ts';
import { aPerson, aShift, BO, CID, IDA, MON, TUE, WED } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focusCell,
  focused,
  mount,
  named,
  pointer,
  press,
  says,
  setUpPage,
  tearDownPage,
} from './grid-harness.tsx';
import { cellKey } from './shift-index.ts';
import type { DayAxis, GridSection } from './types.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const SECTIONS: GridSection[] = [
  { id: 'bar', name: 'Barista', color: '#2563eb', employeeIds: ['ida', 'bo'] },
  { id: 'cook', name: 'Cook', employeeIds: ['cid'] },
];
const monday = aShift({ id: 'monday' });
const cooking = aShift({
  id: 'cooking',
  employeeId: 'cid',
  date: TUE,
  positionId: 'cook',
  positionName: 'Cook',
});
const open = aShift({ id: 'open', employeeId: null, date: WED });
const byPosition = { rowsBy: 'position', sections: SECTIONS } as const;
const inSection = (section: string, employeeId: string | null, date: string) =>
  $(`[data-cell="${cellKey(employeeId, date, section)}"]`);
const rowHeads = () =>
  [...document.querySelectorAll('[role=rowheader]')].map((each) => named(each).split(/[,\d]/)[0]!.trim());

describe('rows by position', () => {
  test('a section for each, with open shifts, members and guests, and sums', async () => {
    const guest = aShift({ id: 'guest', employeeId: 'cid', date: MON });
    const nowhere = aShift({
      id: 'nowhere',
      employeeId: 'bo',
      date: MON,
      positionId: null,
      positionName: null,
    });
    await mount([monday, cooking, open, guest, nowhere], byPosition);
    expect(rowHeads()).toEqual([
      'Barista',
      'Open shifts',
      'Ida',
      'Bo',
      'Cid',
      'Cook',
      'Open shifts',
      'Cid',
      'No position',
      'Open shifts',
      'Bo',
      'Total',
    ]);
    expect(inSection('bar', 'ida', MON).contains(chip('monday'))).toBe(true);
    expect(inSection('bar', null, WED).contains(chip('open'))).toBe(true);
    expect(inSection('none', 'bo', MON).contains(chip('nowhere'))).toBe(true);
    const sums = [...$('[data-section=bar]').children].map((each) =>
      each.textContent.replaceAll('\u00A0', ' '),
    );
    expect(sums.slice(0, 4)).toEqual(['Barista, 24 hDKK 3,600', '16 hDKK 2,400', '0 hDKK 0', '8 hDKK 1,200']);
  });

  test('arrows pass the heads of sections by', async () => {
    await mount([monday, cooking], byPosition);
    inSection('bar', 'bo', TUE).focus();
    await pointer('click', inSection('bar', 'bo', TUE), [0, 0]);
    await press('ArrowDown');
    expect(focused()).toBe(cellKey(null, TUE, 'cook'));
    await press('ArrowDown', 'Ctrl+Home');
    expect(focused()).toBe(cellKey(null, MON, 'bar'));
  });

  test('a move to another section changes the position, and undo gives it back', async () => {
    const { commands } = await mount([monday, cooking], byPosition);
    await pointer('click', inSection('bar', 'ida', MON), [0, 0]);
    inSection('bar', 'ida', MON).focus();
    await press('m', 'ArrowDown', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(await says()).toBe('Moved to Cid, Monday. Undo with Control Z.');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'move', shiftId: 'monday', employeeId: 'cid', date: MON, positionId: 'cook' },
    ]);
    await press('Ctrl+z');
    expect(commands[1]?.changes).toMatchObject([{ kind: 'move', employeeId: 'ida', positionId: 'bar' }]);
  });

  test('a copy to another section is made anew for its position', async () => {
    const { commands } = await mount([monday], byPosition);
    await pointer('click', inSection('bar', 'ida', MON), [0, 0]);
    inSection('bar', 'ida', MON).focus();
    await press('Shift+M', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'create', employeeId: null, date: MON, startMinutes: 540, positionId: 'cook' },
    ]);
  });

  test('what is typed in a section is for its position', async () => {
    const { commands } = await mount([], { ...byPosition, lastUsed: { startMinutes: 600, endMinutes: 840 } });
    await pointer('dblclick', inSection('cook', 'cid', WED), [0, 0]);
    expect(commands[0]?.changes).toMatchObject([{ kind: 'create', employeeId: 'cid', positionId: 'cook' }]);
  });

  test('a person in two sections overlaps with themselves', async () => {
    const twice = aShift({ id: 'twice', employeeId: 'ida', date: TUE, positionId: 'cook' });
    await mount([monday, twice], byPosition);
    await pointer('click', inSection('bar', 'ida', MON), [0, 0]);
    inSection('bar', 'ida', MON).focus();
    await press('m', 'ArrowRight');
    expect(await says()).toBe('Ida, Tuesday: not possible, overlaps 9 to 17.');
  });

  test('a filter hides sections without anybody', async () => {
    await mount([], { ...byPosition, filterText: 'cid' });
    expect(rowHeads()).toEqual(['Cook', 'Open shifts', 'Cid', 'Total']);
  });
});

describe('rows by location', () => {
  const here = { ...monday, locationId: 'main', departmentId: 'bar', employeeId: 'ida' };
  const port = { id: 'port', name: 'Port', employeeIds: ['bo'] };
  const main = { id: 'main', name: 'Main Street', employeeIds: ['ida'] };
  const props = { rowsBy: 'location', sections: [main, port], locationId: 'main' } as const;

  test('a shift moves to another location, and back by one undo', async () => {
    const { commands, server, refetch } = await mount([here], props);
    await pointer('click', inSection('main', 'ida', MON), [0, 0]);
    inSection('main', 'ida', MON).focus();
    await press('m', 'ArrowDown', 'ArrowDown', 'Enter');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'move', shiftId: 'monday', employeeId: 'bo', locationId: 'port' },
    ]);
    await refetch();
    expect(inSection('port', 'bo', MON).querySelector('[data-chip="monday"]')).not.toBeNull();
    await press('Ctrl+z');
    expect(commands[1]?.changes).toMatchObject([
      { kind: 'move', employeeId: 'ida', locationId: 'main', departmentId: 'bar' },
    ]);
    expect(server.all()[0]).toMatchObject({ employeeId: 'ida', locationId: 'main' });
  });

  test('what is typed in its section is made there, and shown there at once', async () => {
    const { commands } = await mount([], { ...props, lastUsed: { startMinutes: 600, endMinutes: 840 } });
    await pointer('dblclick', inSection('port', 'bo', WED), [0, 0]);
    expect(commands[0]?.changes).toMatchObject([{ kind: 'create', employeeId: 'bo', locationId: 'port' }]);
    expect(inSection('port', 'bo', WED).querySelector('[data-chip]')).not.toBeNull();
  });

  test('nothing moves to a location that somebody else plans', async () => {
    await mount([here], { ...props, sections: [main, { ...port, locked: true }] });
    await pointer('click', inSection('main', 'ida', MON), [0, 0]);
    inSection('main', 'ida', MON).focus();
    await press('m', 'ArrowDown');
    expect(await says()).toBe('Open shifts, Monday: not possible, you do not plan at that location.');
  });
});

test('a closed day is shaded and its head says so', async () => {
  await mount([], { closedDays: new Map([[WED, 'Stocktaking']]) });
  expect(cell('ida', WED).dataset.closed).toBe('true');
  expect(cell('ida', TUE).dataset.closed).toBeUndefined();
  expect($('[role=columnheader][title="Stocktaking"]').textContent).toContain('closed: Stocktaking');
});

describe('what is shown', () => {
  test('a filter of shifts hides and leaves out of the sums, but not out of the way', async () => {
    await mount([monday, cooking], { shows: (shift) => shift.positionId === 'cook' });
    expect(document.querySelectorAll('[data-chip]')).toHaveLength(1);
    await focusCell('cid', TUE);
    await press('m', 'ArrowUp', 'ArrowUp', 'ArrowLeft');
    expect(await says()).toBe('Ida, Monday: not possible, overlaps 9 to 17.');
  });

  test('only people with something to show', async () => {
    await mount([cooking], { hideEmptyRows: true });
    expect(rowHeads()).toEqual(['Open shifts', 'Cid', 'Total']);
  });

  const nothing = { whenEmpty: <button type="button">Clear filters</button> };
  const said = () => $('[role=status]').textContent;

  test('a filter that leaves nobody says so; open shifts alone are something', async () => {
    const { give } = await mount([monday, open], { ...nothing, filterText: 'nobody' });
    expect(said()).toBe('Clear filters');
    await act(async () => give({ filterText: '' }));
    expect(said()).toBe('');
    await act(async () => give({ hideEmptyRows: true, shows: (shift) => shift.id === 'open' }));
    expect(said()).toBe('');
    await act(async () => give({ shows: () => false }));
    expect(said()).toBe('Clear filters');
  });

  test('who clears the filter with the button stands in the grid again', async () => {
    const { give } = await mount([monday], { ...nothing, employees: [] });
    $('[role=status] button').focus();
    await act(async () => give({ employees: [IDA, BO, CID] }));
    expect(focused()).toBe(cellKey(null, MON));
  });

  test.each([
    ['twoWeeks', 14],
    ['month', 31],
  ] as const)('%s fit beside the menu of a window 1,440 wide, the scroll bar too', async (range, length) => {
    const days = Array.from({ length }, (_, i) => addDays(MON, i));
    await mount([monday], { range, days });
    const { minWidth } = $('[data-grid-scroller]').querySelector<HTMLElement>(':scope > div')!.style;
    expect(Number.parseInt(minWidth, 10)).toBeLessThanOrEqual(1440 - 240 - 15);
    // a month paints the times one above the other and says them in the name
    const { from, to } = chip('monday').querySelector<HTMLElement>('[data-text]')!.dataset;
    expect([from, to]).toEqual(range === 'month' ? ['9', '17'] : [undefined, undefined]);
    expect(chip('monday').textContent).toBe(range === 'month' ? '' : '9–17 Barista');
    expect(named(chip('monday'))).toBe('9–17 Barista, draft');
    const lines = [...document.querySelectorAll<HTMLElement>('[data-week-line]')];
    expect(lines.map((line) => line.dataset.weekLine)).toEqual(
      range === 'month' ? [7, 14, 21, 28].map((day) => addDays(MON, day)) : [],
    );
  });

  test('the words of a verdict stay inside the grid: at the last days they begin from its end', async () => {
    await mount([monday]);
    await focusCell('ida', MON);
    await press('m', 'ArrowRight');
    expect($('[data-mark]').dataset.atEnd).toBeUndefined();
    await press('ArrowRight', 'ArrowRight', 'ArrowRight', 'ArrowRight');
    expect($('[data-mark]').dataset.atEnd).toBe('');
  });

  test('compact rows are 41 pixels high and chips one line', async () => {
    await mount([monday], { density: 'compact' });
    expect(chip('monday').closest<HTMLElement>('[role=row]')?.style.height).toBe('41px');
    expect(named(chip('monday'))).toBe('9–17 Barista, draft');
  });

  test('in a month nothing is dragged', async () => {
    const { commands } = await mount([monday], { range: 'month' });
    await pointer('pointerdown', chip('monday'), [220, 80]);
    await pointer('pointermove', window, [400, 80]);
    await pointer('pointerup', window, [400, 80]);
    expect(commands).toEqual([]);
    await focusCell('ida', MON);
    await press('m', 'ArrowRight', 'Enter');
    expect(commands).toHaveLength(1);
  });
});

describe('a day along its hours', () => {
  /** The night of 25 October 2026 in Copenhagen has 25 hours: 2 o'clock comes twice. */
  const LONG = '2026-10-25';
  const hours = [0, 1, 2, 2, ...Array.from({ length: 21 }, (_, i) => i + 3)];
  const axis: DayAxis = {
    startsAt: '2026-10-24T22:00:00Z',
    minutes: 1500,
    ticks: hours.map((hour, i) => ({ at: i * 60, wall: hour * 60 })),
  };
  const day = { range: 'day', days: [LONG], axis, employees: [IDA, BO, CID, aPerson('dan', 'Dan')] } as const;
  const early = aShift({
    id: 'early',
    date: LONG,
    startMinutes: 60,
    endMinutes: 240,
    startsAt: '2026-10-24T23:00:00Z',
    endsAt: '2026-10-25T03:00:00Z',
  });

  test('has an hour for each, also the one that comes twice', async () => {
    await mount([early], day);
    expect(
      [...document.querySelectorAll<HTMLElement>('[data-hour]')].map((each) => each.dataset.hour),
    ).toEqual(hours.map(String));
    expect($('[role=columnheader] .sr-only').textContent).toBe('Sunday 25 October, 25 hours, 1 of 1 staffed');
  });

  test('a shift is as wide as it lasts: one to four is four hours that night', async () => {
    await mount([early], day);
    const { style } = chip('early').parentElement!;
    expect(style.insetInlineStart).toBe('4%');
    expect(style.width).toBe('16%');
  });

  test('the night before reaches in up to its end, and moves as the shift it is', async () => {
    const night = aShift({
      id: 'night',
      date: '2026-10-24',
      startMinutes: 1320,
      endMinutes: 1680,
      startsAt: '2026-10-24T20:00:00Z',
      endsAt: '2026-10-25T03:00:00Z',
    });
    const { commands } = await mount([night, aShift({ id: 'over', date: '2026-10-24' })], day);
    const { style, dataset } = chip('night').parentElement!;
    expect([style.insetInlineStart, style.width, dataset.sinceYesterday]).toEqual(['0%', '20%', 'true']);
    expect(document.querySelector('[data-chip="over"]')).toBeNull();
    // its hours are those of the day it began on
    expect($('[role=columnheader] .sr-only').textContent).toContain('0 of 0 staffed');
    await focusCell('ida', LONG);
    await press('m', 'ArrowDown', 'Enter');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'move', employeeId: 'bo', date: '2026-10-24', startMinutes: 1320, endMinutes: 1680 },
    ]);
  });

  test('shifts that overlap lie below one another', async () => {
    const second = aShift({ id: 'second', date: LONG, startMinutes: 120, endMinutes: 300 });
    await mount([early, second], day);
    expect(chip('second').closest<HTMLElement>('[role=row]')?.style.height).toBe('105px');
  });

  test('a drag moves along the hours and to another person', async () => {
    const { commands } = await mount([aShift({ id: 's', date: LONG })], day);
    await pointer('pointerdown', chip('s'), [600, 140]);
    // 812 pixels for 1,500 minutes: 65 of them are two hours
    await pointer('pointermove', window, [665, 200]);
    expect($('[data-mark]').textContent).toBe('✓ Bo, 11:00–19:00');
    await pointer('pointerup', window, [665, 200]);
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'move', employeeId: 'bo', date: LONG, startMinutes: 660, endMinutes: 1140 },
    ]);
  });

  test('by keys left and right are a quarter of an hour', async () => {
    const { commands } = await mount([aShift({ id: 's', date: LONG })], day);
    await focusCell('ida', LONG);
    await press('m', 'ArrowRight', 'ArrowRight');
    expect(await says()).toBe('Ida 9:30 to 17:30, Sunday: possible.');
    await press('Enter');
    expect(commands[0]?.changes).toMatchObject([{ kind: 'move', startMinutes: 570, endMinutes: 1050 }]);
  });
});
