import type { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { RosterView, UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { GridChange } from '@vaktplan/ui/schedule-grid';
import type { Answers } from './asking-back';
import { departmentFor } from './grid-data';
import { wallText } from './wall-clock';

type Known = {
  roster: RosterView;
  /** Of the other locations on the page, by location. */
  others?: ReadonlyMap<string, RosterView>;
  /** Versions of shifts deleted in this tab, which no list shows any more: an undo needs them. */
  deletedVersions: ReadonlyMap<string, number>;
};

/** A change of the grid as the API takes it. */
export function requestOf(
  change: GridChange,
  { roster, others, deletedVersions }: Known,
  { override, ...folds }: Answers,
): BulkChange {
  const why = override && { override };
  const times = (date: string, startMinutes: number, endMinutes: number) => ({
    startsAt: wallText(date, startMinutes),
    endsAt: wallText(date, endMinutes),
    ...folds,
    ...why,
  });
  switch (change.kind) {
    case 'create': {
      const { tempId: id, employeeId, date, startMinutes, endMinutes, notes, locationId } = change;
      const there = rosterOf(locationId, roster, others);
      const positionId = positionThere(change.positionId, roster, there);
      const departmentId = change.departmentId ?? departmentFor(there, employeeId, positionId) ?? '';
      const breaks = change.breaks?.map((pause) => ({ ...pause }));
      const facts = { id, departmentId, employeeId, positionId, notes, breaks };
      return { op: 'create', shift: { ...facts, ...times(date, startMinutes, endMinutes) } };
    }
    case 'copy': {
      const { shiftId: id, tempId, date, employeeId } = change;
      return { op: 'copy', id, copy: { id: tempId, date, employeeId, ...why } };
    }
    case 'move': {
      const { shiftId: id, version, employeeId, date, startMinutes, endMinutes } = change;
      const place = placeOf(change, roster, others);
      const patch = { employeeId, ...place, ...times(date, startMinutes, endMinutes) };
      return { op: 'update', id, version, patch };
    }
    case 'resize': {
      const { shiftId: id, version, date, startMinutes, endMinutes } = change;
      return { op: 'update', id, version, patch: times(date, startMinutes, endMinutes) };
    }
    case 'edit': {
      const { shiftId: id, version, positionId, notes } = change;
      return { op: 'update', id, version, patch: { positionId, notes, ...why } };
    }
    case 'assign': {
      const { shiftId: id, version, employeeId } = change;
      return { op: 'update', id, version, patch: { employeeId, ...why } };
    }
    case 'rewrite': {
      const { shiftId: id, version, to } = change;
      return { op: 'update', id, version, patch: { ...(to as UpdateShift), ...why } };
    }
    case 'remove':
      return { op: 'delete', id: change.shiftId, version: change.version };
    case 'restore': {
      const { id } = change.shift;
      return { op: 'restore', id, version: deletedVersions.get(id) ?? change.shift.version };
    }
  }
}

type Others = Known['others'];

const rosterOf = (locationId: string | undefined, roster: RosterView, others: Others): RosterView =>
  (locationId === undefined ? undefined : others?.get(locationId)) ?? roster;

/** A position as it is called at another location: itself where it is everybody's, else one of its name, else none. */
function positionThere(
  positionId: string | null | undefined,
  here: RosterView,
  there: RosterView,
): string | null | undefined {
  if (!positionId || here === there) return positionId;
  if (there.positions.some((one) => one.id === positionId)) return positionId;
  const name = here.positions.find((one) => one.id === positionId)?.name;
  return there.positions.find((one) => one.name === name)?.id ?? null;
}

/** Position, and where the shift moves to another location, its department there. */
function placeOf(
  change: Extract<GridChange, { kind: 'move' }>,
  roster: RosterView,
  others: Others,
): { positionId?: string | null; departmentId?: string } {
  const { positionId, locationId, departmentId, employeeId } = change;
  const named = positionId === undefined ? {} : { positionId };
  if (locationId === undefined) return named;
  const there = rosterOf(locationId, roster, others);
  const found = departmentId ?? departmentFor(there, employeeId, positionId);
  return { ...named, ...(found !== undefined && { departmentId: found }) };
}
