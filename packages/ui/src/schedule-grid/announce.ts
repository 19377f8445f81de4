import type { GridFormat } from './grid-format.ts';
import type { Carry } from './grid-state.ts';
import type { GridShift, Verdict } from './types.ts';

/** Everything the grid says to a screen reader, word for word. */

type Words = Pick<GridFormat, 'weekday' | 'spokenRange'>;

const UNDO_HINT = 'Undo with Control Z.';

const shiftWords = (format: Words, name: string, shift: GridShift): string => {
  const range = format.spokenRange(shift.startMinutes, shift.endMinutes);
  const position = shift.positionName ? `, ${shift.positionName}` : '';
  return `${name}, ${format.weekday(shift.date)} ${range}${position}`;
};

/** "Picked up Ida, Monday 9 to 17, Barista. Arrows to move, Enter to drop." */
export function sayPickedUp(
  format: Words,
  how: Carry['how'],
  name: string,
  lead: GridShift,
  count: number,
): string {
  const verb = how === 'move' ? 'Picked up' : 'Copying';
  const others = count > 1 ? ` and ${count - 1} more` : '';
  return `${verb} ${shiftWords(format, name, lead)}${others}. Arrows to move, Enter to drop.`;
}

/** "Bo, Tuesday: warning, only 9 hours rest." */
export function sayVerdict(format: Words, name: string, date: string, verdict: Verdict): string {
  const place = `${name}, ${format.weekday(date)}`;
  if (verdict.verdict === 'ok') return `${place}: possible.`;
  return `${place}: ${verdict.verdict === 'warn' ? 'warning' : 'not possible'}, ${verdict.reason}.`;
}

/** "Moved to Bo, Tuesday": also what the undo log calls the gesture. */
export function labelDrop(
  format: Words,
  how: Carry['how'],
  name: string,
  date: string,
  count: number,
): string {
  const what = count > 1 ? ` ${count} shifts` : '';
  return `${how === 'move' ? 'Moved' : 'Copied'}${what} to ${name}, ${format.weekday(date)}`;
}

export const labelShift = (verb: string, format: Words, name: string, shift: GridShift): string =>
  `${verb} ${shiftWords(format, name, shift)}`;

export const labelShifts = (verb: string, count: number): string => `${verb} ${count} shifts`;

/** "Moved to Bo, Tuesday. Undo with Control Z." */
export const sayDone = (label: string): string => `${label}. ${UNDO_HINT}`;

export const SAY_CANCELLED = 'Cancelled. Nothing was changed.';
export const SAY_UNCHANGED = 'Put back where it was.';
export const SAY_NOTHING_TO_UNDO = 'Nothing to undo.';
export const SAY_NOTHING_TO_REDO = 'Nothing to redo.';
export const SAY_GONE = 'This shift is no longer there.';
export const SAY_LOCKED = 'This shift cannot be changed.';
export const SAY_ELSEWHERE = 'You do not plan at that location.';
export const SAY_READ_ONLY = 'You can look at this schedule but not change it.';
export const SAY_CHOOSE_SHIFT = 'Several shifts here. Press Enter, then arrows to choose one.';

export const sayUndone = (label: string): string => `Undone: ${label}.`;
export const sayRedone = (label: string): string => `Redone: ${label}.`;

/** "Not undone: Anna changed this shift 4 minutes ago." */
export function sayRefused(action: string, who: string | null, ago: string | null): string {
  return `Not ${action}: ${who ?? 'someone else'} changed this shift${ago ? ` ${ago}` : ' in the meantime'}.`;
}

/** "4 minutes ago" in the user's language. */
export function sayAgo(when: string | null, now: number, locale: string): string | null {
  if (!when) return null;
  const seconds = Math.round((Date.parse(when) - now) / 1000);
  const words = new Intl.RelativeTimeFormat(locale, { numeric: 'auto' });
  if (Math.abs(seconds) < 60) return words.format(seconds, 'second');
  if (Math.abs(seconds) < 3600) return words.format(Math.round(seconds / 60), 'minute');
  if (Math.abs(seconds) < 86_400) return words.format(Math.round(seconds / 3600), 'hour');
  return words.format(Math.round(seconds / 86_400), 'day');
}

const counted = (count: number, one: string, many: string): string => `${count} ${count === 1 ? one : many}`;

/** "12 shifts, 3 people, 96 h, +DKK 1,920": what is selected, and what it costs where that is known. */
export function selectionWords(
  shifts: readonly GridShift[],
  format: Pick<GridFormat, 'hours' | 'money'>,
): string {
  const people = new Set(shifts.flatMap((shift) => shift.employeeId ?? [])).size;
  const minutes = shifts.reduce((sum, shift) => sum + shift.paidMinutes, 0);
  const cost = shifts.reduce((sum, shift) => sum + (shift.costMinor ?? 0), 0);
  return [
    counted(shifts.length, 'shift', 'shifts'),
    ...(people > 0 ? [counted(people, 'person', 'people')] : []),
    format.hours(minutes),
    ...(cost > 0 ? [`+${format.money(cost)}`] : []),
  ].join(', ');
}

export function saySelection(cells: number, shifts: number, people: number, hours: string): string {
  if (shifts === 0) return `${cells} cells selected, no shifts.`;
  return `${counted(shifts, 'shift', 'shifts')}, ${counted(people, 'person', 'people')}, ${hours} selected.`;
}
