import { byStart, changeBetween, regrouped, withChange } from './list-change.ts';
import type { CellRef, GridEmployee, GridShift } from './types.ts';

/** Key of a row; the open-shifts row has no employee. */
export const rowKey = (employeeId: string | null, sectionId?: string): string =>
  sectionId === undefined ? (employeeId ?? '') : `${employeeId ?? ''}@${sectionId}`;

export const cellKey = (employeeId: string | null, date: string, sectionId?: string): string =>
  `${rowKey(employeeId, sectionId)}|${date}`;

export const keyOfCell = (cell: CellRef): string => cellKey(cell.employeeId, cell.date, cell.sectionId);

export const parseCellKey = (key: string): CellRef => {
  const bar = key.lastIndexOf('|');
  const row = key.slice(0, bar);
  const date = key.slice(bar + 1);
  const sign = row.lastIndexOf('@');
  if (sign < 0) return { employeeId: row || null, date };
  return { employeeId: row.slice(0, sign) || null, date, sectionId: row.slice(sign + 1) };
};

export interface ShiftIndex {
  byId: ReadonlyMap<string, GridShift>;
  /** By cell as shown. */
  byCell: ReadonlyMap<string, readonly GridShift[]>;
  /** Everything the person has that day, in whatever section and also when a filter hides it. */
  at(employeeId: string | null, date: string): readonly GridShift[];
  /** Of these, what no filter hides. */
  shownAt(employeeId: string | null, date: string): readonly GridShift[];
  /** What a cell shows. */
  inCell(cell: CellRef): readonly GridShift[];
  cellOf(shift: GridShift): CellRef;
}

/** How shifts are put in cells. Without it a cell is a person's day. */
export interface Placing {
  sectionOf(shift: GridShift): string | undefined;
  shows(shift: GridShift): boolean;
  /** The day it is shown on; left out: its own. */
  dateOf?(shift: GridShift): string;
}

const NONE: readonly GridShift[] = [];

/** What an index was made of, so that the next one can be made of it. */
interface Made extends Pick<ShiftIndex, 'byId' | 'byCell'> {
  shifts: readonly GridShift[];
  placing: Placing | undefined;
  byPerson: ShiftIndex['byCell'];
}

const madeOf = new WeakMap<ShiftIndex, Made>();
/** By list, so that a week seen before is there at once. */
const known = new WeakMap<readonly GridShift[], ShiftIndex>();

/**
 * Shifts by id and by cell, each cell in order of start. A cell whose shifts are the same objects as in
 * `previous` keeps its array, so that rows which did not change do not render again. A list that differs little from
 * that of `previous` costs little; the same list with the same placing is the same index.
 */
export function indexShifts(
  shifts: readonly GridShift[],
  previous?: ShiftIndex,
  placing?: Placing,
): ShiftIndex {
  const same = known.get(shifts);
  if (same && madeOf.get(same)?.placing === placing) return same;
  const cellOf = (shift: GridShift, sectionId?: string): CellRef => {
    const { employeeId } = shift;
    const date = placing?.dateOf ? placing.dateOf(shift) : shift.date;
    return sectionId === undefined ? { employeeId, date } : { employeeId, date, sectionId };
  };
  const place = (shift: GridShift): CellRef => cellOf(shift, placing?.sectionOf(shift));
  const keyShown = (shift: GridShift) => keyOfCell(place(shift));
  const before = previous && madeOf.get(previous);
  const base = before?.placing === placing ? before : undefined;
  const change = base && changeBetween(base.shifts, shifts, base.byId);
  const byId = change
    ? withChange(base.byId, change)
    : new Map(shifts.map((shift) => [shift.id, shift] as const));
  const shown = (list: readonly GridShift[]) =>
    placing ? list.filter((shift) => placing.shows(shift)) : list;
  const byCell = change
    ? regrouped(base.byCell, { gone: shown(change.gone), come: shown(change.come) }, keyShown)
    : grouped(shown(shifts), keyShown, previous && isLike(shifts, previous) ? previous.byCell : undefined);
  let byPerson = byCell;
  if (placing)
    byPerson = change ? regrouped(base.byPerson, change, keyOfPerson) : grouped(shifts, keyOfPerson);
  const at = (employeeId: string | null, date: string): readonly GridShift[] =>
    byPerson.get(cellKey(employeeId, date)) ?? NONE;
  const index: ShiftIndex = {
    byId,
    byCell,
    at,
    shownAt: (employeeId, date) => shown(at(employeeId, date)),
    inCell: (cell) => byCell.get(keyOfCell(cell)) ?? NONE,
    cellOf: place,
  };
  madeOf.set(index, { shifts, placing, byId, byCell, byPerson });
  known.set(shifts, index);
  return index;
}

/** Has the list shifts of the one before? Another week has none, and need not be compared cell by cell. */
const isLike = (shifts: readonly GridShift[], { byId }: ShiftIndex): boolean =>
  [0, shifts.length >> 1, shifts.length - 1].some((nr) => byId.has(shifts[nr]?.id ?? ''));

const keyOfPerson = (shift: GridShift): string => cellKey(shift.employeeId, shift.date);

function grouped(
  shifts: readonly GridShift[],
  keyOf: (shift: GridShift) => string,
  previous?: ShiftIndex['byCell'],
): ShiftIndex['byCell'] {
  const cells = new Map<string, GridShift[]>();
  for (const shift of shifts) {
    const key = keyOf(shift);
    const cell = cells.get(key);
    if (cell) cell.push(shift);
    else cells.set(key, [shift]);
  }
  if (!previous) {
    for (const cell of cells.values()) if (cell.length > 1) cell.sort(byStart);
    return cells;
  }
  const byCell = new Map<string, readonly GridShift[]>();
  for (const [key, cell] of cells) {
    if (cell.length > 1) cell.sort(byStart);
    const before = previous.get(key);
    byCell.set(key, before && sameItems(before, cell) ? before : cell);
  }
  return byCell;
}

const sameItems = (a: readonly GridShift[], b: readonly GridShift[]): boolean =>
  a.length === b.length && a.every((shift, i) => shift === b[i]);

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{Diacritic}/gu, '')
    .toLowerCase();

/** Employees whose name or one of whose positions contains the text, whatever the case or accents. */
export function filterEmployees(employees: readonly GridEmployee[], text: string): readonly GridEmployee[] {
  const wanted = plain(text.trim());
  if (!wanted) return employees;
  return employees.filter((employee) => wordsOf(employee).some((word) => word.includes(wanted)));
}

const words = new WeakMap<GridEmployee, string[]>();

/** Made plain once: a filter asks at each key, of a thousand people. */
function wordsOf(employee: GridEmployee): string[] {
  let known = words.get(employee);
  if (!known) words.set(employee, (known = [employee.name, ...employee.positionNames].map(plain)));
  return known;
}
