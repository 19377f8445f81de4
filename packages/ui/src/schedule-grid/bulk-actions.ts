import { labelShift, labelShifts, SAY_LOCKED } from './announce.ts';
import { addDays } from './days.ts';
import { editable } from './edit-actions.ts';
import { cellOf, type GridHost, ownerOf } from './grid-host.ts';
import type { GridEvent } from './grid-state.ts';
import { keyOfCell } from './shift-index.ts';
import type { GridChange } from './change-types.ts';
import type { GridShift } from './types.ts';

/** What the verbs of the selection say they did: the shift when it is one, else how many. */
const label = (host: GridHost, verb: string, shifts: readonly GridShift[]): string =>
  shifts.length === 1
    ? labelShift(`${verb}:`, host.format(), ownerOf(host, shifts[0]!), shifts[0]!)
    : `${labelShifts(`${verb}:`, shifts.length)}`;

function run(host: GridHost, changes: readonly GridChange[], text: string): void {
  if (changes.length === 0) host.announcer.say(SAY_LOCKED);
  else void host.runner.run(changes, text);
}

/** Moves shifts so many days on or back; the selection goes with them. */
export function moveDays(host: GridHost, shifts: readonly GridShift[], by: number): void {
  const moved = editable(shifts);
  const changes = moved.map(({ id, version, employeeId, date, startMinutes, endMinutes }): GridChange => ({
    kind: 'move',
    shiftId: id,
    version,
    employeeId,
    date: addDays(date, by),
    startMinutes,
    endMinutes,
  }));
  const days = Math.abs(by) === 1 ? 'a day' : `${Math.abs(by)} days`;
  const text = label(host, `Moved ${days} ${by > 0 ? 'later' : 'earlier'}`, moved);
  if (changes.length > 0) host.store.send(selectionOf(host, moved, by));
  run(host, changes, text);
}

/** The cells that hold these shifts, once they are so many days on. */
function selectionOf(host: GridHost, shifts: readonly GridShift[], by: number): GridEvent {
  const cells = new Set(
    shifts.map((shift) => keyOfCell({ ...cellOf(host, shift), date: addDays(shift.date, by) })),
  );
  const ids = new Set(shifts.map((shift) => shift.id));
  const others = [...cells].flatMap((key) => host.index().byCell.get(key) ?? []);
  const except = new Set(others.flatMap(({ id }) => (ids.has(id) ? [] : [id])));
  return { type: 'reselect', cells, except, reasons: new Map() };
}

/** `null` = no position. */
export function setPosition(host: GridHost, shifts: readonly GridShift[], positionId: string | null): void {
  const changed = editable(shifts).filter((shift) => shift.positionId !== positionId);
  const name = host.props().positions.find((position) => position.id === positionId)?.name ?? 'no position';
  const changes = changed.map(({ id, version }): GridChange => ({
    kind: 'edit',
    shiftId: id,
    version,
    positionId,
  }));
  run(host, changes, label(host, `Made ${name}`, changed));
}

/** The same note on each; empty text takes notes away. */
export function setNotes(host: GridHost, shifts: readonly GridShift[], text: string): void {
  const notes = text.trim() || null;
  const changed = editable(shifts).filter((shift) => shift.notes !== notes);
  const changes = changed.map(({ id, version }): GridChange => ({
    kind: 'edit',
    shiftId: id,
    version,
    notes,
  }));
  run(host, changes, label(host, notes ? 'Noted' : 'Note removed', changed));
}
