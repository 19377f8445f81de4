import { type Ref, useMemo, useRef, useState } from 'react';
import { dateInZone } from './days.ts';
import { GridContext } from './grid-context.ts';
import { createGridFormat } from './grid-format.ts';
import { createWorld, initialGridState } from './grid-state.ts';
import { createGridStore } from './grid-store.ts';
import { rowHeight, rowOffsets } from './layout.ts';
import { filterEmployees, indexShifts, type ShiftIndex, tallestStack } from './shift-index.ts';
import { sumShifts } from './totals.ts';
import type { ScheduleGridHandle, ScheduleGridProps } from './types.ts';
import { WeekGrid } from './week-grid.tsx';

/** The schedule as people x days. Knows nothing of HTTP: what it shows comes in props, what changes goes to `onCommand`. */
export function ScheduleGrid(props: ScheduleGridProps & { ref?: Ref<ScheduleGridHandle> }) {
  const { days, locale, currency, hour12, canEdit } = props;
  const format = useMemo(() => createGridFormat({ locale, currency, hour12 }), [locale, currency, hour12]);
  const today = dateInZone(props.now, props.zone);
  const employees = useMemo(
    () => filterEmployees(props.employees, props.filterText ?? ''),
    [props.employees, props.filterText],
  );
  const world = useMemo(
    () =>
      createWorld(
        employees.map((each) => each.id),
        days,
      ),
    [employees, days],
  );
  const [store] = useState(() => createGridStore(initialGridState(world, today), world));
  store.setWorld(world);
  const previousIndex = useRef<ShiftIndex>(undefined);
  const index = useMemo(() => indexShifts(props.shifts, previousIndex.current), [props.shifts]);
  previousIndex.current = index;
  const totals = useMemo(() => sumShifts(props.shifts, days), [props.shifts, days]);
  const heights = useMemo(
    () => world.rows.map((id) => rowHeight(tallestStack(index, id, days))),
    [world, index, days],
  );
  const offsets = useMemo(() => rowOffsets(heights), [heights]);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const environment = useMemo(() => ({ store, format, today, canEdit }), [store, format, today, canEdit]);
  return (
    <GridContext value={environment}>
      <div className="flex min-h-0 flex-1 flex-col">
        <WeekGrid
          scrollerRef={scrollerRef}
          label={props.label}
          days={days}
          employees={employees}
          index={index}
          totals={totals}
          heights={heights}
          offsets={offsets}
        />
      </div>
    </GridContext>
  );
}
