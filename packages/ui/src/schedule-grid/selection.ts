import type { GridEvent, GridState, GridWorld } from './grid-state.ts';
import { cellKey } from './shift-index.ts';
import type { CellRef } from './types.ts';

export const rowOf = (cell: CellRef, world: GridWorld): number => world.rowIndex.get(cell.employeeId) ?? 0;

/** Takes one shift in or out; a cell none of whose shifts is left is not selected any more. */
export function toggleShift(state: GridState, event: Extract<GridEvent, { type: 'toggleShift' }>): GridState {
  const { cell, shiftId, others } = event;
  const key = cellKey(cell.employeeId, cell.date);
  const selected = new Set(state.selected);
  const except = new Set(state.except);
  if (!selected.has(key)) {
    selected.add(key);
    for (const other of others) except.add(other);
  } else if (!except.delete(shiftId)) {
    except.add(shiftId);
    if (others.every((other) => except.has(other))) {
      selected.delete(key);
      for (const id of [shiftId, ...others]) except.delete(id);
    }
  }
  return { ...state, active: cell, chip: null, anchor: cell, selected, except };
}

/** Every cell between two corners, in display order. */
export function rectangle(a: CellRef, b: CellRef, world: GridWorld): ReadonlySet<string> {
  const rows = [rowOf(a, world), rowOf(b, world)].toSorted((x, y) => x - y);
  const days = [world.days.indexOf(a.date), world.days.indexOf(b.date)].toSorted((x, y) => x - y);
  const cells = new Set<string>();
  for (let row = rows[0]!; row <= rows[1]!; row++)
    for (let day = days[0]!; day <= days[1]!; day++)
      cells.add(cellKey(world.rows[row] ?? null, world.days[day]!));
  return cells;
}

export function rowThenAll(state: GridState, world: GridWorld): ReadonlySet<string> {
  const row = world.days.map((date) => cellKey(state.active.employeeId, date));
  if (!row.every((key) => state.selected.has(key))) return new Set([...state.selected, ...row]);
  return new Set(world.rows.flatMap((id) => world.days.map((date) => cellKey(id, date))));
}
