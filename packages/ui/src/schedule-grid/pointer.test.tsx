// @vitest-environment jsdom
import { act } from 'react';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { aShift, FRI, MON, SUN, THU, TUE, WED } from './fixtures.ts';
import {
  $,
  cell,
  chip,
  focused,
  mount,
  pointer,
  type PointerInit,
  press,
  says,
  setUpPage,
  tearDownPage,
  wait,
} from './grid-harness.tsx';
import { HEADER_HEIGHT, ROW_HEADER_WIDTH, ROW_HEIGHT } from './layout.ts';
import { cellKey } from './shift-index.ts';

beforeEach(setUpPage);
afterEach(tearDownPage);

const monday = aShift({ id: 'monday' });
const bosTuesday = aShift({ id: 'bos', employeeId: 'bo', date: TUE });
const week = [monday, bosTuesday];

/** Middle of a cell in the harness's page: rows are open shifts, Ida, Bo, Cid. */
const middle = (row: number, day: number): [number, number] => [
  ROW_HEADER_WIDTH + day * 116 + 58,
  HEADER_HEIGHT + row * ROW_HEIGHT + 28,
];
const [IDA_ROW, BO_ROW, CID_ROW] = [1, 2, 3];
const home = middle(IDA_ROW, 0);

async function drag(target: Element, path: readonly (readonly [number, number])[], init: PointerInit = {}) {
  await pointer('pointerdown', target, path[0]!, init);
  for (const point of path.slice(1)) await pointer('pointermove', window, point, init);
}

