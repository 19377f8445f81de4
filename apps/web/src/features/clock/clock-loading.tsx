'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** In the geometry of the clock. */
export function ClockLoading() {
  return (
    <Loading label={useWords('shell')('loadingClock')} className="p-5">
      <Skeleton className="h-5.5 w-24" />
      <Skeleton className="mx-auto mt-4 h-12 w-48" />
      <Skeleton className="mx-auto mt-1 h-5 w-40" />
      <Skeleton className="mt-5 h-16" />
      <Skeleton className="mt-6 h-24" />
    </Loading>
  );
}
