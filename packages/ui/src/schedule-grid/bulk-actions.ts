import { addDays } from './days.ts';
import { editable, label, run } from './edit-actions.ts';
import { cellOf, type GridHost } from './grid-host.ts';
import type { GridEvent } from './grid-state.ts';
import { keyOfCell } from './shift-index.ts';
import type { GridChange } from './change-types.ts';
import type { GridShift } from './types.ts';

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
  const text = label(host, by > 0 ? 'did_movedLater' : 'did_movedEarlier', moved, { days: Math.abs(by) });
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
  const name = host.props().positions.find((each) => each.id === positionId)?.name;
  const changes = changed.map(({ id, version }): GridChange => ({
    kind: 'edit',
    shiftId: id,
    version,
    positionId,
  }));
  const text =
    name === undefined
      ? label(host, 'did_noPosition', changed)
      : label(host, 'did_position', changed, { position: name });
  run(host, changes, text);
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
  run(host, changes, label(host, notes ? 'did_noted' : 'did_noteRemoved', changed));
}
