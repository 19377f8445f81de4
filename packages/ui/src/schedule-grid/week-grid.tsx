import { useVirtualizer } from '@tanstack/react-virtual';
import { type CSSProperties, type ReactNode, type RefObject, useCallback, useMemo } from 'react';
import { useClosedDays, useGrid } from './grid-context.ts';
import { useGridState } from './grid-store.ts';
import { FOOTER_HEIGHT, HEADER_HEIGHT, type Metrics, ROW_HEADER_WIDTH } from './layout.ts';
import type { Totals } from './totals.ts';
import type { GridModel } from './use-grid-host.ts';
import { rowsToMount } from './virtual-rows.ts';
import { useKept } from './use-kept.ts';
import { type TurnTo, WeekStage } from './week-stage.tsx';
import { useWeeksAhead } from './weeks-ahead.ts';
import { rowOf } from './world.ts';

interface WeekGridProps {
  scrollerRef: RefObject<HTMLDivElement | null>;
  label: string;
  days: readonly string[];
  model: GridModel;
  totals: Totals;
  heights: readonly number[];
  offsets: Float64Array;
  turnRef: RefObject<TurnTo | null>;
  /** Layers that lie over the cells: highlight, quick entry. */
  children?: ReactNode;
}

/** The rows on screen out of all, in one `role=grid` with its head and totals. */
export function WeekGrid(props: WeekGridProps) {
  const { store, metrics } = useGrid();
  const { days, model, totals, heights, offsets } = props;
  const { world, index, sections } = model;
  const people = useMemo(() => new Map(model.employees.map((each) => [each.id, each])), [model.employees]);
  const activeRow = useGridState(store, (state) => rowOf(state.active, world));
  // a new function would make it measure a thousand rows at each render
  const estimateSize = useCallback((row: number) => heights[row]!, [heights]);
  const { rows } = world;
  // one for each list of heights: with another one it measures in the same render
  const getItemKey = useCallback(
    (row: number) => (row < heights.length ? (rows[row]?.key ?? row) : row),
    [rows, heights],
  );
  const virtualizer = useVirtualizer({
    count: heights.length,
    getScrollElement: () => props.scrollerRef.current,
    estimateSize,
    getItemKey,
    rangeExtractor: (range) => {
      // drawn as it is picked up, so nothing is drawn anew for it
      const { carry } = store.get();
      return rowsToMount(range, [activeRow, carry ? rowOf(carry.from, world) : -1]);
    },
    overscan: 2,
    scrollMargin: HEADER_HEIGHT,
    initialRect: { width: 1200, height: 800 },
  });
  const drawn = useKept(virtualizer.getVirtualItems().map(({ index: row }) => row));
  const closed = useClosedDays();
  const budget = model.host.props().budget ?? null;
  const shown = { days, all: rows, drawn, heights, offsets, people, sections, index, totals, closed, budget };
  const ahead = useWeeksAhead(model.host.props(), world, metrics, people, drawn);

  const columns = `${ROW_HEADER_WIDTH}px repeat(${days.length}, minmax(${metrics.dayMinWidth}px, 1fr))`;
  const minWidth = ROW_HEADER_WIDTH + days.length * metrics.dayMinWidth;
  return (
    <div
      ref={props.scrollerRef}
      data-grid-scroller=""
      className="relative min-h-0 flex-1 overflow-auto overscroll-contain"
    >
      <div
        className="relative"
        style={{ ...sizesOf(metrics), '--grid-columns': columns, minWidth } as CSSProperties}
      >
        <div
          role="grid"
          aria-label={props.label}
          aria-rowcount={heights.length + 2}
          aria-colcount={days.length + 1}
          aria-multiselectable="true"
        >
          <WeekStage shown={shown} ahead={ahead} turnRef={props.turnRef} />
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

const sizesOf = ({ chip, gap, padding, inline }: Metrics) => ({
  '--chip-h': `${chip}px`,
  '--cell-gap': `${gap}px`,
  '--cell-p': `${padding}px`,
  '--cell-x': `${inline}px`,
});
