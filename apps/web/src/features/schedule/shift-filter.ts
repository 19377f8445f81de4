import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { GridShift } from '@vaktplan/ui/schedule-grid';
import type { View } from './use-view';

/** Which shifts the filters leave; `undefined` = all, which costs the grid nothing. */
export function shiftFilter(
  view: View,
  roster: RosterView,
  found: ReadonlyMap<string, unknown>,
): ((shift: GridShift) => boolean) | undefined {
  const { departments, positions, findings } = view;
  if (departments.length === 0 && positions.length === 0 && !findings) return undefined;
  const people = new Set(
    roster.employees
      .filter((employee) => employee.departmentIds.some((id) => departments.includes(id)))
      .map((employee) => employee.id),
  );
  return ({ id, employeeId, positionId, departmentId }) =>
    (!findings || found.has(id)) &&
    (departments.length === 0 ||
      departments.includes(departmentId ?? '') ||
      (employeeId !== null && people.has(employeeId))) &&
    (positions.length === 0 || positions.includes(positionId ?? ''));
}
