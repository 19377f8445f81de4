import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, type RefObject, useLayoutEffect } from 'react';
import { useGrid } from './grid-context.ts';
import { GridRow } from './grid-row.tsx';
import { useGridState } from './grid-store.ts';
import { HeaderRow } from './header-row.tsx';
import { DAY_MIN_WIDTH, FOOTER_HEIGHT, HEADER_HEIGHT, ROW_HEADER_WIDTH } from './layout.ts';
import type { ShiftIndex } from './shift-index.ts';
import { TotalsRow } from './totals-row.tsx';
import { NO_TOTAL, type Totals } from './totals.ts';
import type { GridEmployee } from './types.ts';
import { rowsToMount } from './virtual-rows.ts';

interface WeekGridProps {
  scrollerRef: RefObject<HTMLDivElement | null>;
  label: string;
  days: readonly string[];
  employees: readonly GridEmployee[];
  index: ShiftIndex;
  totals: Totals;
  heights: readonly number[];
  offsets: Float64Array;
  /** Layers that lie over the cells: highlight, quick entry. */
  children?: ReactNode;
}

/** The rows on screen out of all, in one `role=grid` with its head and totals. */
export function WeekGrid(props: WeekGridProps) {
  const { store } = useGrid();
  const { days, employees, index, totals, heights, offsets } = props;
  const world = store.world();
  const activeRow = useGridState(store, (state) => world.rowIndex.get(state.active.employeeId) ?? 0);
  const sourceRow = useGridState(store, (state) =>
    state.carry ? (world.rowIndex.get(state.carry.from.employeeId) ?? -1) : -1,
  );
  const virtualizer = useVirtualizer({
    count: heights.length,
    getScrollElement: () => props.scrollerRef.current,
    estimateSize: (row) => heights[row]!,
    getItemKey: (row) => (row === 0 ? 'open' : (employees[row - 1]?.id ?? row)),
    rangeExtractor: (range) => rowsToMount(range, [activeRow, sourceRow]),
    overscan: 4,
    scrollMargin: HEADER_HEIGHT,
    initialRect: { width: 1200, height: 800 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, heights]);

  const columns = `${ROW_HEADER_WIDTH}px repeat(${days.length}, minmax(${DAY_MIN_WIDTH}px, 1fr))`;
  const minWidth = ROW_HEADER_WIDTH + days.length * DAY_MIN_WIDTH;
  return (
    <div
      ref={props.scrollerRef}
      data-grid-scroller=""
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain"
    >
      <div className="relative" style={{ '--grid-columns': columns, minWidth } as CSSProperties}>
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={heights.length + 2}
          aria-colcount={days.length + 1}
          aria-multiselectable="true"
        >
          <HeaderRow days={days} totals={totals} />
          <div role="rowgroup" className="relative" style={{ height: offsets[heights.length] }}>
            {virtualizer.getVirtualItems().map(({ index: row, key }) => (
              <GridRow
                key={key}
                employee={row === 0 ? null : employees[row - 1]!}
                total={totals.byEmployee.get(row === 0 ? null : employees[row - 1]!.id) ?? NO_TOTAL}
                rowIndex={row}
                top={offsets[row]!}
                height={heights[row]!}
                days={days}
                index={index}
              />
            ))}
          </div>
          <TotalsRow days={days} totals={totals} rowIndex={heights.length + 2} />
        </div>
        <div
          className="pointer-events-none absolute inset-x-0 z-10"
          style={{ top: HEADER_HEIGHT, bottom: FOOTER_HEIGHT }}
        >
          {props.children}
        </div>
      </div>
    </div>
  );
}
