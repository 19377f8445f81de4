import { afterPaint } from '@vaktplan/ui';
import type { ScheduleGridHandle } from '@vaktplan/ui/schedule-grid';
import { type RefObject, useEffect, useRef } from 'react';
import { periodBeside, type Period } from './week';

type Turning = { to: Period; callOff: () => void };

/**
 * Turns to another period: one that the grid holds ready is on the screen at once, and the page follows when it has been
 * painted. `go` is told the first day; null: the one of today.
 */
export function useTurn(
  grid: RefObject<ScheduleGridHandle | null>,
  period: Period,
  go: (startDate: string | null) => void,
): (delta: -1 | 0 | 1) => void {
  const turning = useRef<Turning>(null);
  useEffect(() => () => turning.current?.callOff(), []);
  return (delta) => {
    // turned twice before the page could follow: from where the first turn went
    const from = turning.current?.to ?? period;
    turning.current?.callOff();
    turning.current = null;
    const to = delta === 0 ? null : periodBeside(from, delta);
    if (!to || !grid.current?.turnTo(to.days)) return go(to?.startDate ?? null);
    const follow = () => {
      turning.current = null;
      go(to.startDate);
    };
    turning.current = { to, callOff: afterPaint(follow) };
  };
}