describe('dragging with a mouse', () => {
  test('moves a shift to the cell it is dropped on', async () => {
    const { commands, opened } = await mount(week);
    await drag(chip('monday'), [home, [home[0] + 6, home[1]], middle(CID_ROW, 2)]);
    expect($('[data-ghost]').hidden).toBe(false);
    expect($('[data-mark]').dataset.verdict).toBe('ok');
    expect(chip('monday').dataset.carried).toBe('true');
    await pointer('pointerup', window, middle(CID_ROW, 2));
    expect(commands[0]?.changes).toEqual([
      {
        kind: 'move',
        shiftId: 'monday',
        version: 1,
        employeeId: 'cid',
        date: WED,
        startMinutes: 540,
        endMinutes: 1020,
      },
    ]);
    expect($('[data-ghost]').hidden).toBe(true);
    expect($('[data-mark]').hidden).toBe(true);
    expect(await says()).toBe('Moved to Cid, Wednesday. Undo with Control Z.');
    await act(async () => chip('monday').click());
    expect(opened).toEqual(['monday']);
  });

  test('the click a browser sends after a drop opens nothing', async () => {
    const { opened } = await mount(week);
    await drag(chip('monday'), [home, [home[0] + 30, home[1]], home]);
    await pointer('pointerup', window, home);
    await act(async () => chip('monday').click());
    expect(opened).toEqual([]);
    await wait(300);
    await act(async () => chip('monday').click());
    expect(opened).toEqual(['monday']);
  });

  test('less than five pixels is a click', async () => {
    const { commands } = await mount(week);
    await drag(chip('monday'), [home, [home[0] + 4, home[1]]]);
    expect($('[data-ghost]').hidden).toBe(true);
    await pointer('pointerup', window, home);
    expect(commands).toEqual([]);
  });

  test('with Ctrl it copies, also when Ctrl comes late', async () => {
    const { commands } = await mount(week);
    await drag(chip('monday'), [home, middle(IDA_ROW, 3)]);
    await act(async () => {
      window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Control', ctrlKey: true, cancelable: true }));
    });
    expect($('[data-ghost]').hasAttribute('data-copy')).toBe(true);
    await pointer('pointerup', window, middle(IDA_ROW, 3), { ctrlKey: true });
    expect(commands[0]?.changes).toMatchObject([{ kind: 'copy', shiftId: 'monday', date: THU }]);
  });

  test.each([
    ['Esc', () => press('Escape')],
    ['losing the pointer', () => pointer('pointercancel', window, home)],
    ['a second button', () => pointer('pointerdown', chip('bos'), home, { button: 2 })],
    ['leaving the window', () => act(async () => void window.dispatchEvent(new Event('blur')))],
  ])('%s cancels', async (_, cancel) => {
    const { commands } = await mount(week);
    await drag(chip('monday'), [home, middle(CID_ROW, 2)]);
    await cancel();
    await pointer('pointerup', window, middle(CID_ROW, 2));
    expect(commands).toEqual([]);
    expect($('[data-ghost]').hidden).toBe(true);
    expect(await says()).toBe('Cancelled. Nothing was changed.');
  });

  test('a drop outside the cells cancels', async () => {
    const { commands } = await mount(week);
    await drag(chip('monday'), [home, [20, 20]]);
    expect($('[data-mark]').hidden).toBe(true);
    await pointer('pointerup', window, [20, 20]);
    expect(commands).toEqual([]);
  });

  test('a drop that is not possible snaps back and says why', async () => {
    const { commands, notices } = await mount(week);
    await drag(chip('monday'), [home, middle(BO_ROW, 1)]);
    expect($('[data-mark]').dataset.verdict).toBe('block');
    expect($('[data-mark]').textContent).toBe('✕ overlaps 9 to 17');
    await pointer('pointerup', window, middle(BO_ROW, 1));
    expect(commands).toEqual([]);
    expect(notices).toEqual(['Bo, Tuesday: not possible, overlaps 9 to 17.']);
    expect(cell('ida', MON).contains(chip('monday'))).toBe(true);
  });

  test('the server’s verdict repaints the highlight when it comes', async () => {
    await mount(week, { feasibility: async () => () => ({ verdict: 'warn', reason: 'only 9 hours rest' }) });
    await drag(chip('monday'), [home, middle(CID_ROW, 4)]);
    await wait(40);
    expect($('[data-mark]').dataset.verdict).toBe('warn');
    await pointer('pointerup', window, middle(CID_ROW, 4));
    expect(cell('cid', FRI).contains(chip('monday'))).toBe(true);
  });

  test('a selection goes along', async () => {
    const { commands } = await mount(week);
    const click = (target: Element) => act(async () => void target.dispatchEvent(ctrlClick()));
    await click(cell('ida', MON));
    await click(cell('bo', TUE));
    await drag(chip('monday'), [home, middle(IDA_ROW, 2)]);
    await pointer('pointerup', window, middle(IDA_ROW, 2));
    expect(commands[0]?.changes).toMatchObject([
      { shiftId: 'monday', employeeId: 'ida', date: WED },
      { shiftId: 'bos', employeeId: 'bo', date: THU },
    ]);
  });

  test('a locked shift stays and says so once', async () => {
    const { commands, notices } = await mount([{ ...monday, abilities: { update: false, delete: false } }]);
    await drag(chip('monday'), [home, middle(CID_ROW, 1), middle(CID_ROW, 2)]);
    await pointer('pointerup', window, middle(CID_ROW, 2));
    expect(commands).toEqual([]);
    expect(notices).toEqual(['This shift cannot be changed.']);
  });

  test('nothing can be dragged by who may only look', async () => {
    const { commands } = await mount(week, { canEdit: false });
    await drag(chip('monday'), [home, middle(CID_ROW, 2)]);
    await pointer('pointerup', window, middle(CID_ROW, 2));
    expect(commands).toEqual([]);
    expect($('[data-ghost]').hidden).toBe(true);
  });
});

const ctrlClick = () => new MouseEvent('click', { ctrlKey: true, bubbles: true, cancelable: true });

/** They are there once the pointer is. */
async function edgeOf(id: string, edge: 'start' | 'end'): Promise<Element> {
  await pointer('pointerover', chip(id), home);
  return chip(id).querySelector(`[data-edge=${edge}]`)!;
}

