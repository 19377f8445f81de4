import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { GridEmployee, GridShift } from '@vaktplan/ui/schedule-grid';
import { shiftFilter } from './shift-filter';
import type { View } from './use-view';

const NO_FINDINGS: ReadonlyMap<string, unknown> = new Map();

/**
 * Those of a department or position the filters name, and whoever works such a shift without belonging there: what is
 * counted below has a row. Nobody is left out without a filter.
 */
export function peopleShown(
  people: GridEmployee[],
  roster: RosterView,
  view: View,
  shifts: readonly GridShift[],
): GridEmployee[] {
  const { departments, positions } = view;
  const shows = shiftFilter({ ...view, findings: false }, roster, NO_FINDINGS);
  if (!shows) return people;
  const wanted = new Set(shifts.filter(shows).map((shift) => shift.employeeId));
  for (const employee of roster.employees) {
    const fits =
      (departments.length === 0 || employee.departmentIds.some((id) => departments.includes(id))) &&
      (positions.length === 0 || employee.positionIds.some((id) => positions.includes(id)));
    if (fits) wanted.add(employee.id);
  }
  return people.filter((person) => wanted.has(person.id));
}
