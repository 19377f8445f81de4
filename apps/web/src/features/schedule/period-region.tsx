'use client';
import { cloneElement, useEffect, useState, type ReactElement, type ReactNode } from 'react';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { weekShiftsResource } from './resources';
import { ScheduleLoading } from './schedule-loading';
import { isOnItsWay } from './use-shown';
import { rangeOf, type Period } from './week';

type PeriodRegionProps = {
  locationId: string;
  period: Period;
  /** Said in place of the plan whatever becomes of it. */
  instead?: ReactNode;
  /** The grid, which knows what of itself stays beside what is said `instead` of a plan. */
  children: ReactElement<{ instead?: ReactNode }>;
};

/** Keeps the grid (its undo log, its focus) while another period is on its way; where that fails it says so in its place. */
export function PeriodRegion({ locationId, period, instead: said, children }: PeriodRegionProps) {
  const t = useWords('plan');
  // asked for here, so that nothing but this is drawn when the asking begins and ends
  const query = useResource(weekShiftsResource(rangeOf(locationId, period)));
  const waiting = isOnItsWay(query);
  const late = useLate(waiting);
  const instead =
    said ??
    (query.data === undefined && !waiting && (
      <QueryRegion query={query} loading={<ScheduleLoading bare />}>
        {() => null}
      </QueryRegion>
    ));
  return (
    <div
      aria-busy={waiting}
      data-late={late || undefined}
      // an empty grid is not an empty week
      className="relative flex min-h-0 flex-1 flex-col data-late:[&_[data-grid-scroller]]:opacity-50"
    >
      {waiting && (
        <div
          role="progressbar"
          aria-label={t('loading')}
          className="absolute inset-x-0 top-0 z-30 h-0.5 animate-pulse bg-primary"
        />
      )}
      {instead ? cloneElement(children, { instead }) : children}
    </div>
  );
}

const LATE_MS = 250;

/** Whether it has been waited for so long that dimming the grid is no flash, which a quick answer would have to paint away. */
function useLate(waiting: boolean): boolean {
  const [late, setLate] = useState(false);
  useEffect(() => {
    if (!waiting) return undefined;
    const timer = setTimeout(() => setLate(true), LATE_MS);
    return () => {
      clearTimeout(timer);
      setLate(false);
    };
  }, [waiting]);
  return waiting && late;
}
