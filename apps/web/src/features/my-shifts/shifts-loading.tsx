'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** In the geometry of the list. */
export function ShiftsLoading() {
  return (
    <Loading label={useWords('shell')('loadingShifts')} className="divide-y divide-border">
      {[0, 1, 2, 3, 4].map((row) => (
        <div key={row} className="grid gap-2 px-4 py-3 sm:grid-cols-[180px_1fr]">
          <Skeleton className="mt-2 h-5 w-32" />
          <div className="py-1">
            <Skeleton className="h-5 w-44" />
            <Skeleton className="mt-1 h-4 w-28" />
          </div>
        </div>
      ))}
    </Loading>
  );
}
