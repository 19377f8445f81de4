import { Plus } from 'lucide-react';
import { memo } from 'react';
import { Chip } from './chip.tsx';
import { DayChips } from './day-chips.tsx';
import { CLOSED_LOOK } from './closed-days.ts';
import { useClosedDays, useGrid } from './grid-context.ts';
import type { GridState } from './grid-state.ts';
import { useGridState } from './grid-store.ts';
import { cellKey, keyOfCell } from './shift-index.ts';
import type { GridShift } from './types.ts';

interface CellProps {
  employeeId: string | null;
  sectionId?: string | undefined;
  date: string;
  column: number;
  shifts: readonly GridShift[];
}

const ACTIVE = 1;
const SELECTED = 2;
const IN_CHIPS = 4;

/** All a cell wants to know of the interaction as one number, so that it needs one listener. */
const flagsOf = (state: GridState, key: string): number => {
  const selected = state.selected.has(key) ? SELECTED : 0;
  if (keyOfCell(state.active) !== key) return selected;
  return selected | ACTIVE | (state.chip === null ? 0 : IN_CHIPS);
};

/** One person's day. The active cell is the grid's only tab stop; its chips are reached with Enter. */
export const Cell = memo(function Cell(props: CellProps) {
  const { employeeId, sectionId, date, column, shifts } = props;
  const { store, format, today, canEdit, axis } = useGrid();
  const isClosed = useClosedDays().on(date, sectionId) !== undefined;
  const key = cellKey(employeeId, date, sectionId);
  const flags = useGridState(store, (state) => flagsOf(state, key));
  const active = (flags & ACTIVE) !== 0;
  return (
    <div
      role="gridcell"
      aria-colindex={column + 2}
      aria-selected={(flags & SELECTED) !== 0}
      tabIndex={active && !(flags & IN_CHIPS) ? 0 : -1}
      data-cell={key}
      data-active={active || undefined}
      data-closed={isClosed || undefined}
      className={`relative flex flex-col gap-(--cell-gap) border-e border-border px-(--cell-x) py-(--cell-p) focus-visible:outline-2 focus-visible:-outline-offset-2 focus-visible:outline-ring aria-selected:bg-primary/12 forced-colors:aria-selected:outline-1 ${date === today ? 'bg-accent/40' : ''} ${isClosed ? CLOSED_LOOK : ''}`}
    >
      {axis ? (
        <DayChips shifts={shifts} axis={axis} />
      ) : (
        // not by shift: another week changes the chips that are there
        shifts.map((shift, place) => <Chip key={place} shift={shift} />)
      )}
      {active && canEdit && shifts.length === 0 && (
        <button
          type="button"
          tabIndex={-1}
          data-add=""
          aria-label={format.say('addHere')}
          className="absolute end-1 bottom-1 grid size-6 place-items-center rounded-md border border-border bg-surface text-muted hover:text-foreground pointer-coarse:size-11"
        >
          <Plus aria-hidden="true" className="size-4" />
        </button>
      )}
    </div>
  );
});
