import type { CellRef, GridEmployee, GridShift } from './types.ts';

/** Key of a cell; the open-shifts row has no employee. */
export const cellKey = (employeeId: string | null, date: string): string => `${employeeId ?? ''}|${date}`;

export const parseCellKey = (key: string): CellRef => {
  const bar = key.lastIndexOf('|');
  return { employeeId: key.slice(0, bar) || null, date: key.slice(bar + 1) };
};

export interface ShiftIndex {
  byId: ReadonlyMap<string, GridShift>;
  byCell: ReadonlyMap<string, readonly GridShift[]>;
  at(employeeId: string | null, date: string): readonly GridShift[];
}

const NONE: readonly GridShift[] = [];

/**
 * Shifts by id and by cell, each cell in order of start. A cell whose shifts are the same objects as in
 * `previous` keeps its array, so that rows which did not change do not render again.
 */
export function indexShifts(shifts: readonly GridShift[], previous?: ShiftIndex): ShiftIndex {
  const byId = new Map<string, GridShift>();
  const cells = new Map<string, GridShift[]>();
  for (const shift of shifts) {
    byId.set(shift.id, shift);
    const key = cellKey(shift.employeeId, shift.date);
    const cell = cells.get(key);
    if (cell) cell.push(shift);
    else cells.set(key, [shift]);
  }
  const byCell = new Map<string, readonly GridShift[]>();
  for (const [key, cell] of cells) {
    cell.sort((a, b) => a.startMinutes - b.startMinutes || (a.id < b.id ? -1 : 1));
    const before = previous?.byCell.get(key);
    byCell.set(key, before && sameItems(before, cell) ? before : cell);
  }
  return { byId, byCell, at: (employeeId, date) => byCell.get(cellKey(employeeId, date)) ?? NONE };
}

const sameItems = (a: readonly GridShift[], b: readonly GridShift[]): boolean =>
  a.length === b.length && a.every((shift, i) => shift === b[i]);

/** The most shifts any one of the row's days holds. */
export const tallestStack = (index: ShiftIndex, employeeId: string | null, days: readonly string[]): number =>
  days.reduce((most, date) => Math.max(most, index.at(employeeId, date).length), 0);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Employees whose name or one of whose positions contains the text, whatever the case or accents. */
export function filterEmployees(employees: readonly GridEmployee[], text: string): readonly GridEmployee[] {
  const wanted = plain(text.trim());
  if (!wanted) return employees;
  return employees.filter((employee) =>
    [employee.name, ...employee.positionNames].some((word) => plain(word).includes(wanted)),
  );
}
