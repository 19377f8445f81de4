import { Plus } from 'lucide-react';
import { memo } from 'react';
import { Chip } from './chip.tsx';
import { useGrid } from './grid-context.ts';
import { useGridState } from './grid-store.ts';
import { cellKey } from './shift-index.ts';
import type { GridShift } from './types.ts';

interface CellProps {
  employeeId: string | null;
  date: string;
  column: number;
  shifts: readonly GridShift[];
}

/** One person's day. The active cell is the grid's only tab stop; its chips are reached with Enter. */
export const Cell = memo(function Cell({ employeeId, date, column, shifts }: CellProps) {
  const { store, today, canEdit } = useGrid();
  const key = cellKey(employeeId, date);
  const active = useGridState(
    store,
    (state) => state.active.employeeId === employeeId && state.active.date === date,
  );
  const selected = useGridState(store, (state) => state.selected.has(key));
  const inChips = useGridState(store, (state) => active && state.chip !== null);
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={selected}
      tabIndex={active && !inChips ? 0 : -1}
      data-cell={key}
      data-active={active || undefined}
      className={`relative flex flex-col gap-1 border-e border-border p-1.5 outline-none focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring aria-selected:bg-primary/12 forced-colors:aria-selected:outline-1 ${date === today ? 'bg-accent/40' : ''}`}
    >
      {shifts.map((shift) => (
        <Chip key={shift.id} shift={shift} />
      ))}
      {active && canEdit && (
        <button
          type="button"
          tabIndex={-1}
          data-add=""
          aria-label="Add a shift here"
          className={`absolute end-1 bottom-1 grid size-6 place-items-center rounded-md border border-border bg-surface text-muted hover:text-foreground pointer-coarse:size-11 ${shifts.length > 0 ? 'not-pointer-coarse:size-5 opacity-0 hover:opacity-100' : ''}`}
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
});
