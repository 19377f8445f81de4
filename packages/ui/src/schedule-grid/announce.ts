import type { GridFormat } from './grid-format.ts';
import type { Carry } from './grid-state.ts';
import type { GridShift, Verdict } from './types.ts';

/** Everything the grid says to a screen reader, put together from the page's words. */

type Words = Pick<GridFormat, 'say' | 'weekday' | 'spokenRange'>;
type Say = Pick<GridFormat, 'say'>;

const shiftWords = (format: Words, name: string, shift: GridShift): string => {
  const range = format.spokenRange(shift.startMinutes, shift.endMinutes);
  const said = { name, weekday: format.weekday(shift.date), range };
  const { positionName: position } = shift;
  return position ? format.say('shiftSaidPosition', { ...said, position }) : format.say('shiftSaid', said);
};

/** "Picked up Ida, Monday 9 to 17, Barista. Arrows to move, Enter to drop." */
export function sayPickedUp(
  format: Words,
  how: Carry['how'],
  name: string,
  lead: GridShift,
  count: number,
): string {
  const verb = how === 'move' ? 'pickedUp' : 'copying';
  const shift = shiftWords(format, name, lead);
  return count > 1 ? format.say(`${verb}More`, { shift, count: count - 1 }) : format.say(verb, { shift });
}

/** "Bo, Tuesday: warning, only 9 hours rest." */
export function sayVerdict(format: Words, name: string, date: string, verdict: Verdict): string {
  const place = { name, weekday: format.weekday(date) };
  if (verdict.verdict === 'ok') return format.say('verdict_ok', place);
  return format.say(`verdict_${verdict.verdict}`, { ...place, reason: verdict.reason });
}

/** "Moved to Bo, Tuesday": also what the undo log calls the gesture. */
export function labelDrop(
  format: Words,
  how: Carry['how'],
  name: string,
  date: string,
  count: number,
): string {
  const verb = how === 'move' ? 'moved' : 'copied';
  const place = { name, weekday: format.weekday(date) };
  return count > 1 ? format.say(`${verb}ManyTo`, { ...place, count }) : format.say(`${verb}To`, place);
}

/** What a verb was done to: the shift when it is one, else how many. `nameOf`: whose it is, as spoken. */
export const whatWords = (
  format: Words,
  shifts: readonly GridShift[],
  nameOf: (shift: GridShift) => string,
): string => {
  const [only, ...more] = shifts;
  return only && more.length === 0
    ? shiftWords(format, nameOf(only), only)
    : format.say('countShifts', { count: shifts.length });
};

/** "Moved to Bo, Tuesday. Undo with Control Z." */
export const sayDone = ({ say }: Say, label: string): string => say('done', { label });

/** "Not undone: Anna changed this shift 4 minutes ago." */
export const sayRefused = (
  { say }: Say,
  action: 'notUndone' | 'notRedone',
  who: string | null,
  ago: string | null,
): string => say(action, { who: who ?? say('someoneElse'), when: ago ?? say('meantime') });

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

/** "12 shifts, 3 people, 96 h, +DKK 1,920": what is selected, and what it costs where that is known. */
export function selectionWords(
  shifts: readonly GridShift[],
  format: Pick<GridFormat, 'say' | 'list' | 'hours' | 'money'>,
): string {
  const people = new Set(shifts.flatMap((shift) => shift.employeeId ?? [])).size;
  const minutes = shifts.reduce((sum, shift) => sum + shift.paidMinutes, 0);
  const cost = shifts.reduce((sum, shift) => sum + (shift.costMinor ?? 0), 0);
  return format.list([
    format.say('countShifts', { count: shifts.length }),
    ...(people > 0 ? [format.say('countPeople', { count: people })] : []),
    format.hours(minutes),
    ...(cost > 0 ? [`+${format.money(cost)}`] : []),
  ]);
}

export function saySelection(
  { say, list }: Pick<GridFormat, 'say' | 'list'>,
  cells: number,
  shifts: number,
  people: number,
  hours: string,
): string {
  if (shifts === 0) return say('cellsSelected', { count: cells });
  const counts = [say('countShifts', { count: shifts }), say('countPeople', { count: people }), hours];
  return say('selected', { what: list(counts) });
}
