import { useVirtualizer } from '@tanstack/react-virtual';
import {
  type CSSProperties,
  type ReactNode,
  type RefObject,
  useCallback,
  useLayoutEffect,
  useMemo,
} from 'react';
import { useGrid } from './grid-context.ts';
import { GridRow } from './grid-row.tsx';
import { useGridState } from './grid-store.ts';
import { HeaderRow } from './header-row.tsx';
import { FOOTER_HEIGHT, HEADER_HEIGHT, type Metrics, ROW_HEADER_WIDTH } from './layout.ts';
import { SectionRow } from './section-row.tsx';
import { TotalsRow } from './totals-row.tsx';
import { NO_TOTAL, sumShifts, type Total, type Totals } from './totals.ts';
import type { GridModel } from './use-grid-host.ts';
import type { ShiftIndex } from './shift-index.ts';
import { rowsToMount } from './virtual-rows.ts';
import { type GridRowRef, rowOf } from './world.ts';

interface WeekGridProps {
  scrollerRef: RefObject<HTMLDivElement | null>;
  label: string;
  days: readonly string[];
  model: GridModel;
  totals: Totals;
  heights: readonly number[];
  offsets: Float64Array;
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
  const sourceRow = useGridState(store, (state) => (state.carry ? rowOf(state.carry.from, world) : -1));
  // a new function would make it measure a thousand rows at each render
  const estimateSize = useCallback((row: number) => heights[row]!, [heights]);
  const { rows } = world;
  const getItemKey = useCallback((row: number) => rows[row]?.key ?? row, [rows]);
  const virtualizer = useVirtualizer({
    count: heights.length,
    getScrollElement: () => props.scrollerRef.current,
    estimateSize,
    getItemKey,
    rangeExtractor: (range) => rowsToMount(range, [activeRow, sourceRow]),
    overscan: 2,
    scrollMargin: HEADER_HEIGHT,
    initialRect: { width: 1200, height: 800 },
  });
  useLayoutEffect(() => virtualizer.measure(), [virtualizer, heights]);

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
          <HeaderRow days={days} totals={totals} />
          <div role="rowgroup" className="relative" style={{ height: offsets[heights.length] }}>
            {virtualizer.getVirtualItems().map(({ index: row, key }) => {
              const ref = world.rows[row]!;
              const place = { rowIndex: row, top: offsets[row]!, height: heights[row]!, days };
              if (ref.kind === 'section')
                return (
                  <SectionRow
                    key={key}
                    section={sections!.find((each) => each.id === ref.sectionId)!}
                    totals={totals.bySection.get(ref.sectionId!)}
                    {...place}
                  />
                );
              return (
                <GridRow
                  key={key}
                  employee={ref.employeeId === null ? null : people.get(ref.employeeId)!}
                  sectionId={ref.sectionId}
                  total={totalOf(totals, ref, index, days)}
                  index={index}
                  {...place}
                />
              );
            })}
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

/** A person's sum is of all they work; open shifts are counted in the section they are shown in. */
function totalOf(
  totals: Totals,
  { employeeId, sectionId }: GridRowRef,
  index: ShiftIndex,
  days: readonly string[],
): Total {
  if (employeeId !== null || sectionId === undefined) return totals.byEmployee.get(employeeId) ?? NO_TOTAL;
  const open = days.flatMap((date) => index.inCell({ employeeId, date, sectionId }));
  return sumShifts(open, days).all;
}

const sizesOf = ({ chip, gap, padding }: Metrics) => ({
  '--chip-h': `${chip}px`,
  '--cell-gap': `${gap}px`,
  '--cell-p': `${padding}px`,
});
