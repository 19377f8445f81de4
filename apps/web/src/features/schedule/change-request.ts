import type { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { RosterView, UpdateShift } from '@vaktplan/contracts/http/shifts';
import type { GridChange } from '@vaktplan/ui/schedule-grid';
import type { Answers } from './asking-back';
import { departmentFor } from './grid-data';
import { wallText } from './wall-clock';

type Known = {
  roster: RosterView;
  /** Versions of shifts deleted in this tab, which no list shows any more: an undo needs them. */
  deletedVersions: ReadonlyMap<string, number>;
};

/** A change of the grid as the API takes it. */
export function requestOf(
  change: GridChange,
  { roster, deletedVersions }: Known,
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
      const { tempId: id, employeeId, date, startMinutes, endMinutes, positionId, notes } = change;
      const departmentId = departmentFor(roster, employeeId, positionId) ?? '';
      const facts = { id, departmentId, employeeId, positionId, notes };
      return { op: 'create', shift: { ...facts, ...times(date, startMinutes, endMinutes) } };
    }
    case 'copy': {
      const { shiftId: id, tempId, date, employeeId } = change;
      return { op: 'copy', id, copy: { id: tempId, date, employeeId, ...why } };
    }
    case 'move': {
      const { shiftId: id, version, employeeId, positionId, date, startMinutes, endMinutes } = change;
      const patch = { employeeId, positionId, ...times(date, startMinutes, endMinutes) };
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