describe('dragging edges and empty cells', () => {
  test('an edge changes the time in steps of 15 minutes, shown as it goes', async () => {
    const { commands } = await mount(week);
    const end = await edgeOf('monday', 'end');
    await drag(end, [home, [home[0] + 4, home[1]], [home[0] + 16, home[1]]]);
    expect(chip('monday').textContent).toContain('09:00–17:30');
    await pointer('pointerup', window, [home[0] + 16, home[1]]);
    expect(commands[0]?.changes).toEqual([
      { kind: 'resize', shiftId: 'monday', version: 1, date: MON, startMinutes: 540, endMinutes: 1050 },
    ]);
  });

  test('an edge cannot turn a shift over', async () => {
    const { commands } = await mount(week);
    const start = await edgeOf('monday', 'start');
    await drag(start, [home, [home[0] + 2000, home[1]]]);
    await pointer('pointerup', window, [home[0] + 2000, home[1]]);
    expect(commands).toEqual([]);
  });

  test('dragging over empty days makes the last used shift on each', async () => {
    const lastUsed = { startMinutes: 600, endMinutes: 900, positionId: 'cook' };
    const { commands } = await mount(week, { lastUsed });
    await drag(cell('cid', TUE), [middle(CID_ROW, 1), middle(CID_ROW, 2), middle(CID_ROW, 3)]);
    expect($('[data-mark]').textContent).toBe('+ 3 days');
    await pointer('pointerup', window, middle(CID_ROW, 3));
    const dates = commands[0]?.changes.map((change) => change.kind === 'create' && change.date);
    expect(dates).toEqual([TUE, WED, THU]);
    expect(commands[0]?.changes[0]).toMatchObject({
      startMinutes: 600,
      positionId: 'cook',
      employeeId: 'cid',
    });
  });

  test('without times used before it asks for them', async () => {
    await mount(week);
    await drag(cell('cid', TUE), [middle(CID_ROW, 1), middle(CID_ROW, 2)]);
    await pointer('pointerup', window, middle(CID_ROW, 2));
    expect($('[data-entry]').textContent).toContain('On 2 days');
  });

  test('double click on an empty place makes one shift', async () => {
    const { commands } = await mount(week, { lastUsed: { startMinutes: 600, endMinutes: 900 } });
    await act(async () => void cell('cid', SUN).dispatchEvent(new MouseEvent('dblclick', { bubbles: true })));
    expect(commands[0]?.changes).toMatchObject([{ kind: 'create', employeeId: 'cid', date: SUN }]);
  });

  test('Shift and drag selects a rectangle', async () => {
    await mount(week);
    const shift = { shiftKey: true };
    await drag(cell('ida', TUE), [middle(IDA_ROW, 1), middle(IDA_ROW, 2), middle(BO_ROW, 2)], shift);
    await pointer('pointerup', window, middle(BO_ROW, 2), shift);
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(4);
  });
});

describe('what is seen before it is worked out', () => {
  const event = (type: string, [clientX, clientY]: readonly [number, number]) =>
    new PointerEvent(type, {
      pointerType: 'mouse',
      pointerId: 1,
      button: 0,
      bubbles: true,
      clientX,
      clientY,
    });

  test('the ghost is there with the first move, and lies in its cell with the drop', async () => {
    const { commands } = await mount(week);
    const to = middle(CID_ROW, 2);
    await pointer('pointerdown', chip('monday'), home);
    await act(async () => void window.dispatchEvent(event('pointermove', to)));
    expect($('[data-ghost]').hidden).toBe(false);
    expect(chip('monday').dataset.carried).toBeUndefined();
    await wait(40);
    expect(chip('monday').dataset.carried).toBe('true');
    await act(async () => void window.dispatchEvent(event('pointerup', to)));
    expect($('[data-ghost]').dataset.landed).toBe(cellKey('cid', WED));
    expect(commands).toHaveLength(0);
    await wait(40);
    expect($('[data-ghost]').hidden).toBe(true);
    expect(commands).toHaveLength(1);
  });

  test('a flick is a whole drag', async () => {
    const { commands } = await mount(week);
    const to = middle(CID_ROW, 2);
    await act(async () => {
      chip('monday').dispatchEvent(event('pointerdown', home));
      window.dispatchEvent(event('pointermove', to));
      window.dispatchEvent(event('pointerup', to));
    });
    await wait(40);
    expect(commands[0]?.changes).toMatchObject([{ kind: 'move', employeeId: 'cid', date: WED }]);
  });
});

