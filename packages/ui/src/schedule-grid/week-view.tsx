import { type RefObject, useCallback, useMemo, useRef, useState } from 'react';
import { type DragElements, DragGhost, DragMark } from './drag-layer.tsx';
import { EntryBox } from './entry-box.tsx';
import { FocusKeeper } from './focus-keeper.ts';
import { GridBoxes, SelectionBar } from './lazy-boxes.tsx';
import { useGrid } from './grid-context.ts';
import { rowOffsets } from './layout.ts';
import { PresenceLayer } from './presence-layer.tsx';
import { rowHeights } from './row-heights.ts';
import { createRowTint } from './row-tint.ts';
import type { Totals } from './totals.ts';
import type { GridModel } from './use-grid-host.ts';
import { useKept } from './use-kept.ts';
import { useGridInput } from './use-grid-input.ts';
import { WeekGrid } from './week-grid.tsx';
import { WeekLines } from './week-lines.tsx';
import type { TurnTo } from './week-stage.tsx';

export interface ScheduleViewProps {
  model: GridModel;
  days: readonly string[];
  label: string;
  totals: Totals;
  /** Set to what brings focus into this view. */
  focusRef: RefObject<(() => void) | null>;
  /** Set to what turns to a week that is drawn already. */
  turnRef: RefObject<TurnTo | null>;
}

/** The week of columns with everything that lies over it. */
export function WeekView({ model, days, label, totals, focusRef, turnRef }: ScheduleViewProps) {
  const { host, index, world, metrics } = model;
  const { axis, range } = useGrid();
  const peers = host.props().presence;
  const heights = useKept(
    useMemo(() => rowHeights(world, index, metrics, axis), [world, index, metrics, axis]),
  );
  const offsets = useMemo(() => rowOffsets(heights), [heights]);
  const scrollerRef = useRef<HTMLDivElement>(null);
  const ghost = useRef<HTMLDivElement>(null);
  const mark = useRef<HTMLDivElement>(null);
  const tint = useRef<HTMLDivElement>(null);
  const [elements] = useState<DragElements>(() => ({ ghost, mark, tint, rowTint: createRowTint(tint) }));
  const refocus = useCallback(() => focusRef.current?.(), [focusRef]);
  const input = useGridInput(host, scrollerRef, elements, offsets);
  return (
    <>
      <div className="relative flex min-h-0 flex-1 flex-col" onKeyDown={input.onKeyDown}>
        <WeekGrid
          scrollerRef={scrollerRef}
          label={label}
          days={days}
          model={model}
          totals={totals}
          heights={heights}
          offsets={offsets}
          turnRef={turnRef}
        >
          {range === 'month' && <WeekLines days={days} weekStart={host.props().weekStart} />}
          {peers && <PresenceLayer peers={peers} world={world} offsets={offsets} />}
          <DragMark host={host} elements={elements} offsets={offsets} />
          <EntryBox host={host} offsets={offsets} refocus={refocus} />
          <FocusKeeper store={host.store} scrollerRef={scrollerRef} offsets={offsets} focusRef={focusRef} />
        </WeekGrid>
        <SelectionBar host={host} />
        <DragGhost elements={elements} />
      </div>
      <GridBoxes host={host} clipboard={input.clipboard} refocus={refocus} />
    </>
  );
}
