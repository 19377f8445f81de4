import { whatWords } from './announce.ts';
import { addDays } from './days.ts';
import { type GridHost, lockedSections, nameOf, newId, ownerOf } from './grid-host.ts';
import type { GridChange } from './change-types.ts';
import type { GridWord } from './grid-words.ts';
import { impliedPosition } from './quick-entry.ts';
import type { CellRef, GridShift, ShiftTimes } from './types.ts';

/** What a verb says it did, and to what. */
export const label = (
  host: GridHost,
  verb: GridWord,
  shifts: readonly GridShift[],
  values: Record<string, string | number> = {},
): string => {
  const what = whatWords(host.format(), shifts, (shift) => ownerOf(host, shift));
  return host.format().say(verb, { ...values, what });
};

export const run = (host: GridHost, changes: readonly GridChange[], text: string): void => {
  if (changes.length === 0) host.announcer.say(host.format().say('locked'));
  else void host.runner.run(changes, text);
};

export const editable = (shifts: readonly GridShift[]): readonly GridShift[] =>
  shifts.filter((shift) => shift.abilities.update && shift.state !== 'deleted');

export function removeShifts(host: GridHost, shifts: readonly GridShift[]): void {
  const gone = shifts.filter((shift) => shift.abilities.delete && shift.state !== 'deleted');
  const changes = gone.map(({ id, version }) => ({ kind: 'remove', shiftId: id, version }) as const);
  run(host, changes, label(host, 'did_deleted', gone));
}

/** Gives shifts to a person, or with `null` opens them to everybody. */
export function assignShifts(host: GridHost, shifts: readonly GridShift[], employeeId: string | null): void {
  const given = editable(shifts).filter((shift) => shift.employeeId !== employeeId);
  const changes = given.map(
    ({ id, version }) => ({ kind: 'assign', shiftId: id, version, employeeId }) as const,
  );
  const text =
    employeeId === null
      ? label(host, 'did_opened', given)
      : label(host, 'did_gave', given, { name: nameOf(host, employeeId) });
  run(host, changes, text);
}

/** Sets a shift's times, in wall minutes; the start stays on its day and the shift lasts 15 minutes to 24 hours. */
export function resizeShift(
  host: GridHost,
  shift: GridShift,
  startMinutes: number,
  endMinutes: number,
): void {
  if (!isResizable(shift, startMinutes, endMinutes)) return;
  const changed = { ...shift, startMinutes, endMinutes };
  const { id: shiftId, version, date } = shift;
  const change = { kind: 'resize', shiftId, version, date, startMinutes, endMinutes } as const;
  run(host, [change], label(host, 'did_changed', [changed]));
}

export function isResizable(shift: GridShift, startMinutes: number, endMinutes: number): boolean {
  const length = endMinutes - startMinutes;
  const same = shift.startMinutes === startMinutes && shift.endMinutes === endMinutes;
  return !same && startMinutes >= 0 && startMinutes < 1440 && length >= 15 && length <= 1440;
}

/** What was made in a grid last, and what the page had said of that by then. */
const madeLast = new WeakMap<GridHost, { times: ShiftTimes; given: ShiftTimes | null | undefined }>();

/** Times and position of the shift made last, in the grid or in a panel of the page. */
function lastUsed(host: GridHost): ShiftTimes | null | undefined {
  const made = madeLast.get(host);
  const { lastUsed: given } = host.props();
  return made && made.given === given ? made.times : given;
}

/** Makes the same shift on each of the dates. */
export function createShifts(
  host: GridHost,
  { employeeId, sectionId }: CellRef,
  dates: readonly string[],
  times: ShiftTimes,
): void {
  if (sectionId !== undefined && lockedSections(host).has(sectionId))
    return host.announcer.say(host.format().say('notYours'));
  const byLocation = host.props().rowsBy === 'location' && sectionId !== undefined;
  const { startMinutes, endMinutes, positionId } = times;
  madeLast.set(host, { times, given: host.props().lastUsed });
  const changes = dates.map((date): GridChange => ({
    kind: 'create',
    tempId: newId(),
    employeeId,
    date,
    startMinutes,
    endMinutes,
    positionId: positionId ?? null,
    ...(byLocation && { locationId: sectionId }),
  }));
  const { say, weekday, spokenRange } = host.format();
  const [from = '', ...more] = dates.map((date) => weekday(date));
  const said = { name: nameOf(host, employeeId), range: spokenRange(startMinutes, endMinutes) };
  const to = more.at(-1);
  run(
    host,
    changes,
    to === undefined
      ? say('did_added', { ...said, weekday: from })
      : say('did_addedDays', { ...said, from, to }),
  );
}

/** Double click and dragging over empty cells: the times used last, or else a box to type them. */
export function quickAdd(host: GridHost, cell: CellRef, dates: readonly string[]): void {
  const times = lastUsed(host);
  if (times) createShifts(host, cell, dates, { ...times, positionId: newPosition(host, cell) });
  else openEntry(host, { ...cell, date: dates[0]! }, '', dates);
}

/** What a shift made in a cell is for, unless it is said. */
export function newPosition(host: GridHost, { employeeId, sectionId }: CellRef): string | null {
  const { rowsBy, positions, employees, locationId } = host.props();
  const known = new Set(positions.map((each) => each.id));
  // the positions of another location's people are not all known here
  const elsewhere = rowsBy === 'location' && sectionId !== undefined && sectionId !== locationId;
  const person = elsewhere ? undefined : employees.find((each) => each.id === employeeId);
  return impliedPosition({
    section: rowsBy === 'position' ? positions.find((each) => each.id === sectionId)?.id : undefined,
    held: person?.positionIds?.filter((id) => known.has(id)) ?? [],
    last: lastUsed(host)?.positionId,
  });
}

export function openEntry(
  host: GridHost,
  cell: CellRef,
  text: string,
  dates: readonly string[] = [cell.date],
): void {
  host.store.send({ type: 'openEntry', entry: { cell, dates, text } });
}

/** Ctrl+D: the same shifts on the day after; those that would leave the schedule stay behind. */
export function copyToNextDay(host: GridHost, shifts: readonly GridShift[]): void {
  const { days } = host.store.world();
  const inside = shifts.filter((shift) => days.includes(addDays(shift.date, 1)));
  const changes = inside.map(({ id, employeeId, date }): GridChange => ({
    kind: 'copy',
    shiftId: id,
    tempId: newId(),
    employeeId,
    date: addDays(date, 1),
  }));
  if (changes.length === 0) return host.announcer.say(host.format().say('noNextDay'));
  void host.runner.run(changes, label(host, 'did_copiedNext', inside));
}
