'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** The board's geometry before it is there. */
export function BoardLoading() {
  return (
    <Loading label={useWords('shell')('loadingBoard')} className="grid gap-5">
      <div className="grid grid-cols-2 gap-2 sm:grid-cols-5">
        {[0, 1, 2, 3, 4].map((figure) => (
          <Skeleton key={figure} className="h-[78px] max-sm:last:col-span-2" />
        ))}
      </div>
      <div className="grid items-start gap-4 lg:grid-cols-3">
        {[0, 1, 2].map((column) => (
          <Skeleton key={column} className="h-72" />
        ))}
      </div>
    </Loading>
  );
}