describe('fingers', () => {
  const touch = { pointerType: 'touch' } as const;

  test('resting 250 ms picks up, then it drags', async () => {
    const { commands } = await mount(week);
    await pointer('pointerdown', chip('monday'), home, touch);
    // 34 of them have passed with the press
    await wait(215);
    expect($('[data-ghost]').hidden).toBe(true);
    await wait(1);
    expect($('[data-ghost]').hidden).toBe(false);
    await pointer('pointermove', window, middle(CID_ROW, 2), touch);
    const scroll = new Event('touchmove', { bubbles: true, cancelable: true });
    chip('monday').dispatchEvent(scroll);
    expect(scroll.defaultPrevented).toBe(true);
    await pointer('pointerup', window, middle(CID_ROW, 2), touch);
    expect(commands[0]?.changes).toMatchObject([{ employeeId: 'cid', date: WED }]);
  });

  test('resting and lifting offers the menu', async () => {
    const { commands, opened } = await mount(week);
    await pointer('pointerdown', chip('monday'), home, touch);
    await wait(250);
    await pointer('pointerup', window, home, touch);
    const lifted = new Event('touchend', { bubbles: true, cancelable: true });
    chip('monday').dispatchEvent(lifted);
    expect(lifted.defaultPrevented).toBe(true);
    expect(document.querySelectorAll('[role=menuitem]')).toHaveLength(12);
    expect(opened).toEqual([]);
    expect(commands).toEqual([]);
  });

  test('moving before that scrolls', async () => {
    const { commands } = await mount(week);
    await pointer('pointerdown', chip('monday'), home, touch);
    await pointer('pointermove', window, [home[0], home[1] + 20], touch);
    await wait(400);
    const scroll = new Event('touchmove', { bubbles: true, cancelable: true });
    chip('monday').dispatchEvent(scroll);
    expect(scroll.defaultPrevented).toBe(false);
    expect($('[data-ghost]').hidden).toBe(true);
    expect(commands).toEqual([]);
  });

  test('a second finger puts it down', async () => {
    const { commands } = await mount(week);
    await pointer('pointerdown', chip('monday'), home, touch);
    await wait(250);
    await pointer('pointerdown', chip('bos'), home, { ...touch, pointerId: 2 });
    await pointer('pointerup', window, middle(CID_ROW, 2), touch);
    expect(commands).toEqual([]);
  });

  test('a tap opens the shift', async () => {
    const { opened } = await mount(week);
    await pointer('pointerdown', chip('monday'), home, touch);
    await pointer('pointerup', window, home, touch);
    await act(async () => chip('monday').click());
    expect(opened).toEqual(['monday']);
  });
});

describe('without dragging', () => {
  const rightClick = (target: Element) =>
    act(
      async () =>
        void target.dispatchEvent(new MouseEvent('contextmenu', { bubbles: true, cancelable: true })),
    );
  const choose = (name: string) =>
    act(async () => {
      const items = [...document.querySelectorAll<HTMLElement>('[role=menuitem]')];
      items.find((item) => item.textContent.trim() === name)!.click();
    });

  test('click, Move, click moves', async () => {
    const { commands } = await mount(week);
    await rightClick(chip('monday'));
    await choose('Move');
    expect($('[data-mark]').hidden).toBe(false);
    await pointer('pointermove', cell('bo', TUE), middle(BO_ROW, 1));
    expect($('[data-mark]').dataset.verdict).toBe('block');
    await act(async () => cell('cid', WED).click());
    expect(commands[0]?.changes).toMatchObject([{ kind: 'move', employeeId: 'cid', date: WED }]);
  });

  test('Delete and Assign are there too', async () => {
    const { commands } = await mount(week);
    await rightClick(chip('monday'));
    await choose('Delete');
    expect(commands[0]?.changes).toMatchObject([{ kind: 'remove', shiftId: 'monday' }]);
    await rightClick(chip('bos'));
    await choose('Assign to…');
    const cid = [...document.querySelectorAll<HTMLElement>('[role=option]')].find((each) =>
      each.textContent.startsWith('Cid'),
    );
    await act(async () => cid!.click());
    expect(commands[1]?.changes).toMatchObject([{ kind: 'assign', employeeId: 'cid' }]);
  });

  test('the active cell has a button to add', async () => {
    const { created } = await mount(week);
    await act(async () => cell('cid', SUN).click());
    await act(async () => cell('cid', SUN).querySelector<HTMLElement>('[data-add]')!.click());
    expect(created).toEqual([cellKey('cid', SUN)]);
  });

  test('Ctrl+click adds to the selection, Shift+click extends it', async () => {
    await mount(week);
    await act(async () => void cell('ida', TUE).dispatchEvent(ctrlClick()));
    await act(async () => {
      cell('bo', WED).dispatchEvent(
        new MouseEvent('click', { shiftKey: true, bubbles: true, cancelable: true }),
      );
    });
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(4);
    await act(async () => {
      cell('cid', SUN).focus();
      cell('cid', SUN).click();
    });
    expect(document.querySelectorAll('[aria-selected=true]')).toHaveLength(0);
    expect(focused()).toBe(cellKey('cid', SUN));
  });
});
