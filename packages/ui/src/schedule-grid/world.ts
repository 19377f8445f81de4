import { rowKey } from './shift-index.ts';
import type { CellRef, GridSection } from './types.ts';

export interface GridRowRef {
  key: string;
  /** A section's head holds sums and no shifts: focus and drops pass it by. */
  kind: 'shifts' | 'section';
  /** `null` = open shifts. */
  employeeId: string | null;
  sectionId?: string;
}

/** Rows in display order: open shifts first, then people; with sections each has its own of both below its head. */
export interface GridWorld {
  rows: readonly GridRowRef[];
  /** Place of a row by its key. */
  rowIndex: ReadonlyMap<string, number>;
  /** Places of the rows that hold shifts. */
  stops: readonly number[];
  /** Which of the stops a row is, by its key. */
  stopIndex: ReadonlyMap<string, number>;
  days: readonly string[];
}

/** `previous` lends its rows when they are the same, and is given back when the days are too. */
export function createWorld(
  employeeIds: readonly string[],
  days: readonly string[],
  sections?: readonly Pick<GridSection, 'id' | 'employeeIds'>[],
  previous?: GridWorld,
): GridWorld {
  const rows = sections ? sections.flatMap(rowsOfSection) : [null, ...employeeIds].map((id) => rowFor(id));
  if (previous && sameRows(previous.rows, rows))
    return previous.days === days ? previous : { ...previous, days };
  const stops = rows.flatMap((row, i) => (row.kind === 'shifts' ? [i] : []));
  return {
    rows,
    rowIndex: new Map(rows.map((row, i) => [row.key, i])),
    stops,
    stopIndex: new Map(stops.map((row, i) => [rows[row]!.key, i])),
    days,
  };
}

const sameRows = (a: readonly GridRowRef[], b: readonly GridRowRef[]): boolean =>
  a.length === b.length && a.every((row, i) => row.key === b[i]!.key);

const rowFor = (employeeId: string | null, sectionId?: string): GridRowRef => ({
  key: rowKey(employeeId, sectionId),
  kind: 'shifts',
  employeeId,
  ...(sectionId === undefined ? {} : { sectionId }),
});

const rowsOfSection = ({ id, employeeIds }: Pick<GridSection, 'id' | 'employeeIds'>): GridRowRef[] => [
  { key: `#${id}`, kind: 'section', employeeId: null, sectionId: id },
  rowFor(null, id),
  ...employeeIds.map((employeeId) => rowFor(employeeId, id)),
];

export const keyOfRow = (cell: CellRef): string => rowKey(cell.employeeId, cell.sectionId);

/** Where the cell's row is; one that is not shown counts as the first. */
export const rowOf = (cell: CellRef, world: GridWorld): number =>
  world.rowIndex.get(keyOfRow(cell)) ?? world.stops[0] ?? 0;

/** The cell of a row on a date; a section's head stands for the row below it. */
export function cellIn(world: GridWorld, row: number, date: string): CellRef {
  const found = world.rows[row]?.kind === 'section' ? world.rows[row + 1] : world.rows[row];
  if (!found) return { employeeId: null, date };
  const { employeeId, sectionId } = found;
  return sectionId === undefined ? { employeeId, date } : { employeeId, date, sectionId };
}

/** The nth row that holds shifts, kept within the first and the last. */
export function cellAtStop(world: GridWorld, stop: number, date: string): CellRef {
  const inside = Math.max(0, Math.min(world.stops.length - 1, stop));
  return cellIn(world, world.stops[inside] ?? 0, date);
}

/** Where a person is first shown; else the first person of all. */
export function rowOfPerson(world: GridWorld, employeeId: string | null): number {
  const same = world.rows.findIndex((row) => row.kind === 'shifts' && row.employeeId === employeeId);
  if (same >= 0) return same;
  const first = world.rows.findIndex((row) => row.kind === 'shifts' && row.employeeId !== null);
  return first >= 0 ? first : (world.stops[0] ?? 0);
}
