import { labelShift, labelShifts, SAY_ELSEWHERE, SAY_LOCKED } from './announce.ts';
import { addDays } from './days.ts';
import { type GridHost, lockedSections, nameOf, newId, ownerOf } from './grid-host.ts';
import type { GridChange } from './change-types.ts';
import type { CellRef, GridShift, ShiftTimes } from './types.ts';

const label = (host: GridHost, verb: string, shifts: readonly GridShift[]): string =>
  shifts.length === 1
    ? labelShift(verb, host.format(), ownerOf(host, shifts[0]!), shifts[0]!)
    : labelShifts(verb, shifts.length);

const run = (host: GridHost, changes: readonly GridChange[], text: string): void => {
  if (changes.length === 0) host.announcer.say(SAY_LOCKED);
  else void host.runner.run(changes, text);
};

export const editable = (shifts: readonly GridShift[]): readonly GridShift[] =>
  shifts.filter((shift) => shift.abilities.update && shift.state !== 'deleted');

export function removeShifts(host: GridHost, shifts: readonly GridShift[]): void {
  const gone = shifts.filter((shift) => shift.abilities.delete && shift.state !== 'deleted');
  const changes = gone.map(({ id, version }) => ({ kind: 'remove', shiftId: id, version }) as const);
  run(host, changes, label(host, 'Deleted', gone));
}

/** Gives shifts to a person, or with `null` opens them to everybody. */
export function assignShifts(host: GridHost, shifts: readonly GridShift[], employeeId: string | null): void {
  const given = editable(shifts).filter((shift) => shift.employeeId !== employeeId);
  const changes = given.map(
    ({ id, version }) => ({ kind: 'assign', shiftId: id, version, employeeId }) as const,
  );
  const verb = employeeId === null ? 'Made open:' : `Gave to ${nameOf(host, employeeId)}:`;
  run(host, changes, label(host, verb, given));
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
  run(host, [change], label(host, 'Changed', [changed]));
}

export function isResizable(shift: GridShift, startMinutes: number, endMinutes: number): boolean {
  const length = endMinutes - startMinutes;
  const same = shift.startMinutes === startMinutes && shift.endMinutes === endMinutes;
  return !same && startMinutes >= 0 && startMinutes < 1440 && length >= 15 && length <= 1440;
}

/** Makes the same shift on each of the dates. */
export function createShifts(
  host: GridHost,
  { employeeId, sectionId }: CellRef,
  dates: readonly string[],
  times: ShiftTimes,
): void {
  if (sectionId !== undefined && lockedSections(host).has(sectionId))
    return host.announcer.say(SAY_ELSEWHERE);
  const byLocation = host.props().rowsBy === 'location' && sectionId !== undefined;
  const { startMinutes, endMinutes, positionId } = times;
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
  const days = dates.map((date) => host.format().weekday(date));
  const where = days.length === 1 ? days[0]! : `${days[0]} to ${days.at(-1)}`;
  const range = host.format().spokenRange(startMinutes, endMinutes);
  run(host, changes, `Added ${nameOf(host, employeeId)}, ${where} ${range}`);
}

/** Double click and dragging over empty cells: the times used last, or else a box to type them. */
export function quickAdd(host: GridHost, cell: CellRef, dates: readonly string[]): void {
  const { lastUsed } = host.props();
  const positionId = sectionPosition(host, cell) ?? lastUsed?.positionId ?? null;
  if (lastUsed) createShifts(host, cell, dates, { ...lastUsed, positionId });
  else openEntry(host, { ...cell, date: dates[0]! }, '', dates);
}

/** The position of the section a cell is in: what a shift made there is for. */
export function sectionPosition(host: GridHost, { sectionId }: CellRef): string | undefined {
  const { rowsBy, positions } = host.props();
  return rowsBy === 'position' ? positions.find((each) => each.id === sectionId)?.id : undefined;
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
  if (changes.length === 0) return host.announcer.say('There is no next day in this schedule.');
  void host.runner.run(changes, label(host, 'Copied to the next day:', inside));
}
