import type { BulkChange } from '@vaktplan/contracts/http/bulk-shifts';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { GridChange } from '@vaktplan/ui/schedule-grid';
import type { Folds } from './asking-fold';
import { departmentFor } from './grid-data';
import { wallText } from './wall-clock';

type Known = {
  roster: RosterView;
  /** Versions of shifts deleted in this tab, which no list shows any more: an undo needs them. */
  deletedVersions: ReadonlyMap<string, number>;
};

/** A change of the grid as the API takes it. */
export function requestOf(change: GridChange, { roster, deletedVersions }: Known, folds: Folds): BulkChange {
  const times = (date: string, startMinutes: number, endMinutes: number) => ({
    startsAt: wallText(date, startMinutes),
    endsAt: wallText(date, endMinutes),
    ...folds,
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
      return { op: 'copy', id, copy: { id: tempId, date, employeeId } };
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
      return { op: 'update', id, version, patch: { positionId, notes } };
    }
    case 'assign': {
      const { shiftId: id, version, employeeId } = change;
      return { op: 'update', id, version, patch: { employeeId } };
    }
    case 'remove':
      return { op: 'delete', id: change.shiftId, version: change.version };
    case 'restore': {
      const { id } = change.shift;
      return { op: 'restore', id, version: deletedVersions.get(id) ?? change.shift.version };
    }
  }
}
