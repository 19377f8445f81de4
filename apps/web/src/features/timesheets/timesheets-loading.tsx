'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** In the geometry of the list. */
export function TimesheetsLoading() {
  return (
    <Loading label={useWords('shell')('loadingEntries')} className="divide-y divide-border">
      {[0, 1, 2, 3, 4, 5].map((row) => (
        <div key={row} className="flex items-center gap-4 px-4 py-3">
          <Skeleton className="size-4.5" />
          <Skeleton className="h-9 w-40" />
          <Skeleton className="h-5 flex-1" />
          <Skeleton className="h-5 w-24" />
        </div>
      ))}
    </Loading>
  );
}
