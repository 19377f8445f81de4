import type { Carry } from './grid-state.ts';

export type KeyMode = 'cell' | 'chip' | 'carry';

export type KeyAction =
  | { do: 'step'; rows: number; days: number; extend: boolean }
  | { do: 'page'; direction: 1 | -1 }
  | { do: 'edge'; rows?: 'first' | 'last'; days: 'first' | 'last'; extend: boolean }
  | { do: 'chipStep'; by: 1 | -1 }
  | { do: 'pickUp'; how: Carry['how'] }
  | { do: 'nudge'; edge: 'start' | 'end'; minutes: number }
  | { do: 'type'; text: string }
  | { do: 'week'; delta: -1 | 0 | 1 }
  | { do: SimpleVerb };

type SimpleVerb =
  | 'enter'
  | 'entry'
  | 'escape'
  | 'drop'
  | 'select'
  | 'selectAll'
  | 'remove'
  | 'open'
  | 'assign'
  | 'position'
  | 'copy'
  | 'cut'
  | 'paste'
  | 'nextDay'
  | 'undo'
  | 'redo'
  | 'menu'
  | 'help'
  | 'filter';

export interface KeyPress {
  key: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
}

const step = (rows: number, days: number, extend: boolean): KeyAction => ({ do: 'step', rows, days, extend });

/** What a key means in the grid, or `null` when it is not the grid's. Left and right are those of a left-to-right page. */
export function keyAction(press: KeyPress, mode: KeyMode): KeyAction | null {
  if (press.altKey) return null;
  const command = press.ctrlKey || press.metaKey;
  return moveKey(press, mode, command) ?? (command ? commandKey(press, mode) : plainKey(press, mode));
}

function moveKey(press: KeyPress, mode: KeyMode, command: boolean): KeyAction | null {
  const extend = press.shiftKey && mode === 'cell';
  switch (press.key) {
    case 'ArrowUp':
      return mode === 'chip' ? { do: 'chipStep', by: -1 } : step(-1, 0, extend);
    case 'ArrowDown':
      return mode === 'chip' ? { do: 'chipStep', by: 1 } : step(1, 0, extend);
    case 'ArrowLeft':
      return step(0, -1, extend);
    case 'ArrowRight':
      return step(0, 1, extend);
    case 'Home':
      return { do: 'edge', ...(command ? { rows: 'first' } : {}), days: 'first', extend };
    case 'End':
      return { do: 'edge', ...(command ? { rows: 'last' } : {}), days: 'last', extend };
    case 'PageUp':
      return { do: 'page', direction: -1 };
    case 'PageDown':
      return { do: 'page', direction: 1 };
    default:
      return null;
  }
}

const COMMANDS: Record<string, SimpleVerb> = {
  a: 'selectAll',
  c: 'copy',
  x: 'cut',
  v: 'paste',
  d: 'nextDay',
  z: 'undo',
  y: 'redo',
};

function commandKey(press: KeyPress, mode: KeyMode): KeyAction | null {
  if (mode === 'carry') return null;
  const key = press.key.toLowerCase();
  if (key === 'z' && press.shiftKey) return { do: 'redo' };
  const verb = press.shiftKey ? undefined : COMMANDS[key];
  return verb ? { do: verb } : null;
}

const NUDGES: Record<string, KeyAction> = {
  ',': { do: 'nudge', edge: 'start', minutes: -15 },
  '.': { do: 'nudge', edge: 'start', minutes: 15 },
  '<': { do: 'nudge', edge: 'end', minutes: -15 },
  '>': { do: 'nudge', edge: 'end', minutes: 15 },
};

const PLAIN: Record<string, KeyAction> = {
  F2: { do: 'entry' },
  Delete: { do: 'remove' },
  Backspace: { do: 'remove' },
  ContextMenu: { do: 'menu' },
  a: { do: 'assign' },
  p: { do: 'position' },
  o: { do: 'open' },
  t: { do: 'week', delta: 0 },
  '[': { do: 'week', delta: -1 },
  ']': { do: 'week', delta: 1 },
  '/': { do: 'filter' },
  '?': { do: 'help' },
  ...NUDGES,
};

function plainKey(press: KeyPress, mode: KeyMode): KeyAction | null {
  const { key } = press;
  if (key === 'Escape') return { do: 'escape' };
  if (mode === 'carry') return key === 'Enter' ? { do: 'drop' } : key === '?' ? { do: 'help' } : null;
  if (key.toLowerCase() === 'm') return { do: 'pickUp', how: press.shiftKey ? 'copy' : 'move' };
  if (key === 'F10' && press.shiftKey) return { do: 'menu' };
  // on a chip Enter and Space are the button's own click
  if (mode === 'cell' && key === 'Enter') return { do: 'enter' };
  if (mode === 'cell' && key === ' ') return { do: 'select' };
  if (mode === 'cell' && /^[\d٠-٩]$/.test(key)) return { do: 'type', text: key };
  return PLAIN[key.length === 1 ? key.toLowerCase() : key] ?? null;
}
