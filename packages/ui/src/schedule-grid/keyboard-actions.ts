import { saySelection } from './announce.ts';
import { cancelCarry, drop, pickUp, sayTarget } from './carry-actions.ts';
import { type Clipboard, pasteClipboard, takeToClipboard } from './clipboard-actions.ts';
import { assignShifts, copyToNextDay, editable, openEntry, removeShifts } from './edit-actions.ts';
import { type GridHost, shiftsInHand } from './grid-host.ts';
import type { GridEvent } from './grid-state.ts';
import type { KeyAction } from './keyboard.ts';
import type { NudgeKeeper } from './nudge.ts';
import type { GridShift } from './types.ts';

export interface KeyboardHost extends GridHost {
  clipboard: { current: Clipboard | null };
  nudges: NudgeKeeper;
  /** Rows a page key moves by. */
  pageRows(): number;
  openMenu(kind: 'context' | 'assign' | 'position'): void;
}

const CHANGING = new Set<KeyAction['do']>([
  'pickUp',
  'nudge',
  'type',
  'entry',
  'remove',
  'open',
  'assign',
  'position',
  'cut',
  'paste',
  'nextDay',
  'undo',
  'redo',
]);

/** Carries out what a key means. */
export function actOnKey(host: KeyboardHost, action: KeyAction): void {
  if (action.do !== 'nudge') host.nudges.flush();
  if (CHANGING.has(action.do) && !host.props().canEdit)
    return host.announcer.say(host.format().say('readOnly'));
  const { store } = host;
  switch (action.do) {
    case 'step':
      return go(host, { type: 'step', rows: action.rows, days: action.days, extend: action.extend });
    case 'page':
      return go(host, { type: 'step', rows: action.direction * host.pageRows(), days: 0 });
    case 'edge':
      return go(host, { ...action, type: 'edge' });
    case 'chipStep':
      return stepChip(host, action.by);
    case 'enter':
      return enter(host);
    case 'entry':
    case 'type':
      return openEntry(host, store.get().active, action.do === 'type' ? action.text : '');
    case 'escape':
      return escape(host);
    case 'select':
      store.send({ type: 'toggle', cell: store.get().active });
      return tellSelection(host);
    case 'selectAll':
      store.send({ type: 'selectAll' });
      return tellSelection(host);
    case 'pickUp':
      return withShifts(
        host,
        (shifts) => pickUp(host, action.how, shifts[0]!, shifts),
        action.how === 'copy',
      );
    case 'drop': {
      const { carry } = store.get();
      return carry ? drop(host, carry, carry.to) : undefined;
    }
    case 'nudge':
      return withShifts(host, ([shift]) => host.nudges.nudge(shift!, action.edge, action.minutes));
    case 'week':
      return host.props().onWeekChange(action.delta);
    case 'help':
      return store.send({ type: 'help', open: true });
    case 'filter':
      return host.props().onFilterRequest?.();
    case 'menu':
      return host.openMenu('context');
    case 'undo':
      return void host.runner.undo();
    case 'redo':
      return void host.runner.redo();
    default:
      return actOnShifts(host, action.do);
  }
}

type ShiftVerb = 'remove' | 'open' | 'assign' | 'position' | 'copy' | 'cut' | 'paste' | 'nextDay';

function actOnShifts(host: KeyboardHost, verb: ShiftVerb): void {
  switch (verb) {
    case 'remove':
      return withShifts(host, (shifts) => removeShifts(host, shifts), true);
    case 'open':
      return withShifts(host, (shifts) => assignShifts(host, shifts, null));
    case 'assign':
      return withShifts(host, () => host.openMenu('assign'));
    case 'position':
      return withShifts(host, () => host.openMenu('position'));
    case 'nextDay':
      return withShifts(host, (shifts) => copyToNextDay(host, shifts), true);
    case 'paste': {
      const clipboard = host.clipboard.current;
      if (!clipboard) return host.announcer.say(host.format().say('nothingToPaste'));
      pasteClipboard(host, clipboard, host.store.get().active);
      if (clipboard.how === 'move') host.clipboard.current = null;
      return;
    }
    case 'copy':
    case 'cut': {
      const shifts = verb === 'cut' ? editable(shiftsInHand(host)) : shiftsInHand(host);
      host.clipboard.current = takeToClipboard(host, verb === 'cut' ? 'move' : 'copy', shifts);
    }
  }
}

/** Runs a verb on the shifts in hand, or says why there is nothing to run it on. */
function withShifts(
  host: KeyboardHost,
  verb: (shifts: readonly GridShift[]) => void,
  lockedToo = false,
): void {
  const { say } = host.format();
  const inHand = shiftsInHand(host);
  const { chip, selected } = host.store.get();
  if (inHand.length === 0) return host.announcer.say(say('noShiftHere'));
  if (inHand.length > 1 && chip === null && selected.size === 0)
    return host.announcer.say(say('chooseShift'));
  const shifts = lockedToo ? inHand : editable(inHand);
  if (shifts.length === 0) return host.announcer.say(say('locked'));
  verb(shifts);
}

const STEP_MINUTES = 15;

function go(host: KeyboardHost, event: GridEvent): void {
  const held = host.store.get().carry;
  // a day has no days beside it: left and right move what is carried along its hours
  if (held && host.props().axis && event.type === 'step' && event.rows === 0)
    host.store.send({ type: 'carryLater', minutes: (held.later ?? 0) + event.days * STEP_MINUTES });
  else host.store.send(event);
  const { carry } = host.store.get();
  if (carry) sayTarget(host, carry);
  else if ('extend' in event && event.extend) tellSelection(host);
}

function enter(host: KeyboardHost): void {
  const { active } = host.store.get();
  if (host.index().inCell(active).length > 0) host.store.send({ type: 'chip', chip: 0 });
  else if (host.props().canEdit) openEntry(host, active, '');
  else host.announcer.say(host.format().say('readOnly'));
}

function stepChip(host: KeyboardHost, by: 1 | -1): void {
  const { active, chip } = host.store.get();
  const next = (chip ?? 0) + by;
  const count = host.index().inCell(active).length;
  if (next >= 0 && next < count) host.store.send({ type: 'chip', chip: next });
}

function escape(host: KeyboardHost): void {
  const { carry, chip, selected } = host.store.get();
  if (carry) cancelCarry(host);
  else if (chip !== null) host.store.send({ type: 'chip', chip: null });
  else if (selected.size > 0) host.store.send({ type: 'deselect' });
}

function tellSelection(host: KeyboardHost): void {
  const shifts = shiftsInHand(host);
  const people = new Set(shifts.map((shift) => shift.employeeId).filter((id) => id !== null));
  const minutes = shifts.reduce((sum, shift) => sum + shift.paidMinutes, 0);
  const { size } = host.store.get().selected;
  const format = host.format();
  host.announcer.say(saySelection(format, size, shifts.length, people.size, format.hours(minutes)));
}
