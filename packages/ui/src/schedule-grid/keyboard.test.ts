import { describe, expect, test } from 'vitest';
import { type KeyAction, type KeyMode, keyAction } from './keyboard.ts';

/** "Ctrl+Shift+Z" to what a browser would report. */
function press(keys: string) {
  const parts = keys === '+' ? ['+'] : keys.split('+');
  return {
    key: parts.at(-1)!,
    shiftKey: parts.includes('Shift'),
    ctrlKey: parts.includes('Ctrl'),
    metaKey: parts.includes('Meta'),
    altKey: parts.includes('Alt'),
  };
}

const step = (rows: number, days: number, extend = false) => ({ do: 'step', rows, days, extend });

test.each<[string, KeyMode, object | null]>([
  ['ArrowRight', 'cell', step(0, 1)],
  ['ArrowLeft', 'chip', step(0, -1)],
  ['Shift+ArrowDown', 'cell', step(1, 0, true)],
  ['Shift+ArrowDown', 'carry', step(1, 0)],
  ['ArrowDown', 'chip', { do: 'chipStep', by: 1 }],
  ['Home', 'cell', { do: 'edge', days: 'first', extend: false }],
  ['Ctrl+End', 'cell', { do: 'edge', rows: 'last', days: 'last', extend: false }],
  ['PageDown', 'carry', { do: 'page', direction: 1 }],
  ['Enter', 'cell', { do: 'enter' }],
  ['Enter', 'chip', null],
  ['Enter', 'carry', { do: 'drop' }],
  ['F2', 'cell', { do: 'entry' }],
  ['9', 'cell', { do: 'type', text: '9' }],
  ['٩', 'cell', { do: 'type', text: '٩' }],
  ['9', 'carry', null],
  [' ', 'cell', { do: 'select' }],
  [' ', 'chip', null],
  ['Escape', 'carry', { do: 'escape' }],
  ['m', 'cell', { do: 'pickUp', how: 'move' }],
  ['Shift+M', 'chip', { do: 'pickUp', how: 'copy' }],
  ['m', 'carry', null],
  [',', 'cell', { do: 'nudge', edge: 'start', minutes: -15 }],
  ['.', 'chip', { do: 'nudge', edge: 'start', minutes: 15 }],
  ['Shift+<', 'cell', { do: 'nudge', edge: 'end', minutes: -15 }],
  ['Shift+>', 'cell', { do: 'nudge', edge: 'end', minutes: 15 }],
  ['a', 'cell', { do: 'assign' }],
  ['o', 'cell', { do: 'open' }],
  ['p', 'cell', { do: 'position' }],
  ['Delete', 'cell', { do: 'remove' }],
  ['[', 'cell', { do: 'week', delta: -1 }],
  [']', 'cell', { do: 'week', delta: 1 }],
  ['t', 'cell', { do: 'week', delta: 0 }],
  ['/', 'cell', { do: 'filter' }],
  ['Shift+?', 'carry', { do: 'help' }],
  ['Shift+F10', 'cell', { do: 'menu' }],
  ['ContextMenu', 'chip', { do: 'menu' }],
  ['Ctrl+a', 'cell', { do: 'selectAll' }],
  ['Ctrl+c', 'cell', { do: 'copy' }],
  ['Ctrl+x', 'cell', { do: 'cut' }],
  ['Meta+v', 'cell', { do: 'paste' }],
  ['Ctrl+d', 'cell', { do: 'nextDay' }],
  ['Ctrl+z', 'cell', { do: 'undo' }],
  ['Ctrl+Shift+Z', 'chip', { do: 'redo' }],
  ['Meta+y', 'cell', { do: 'redo' }],
])('%s in a %s', (keys, mode, action) => {
  expect(keyAction(press(keys), mode)).toEqual(action as KeyAction | null);
});

describe('keys that are not the grid’s', () => {
  test.each([
    ['Ctrl+k', 'cell'],
    ['Ctrl+r', 'cell'],
    ['Ctrl+Shift+c', 'cell'],
    ['Ctrl+z', 'carry'],
    ['Alt+ArrowLeft', 'cell'],
    ['Tab', 'cell'],
    ['q', 'cell'],
    ['F5', 'cell'],
  ] as const)('%s in a %s', (keys, mode) => {
    expect(keyAction(press(keys), mode)).toBeNull();
  });
});
