import { keyOfCell } from './shift-index.ts';
import type { CellRef } from './types.ts';
import { cellIn, type GridWorld, rowOf } from './world.ts';

/** What of the grid's state says what is selected. */
interface Selected {
  active: CellRef;
  chip: number | null;
  anchor: CellRef | null;
  selected: ReadonlySet<string>;
  except: ReadonlySet<string>;
}

/** Takes one shift in or out; a cell none of whose shifts is left is not selected any more. */
export function toggleShift(
  state: Pick<Selected, 'selected' | 'except'>,
  event: { cell: CellRef; shiftId: string; others: readonly string[] },
): Selected {
  const { cell, shiftId, others } = event;
  const key = keyOfCell(cell);
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
  return { active: cell, chip: null, anchor: cell, selected, except };
}

/** Every cell between two corners, in display order. */
export function rectangle(a: CellRef, b: CellRef, world: GridWorld): ReadonlySet<string> {
  const rows = [rowOf(a, world), rowOf(b, world)].toSorted((x, y) => x - y);
  const days = [world.days.indexOf(a.date), world.days.indexOf(b.date)].toSorted((x, y) => x - y);
  const cells = new Set<string>();
  for (const row of world.stops) {
    if (row < rows[0]! || row > rows[1]!) continue;
    for (let day = days[0]!; day <= days[1]!; day++)
      cells.add(keyOfCell(cellIn(world, row, world.days[day]!)));
  }
  return cells;
}

export function rowThenAll(
  state: Pick<Selected, 'active' | 'selected'>,
  world: GridWorld,
): ReadonlySet<string> {
  const row = world.days.map((date) => keyOfCell({ ...state.active, date }));
  if (!row.every((key) => state.selected.has(key))) return new Set([...state.selected, ...row]);
  return new Set(
    world.stops.flatMap((stop) => world.days.map((date) => keyOfCell(cellIn(world, stop, date)))),
  );
}
