'use client';
import type { ReactNode } from 'react';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { weekShiftsResource } from './resources';
import { ScheduleLoading } from './schedule-loading';
import { isOnItsWay } from './use-shown';
import { rangeOf, type Period } from './week';

type PeriodRegionProps = { locationId: string; period: Period; children: ReactNode };

/** Keeps the grid (its undo log, its focus) while another period is on its way; gives it up only when that fails. */
export function PeriodRegion({ locationId, period, children }: PeriodRegionProps) {
  const t = useWords('plan');
  // asked for here, so that nothing but this is drawn when the asking begins and ends
  const query = useResource(weekShiftsResource(rangeOf(locationId, period)));
  const waiting = isOnItsWay(query);
  if (query.data === undefined && !waiting) {
    return (
      <QueryRegion query={query} loading={<ScheduleLoading bare />}>
        {() => null}
      </QueryRegion>
    );
  }
  return (
    <div
      aria-busy={waiting}
      // an empty grid is not an empty week
      className="relative flex min-h-0 flex-1 flex-col aria-busy:[&_[data-grid-scroller]]:opacity-50"
    >
      {waiting && (
        <div
          role="progressbar"
          aria-label={t('loading')}
          className="absolute inset-x-0 top-0 z-30 h-0.5 animate-pulse bg-primary"
        />
      )}
      {children}
    </div>
  );
}
