// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShift, MON, THU, TUE, WED } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focusCell,
  mount,
  press,
  says,
  setUpPage,
  tearDownPage,
  type,
} from './grid-harness.tsx';

beforeEach(setUpPage);
afterEach(tearDownPage);

const idas = aShift({ id: 'idas' });
const bos = aShift({ id: 'bos', employeeId: 'bo', date: TUE });
const week = [idas, bos];

const tool = (name: string) => act(async () => $(`[role=toolbar] [aria-label="${name}"]`).click());
async function selectBoth(): Promise<void> {
  await focusCell('ida', MON);
  await press('Shift+ArrowDown', 'Shift+ArrowRight');
}
const selected = () =>
  [...document.querySelectorAll<HTMLElement>('[aria-selected=true]')].map((each) => each.dataset.cell);

test('the toolbar says what is selected, in place of the head', async () => {
  await mount(week);
  expect(document.querySelector('[role=toolbar]')).toBeNull();
  await selectBoth();
  expect($('[role=toolbar]').textContent.replaceAll('\u00A0', ' ')).toBe(
    '2 shifts, 2 people, 16 h, +DKK 2,400',
  );
  await tool('Clear selection');
  expect(document.querySelector('[role=toolbar]')).toBeNull();
});

test('a day later and earlier; the selection goes with the shifts, and each is one undo', async () => {
  const { commands } = await mount(week);
  await selectBoth();
  await tool('A day later');
  expect(await says()).toBe('Moved a day later: 2 shifts. Undo with Control Z.');
  expect(cell('ida', TUE).contains(chip('idas'))).toBe(true);
  expect(cell('bo', WED).contains(chip('bos'))).toBe(true);
  expect(selected()).toEqual([`ida|${TUE}`, `bo|${WED}`]);
  await tool('A day earlier');
  expect(commands).toHaveLength(2);
  expect(cell('ida', MON).contains(chip('idas'))).toBe(true);
  await act(async () => cell('ida', MON).focus());
  await press('Ctrl+z', 'Ctrl+z');
  expect(await says()).toBe('Undone: Moved a day later: 2 shifts.');
  expect(cell('ida', MON).contains(chip('idas'))).toBe(true);
});

test('a position for all of them', async () => {
  const { commands } = await mount(week);
  await selectBoth();
  await tool('Position…');
  const names = [...document.querySelectorAll('[aria-label=Positions] button')].map(
    (each) => each.textContent,
  );
  expect(names).toEqual(['Barista', 'Cook', 'No position']);
  await act(async () => document.querySelectorAll<HTMLElement>('[aria-label=Positions] button')[1]!.click());
  expect(commands[0]?.changes).toEqual([
    { kind: 'edit', shiftId: 'idas', version: 1, positionId: 'cook' },
    { kind: 'edit', shiftId: 'bos', version: 1, positionId: 'cook' },
  ]);
  expect(await says()).toBe('Made Cook: 2 shifts. Undo with Control Z.');
});

test('P is the same for one, and its undo gives the position back', async () => {
  const { commands } = await mount(week);
  await focusCell('ida', MON);
  await press('p');
  await act(async () => document.querySelectorAll<HTMLElement>('[aria-label=Positions] button')[2]!.click());
  expect(chip('idas').textContent).toContain('No position');
  expect(await says()).toBe('Made no position: Ida, Monday 9 to 17, Barista. Undo with Control Z.');
  await press('Ctrl+z');
  expect(commands[1]?.changes).toMatchObject([{ kind: 'edit', positionId: 'bar' }]);
});

test('a note for all of them', async () => {
  const { commands } = await mount(week);
  await selectBoth();
  await tool('Note…');
  await act(async () => $<HTMLTextAreaElement>('textarea').focus());
  await type('bring keys');
  await act(async () => $<HTMLFormElement>('[aria-label=Note] form').requestSubmit());
  expect(commands[0]?.changes).toEqual([
    { kind: 'edit', shiftId: 'idas', version: 1, notes: 'bring keys' },
    { kind: 'edit', shiftId: 'bos', version: 1, notes: 'bring keys' },
  ]);
  expect(await says()).toBe('Noted: 2 shifts. Undo with Control Z.');
});

test('publishing just these is offered where the page can', async () => {
  const asked: (readonly string[])[] = [];
  await mount(week, { onPublishShifts: (ids) => asked.push(ids) });
  await selectBoth();
  await tool('Publish…');
  expect(asked).toEqual([['idas', 'bos']]);
});

describe('as a group', () => {
  test('a move keeps the offsets and takes the selection along', async () => {
    const { commands } = await mount(week);
    await selectBoth();
    await press('m');
    expect(await says()).toBe(
      'Picked up Ida, Monday 9 to 17, Barista and 1 more. Arrows to move, Enter to drop.',
    );
    // carried from Ida on Monday: a row down and two days on
    await press('ArrowDown', 'ArrowRight', 'ArrowRight', 'Enter');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'move', shiftId: 'idas', employeeId: 'bo', date: WED },
      { kind: 'move', shiftId: 'bos', employeeId: 'cid', date: THU },
    ]);
    expect(selected()).toEqual([`bo|${WED}`, `cid|${THU}`]);
    expect(await says()).toBe('Moved 2 shifts to Bo, Wednesday. Undo with Control Z.');
  });

  test('a copied block is pasted with its offsets', async () => {
    const { commands } = await mount(week);
    await selectBoth();
    await press('Ctrl+c');
    expect(await says()).toBe('Copied 2 shifts. Control V to paste.');
    await press('Escape');
    await focusCell('bo', WED);
    await press('Ctrl+v');
    expect(commands[0]?.changes).toMatchObject([
      { kind: 'create', employeeId: 'bo', date: WED },
      { kind: 'create', employeeId: 'cid', date: THU },
    ]);
    expect(await says()).toBe('Pasted 2 shifts. Undo with Control Z.');
  });

  test('Ctrl+A takes the row, then everything', async () => {
    await mount(week);
    await focusCell('ida', MON);
    await press('Ctrl+a');
    expect(await says()).toBe('1 shift, 1 person, 8 h selected.');
    await press('Ctrl+a');
    expect(await says()).toBe('2 shifts, 2 people, 16 h selected.');
  });
});
