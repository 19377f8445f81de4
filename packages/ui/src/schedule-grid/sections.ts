import type { GridSay } from './grid-words.ts';
import type { GridEmployee, GridSection, GridShift, RowsBy } from './types.ts';

const NOWHERE = 'none';

/** Which section a shift is shown in; `undefined` = the rows are people and have no sections. */
export function sectionOf(rowsBy: RowsBy, shift: GridShift): string | undefined {
  if (rowsBy === 'position') return shift.positionId ?? NOWHERE;
  if (rowsBy === 'location') return shift.locationId ?? NOWHERE;
  return undefined;
}

/**
 * The sections as they are shown: of their people those the filter leaves, and whoever has a shift there though not
 * a member. Shifts without a position have a section of their own. While filtering, empty sections go.
 */
export function shownSections(
  rowsBy: RowsBy,
  given: readonly GridSection[],
  people: readonly GridEmployee[],
  shifts: readonly GridShift[],
  filtered: boolean,
  say: GridSay,
): readonly GridSection[] {
  const guests = new Map<string, Set<string>>();
  const open = new Set<string>();
  for (const shift of shifts) {
    const section = sectionOf(rowsBy, shift)!;
    if (shift.employeeId === null) open.add(section);
    else guests.set(section, (guests.get(section) ?? new Set()).add(shift.employeeId));
  }
  const known = new Set(given.map((section) => section.id));
  const homeless = [...guests.keys(), ...open].some((id) => !known.has(id));
  const all: GridSection[] = [...given];
  if (homeless)
    all.push({ id: NOWHERE, name: say(rowsBy === 'position' ? 'noPosition' : 'elsewhere'), employeeIds: [] });
  return all.flatMap((section) => {
    const members = new Set(section.employeeIds);
    const here = guests.get(section.id);
    const employeeIds = people
      .map((person) => person.id)
      .filter((id) => members.has(id) || here?.has(id) === true);
    const empty = employeeIds.length === 0 && !open.has(section.id);
    return filtered && empty ? [] : [{ ...section, employeeIds }];
  });
}
