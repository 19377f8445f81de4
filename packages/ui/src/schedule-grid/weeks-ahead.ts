import { startTransition, useDeferredValue, useEffect, useMemo, useState } from 'react';
import { closedDaysOf } from './closed-days.ts';
import { type Metrics, rowOffsets } from './layout.ts';
import type { ScheduleGridProps } from './props.ts';
import { rowHeights } from './row-heights.ts';
import { indexShifts } from './shift-index.ts';
import { totalsOf } from './totals.ts';
import type { WeekAhead } from './types.ts';
import type { DrawnWeek } from './week-sheet.tsx';
import type { GridWorld } from './world.ts';

/** Somebody who scrolled so long ago has come to rest. */
const REST_MS = 400;

const NONE: readonly DrawnWeek[] = [];

/**
 * The weeks that may be turned to next, as they would be drawn now. Only while rows are people and nothing is filtered:
 * else the rows depend on the shifts. What changes of them is drawn after everything else.
 */
export function useWeeksAhead(
  { ahead, rowsBy = 'employee', shows, hideEmptyRows, filterText, axis }: ScheduleGridProps,
  world: GridWorld,
  metrics: Metrics,
  people: DrawnWeek['people'],
  drawn: readonly number[],
): readonly DrawnWeek[] {
  const rested = useRested(drawn);
  const plain = rowsBy === 'employee' && !shows && !hideEmptyRows && !filterText && !axis;
  const weeks = useMemo(
    () =>
      plain && rested && ahead ? ahead.map((week) => drawnAhead(week, world, metrics, people, rested)) : NONE,
    [plain, rested, ahead, world, metrics, people],
  );
  return useDeferredValue(weeks);
}

function drawnAhead(
  { days, shifts, closedDays }: WeekAhead,
  world: GridWorld,
  metrics: Metrics,
  people: DrawnWeek['people'],
  drawn: readonly number[],
): DrawnWeek {
  const index = indexShifts(shifts);
  const heights = rowHeights({ ...world, days }, index, metrics, null);
  return {
    days,
    all: world.rows,
    drawn,
    heights,
    offsets: rowOffsets(heights),
    people,
    sections: undefined,
    index,
    totals: totalsOf(shifts, days),
    closed: closedDaysOf(closedDays),
    budget: null,
  };
}

/** The rows on screen, once they have not changed for a while. */
function useRested(drawn: readonly number[]): readonly number[] | null {
  const [rested, setRested] = useState<readonly number[] | null>(null);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setRested(drawn)), REST_MS);
    return () => clearTimeout(timer);
  }, [drawn]);
  return rested;
}
