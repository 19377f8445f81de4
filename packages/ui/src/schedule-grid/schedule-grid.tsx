'use client';
import { type Ref, useImperativeHandle, useMemo, useRef, useState } from 'react';
import { AssignBox } from './assign-box.tsx';
import { type DragElements, DragGhost, DragMark } from './drag-layer.tsx';
import { EntryBox } from './entry-box.tsx';
import { GridContext } from './grid-context.ts';
import { GridMenu } from './grid-menu.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { rowHeight, rowOffsets } from './layout.ts';
import { LiveRegion } from './live-region.tsx';
import { tallestStack } from './shift-index.ts';
import { sumShifts } from './totals.ts';
import type { ScheduleGridHandle, ScheduleGridProps } from './types.ts';
import { useGridFocus } from './use-grid-focus.ts';
import { useGridHost } from './use-grid-host.ts';
import { useGridInput } from './use-grid-input.ts';
import { WeekGrid } from './week-grid.tsx';

/**
 * The schedule as people x days. Knows nothing of HTTP: what it shows comes in props, what changes goes out through
 * `onCommand`, and is shown at once until the answer and the next props are there.
 */
export function ScheduleGrid({ ref, ...props }: ScheduleGridProps & { ref?: Ref<ScheduleGridHandle> }) {
  const { days, canEdit } = props;
  const { host, format, today, employees, shifts, index, world } = useGridHost(props);
  const totals = useMemo(() => sumShifts(shifts, days), [shifts, days]);
  const heights = useMemo(
    () => world.rows.map((id) => rowHeight(tallestStack(index, id, days))),
    [world, index, days],
  );
  const offsets = useMemo(() => rowOffsets(heights), [heights]);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const [elements] = useState<DragElements>({ ghost, mark });
  const refocus = useGridFocus(host.store, scrollerRef, offsets);
  const input = useGridInput(host, scrollerRef, elements, offsets);
  const environment = useMemo(
    () => ({ store: host.store, format, today, canEdit }),
    [host, format, today, canEdit],
  );
  useImperativeHandle(
    ref,
    () => ({
      run: (changes, label) => host.runner.run(changes, label),
      undo: () => void host.runner.undo(),
      redo: () => void host.runner.redo(),
      focus: refocus,
    }),
    [host, refocus],
  );
  return (
    <GridContext value={environment}>
      <div className="relative flex min-h-0 flex-1 flex-col" onKeyDown={input.onKeyDown}>
        <WeekGrid
          scrollerRef={scrollerRef}
          label={props.label}
          days={days}
          employees={employees}
          index={index}
          totals={totals}
          heights={heights}
          offsets={offsets}
        >
          <DragMark host={host} elements={elements} offsets={offsets} />
          <EntryBox host={host} offsets={offsets} />
        </WeekGrid>
        <DragGhost elements={elements} />
        <LiveRegion announcer={host.announcer} />
      </div>
      <GridMenu host={host} clipboard={input.clipboard} refocus={refocus} />
      <AssignBox host={host} refocus={refocus} />
      <KeyboardHelp store={host.store} />
    </GridContext>
  );
}
