'use client';
import { Card, Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

const rows = (count: number) =>
  Array.from({ length: count }, (_, row) => (
    <div key={row} className="flex items-center gap-3 px-4 py-2.5">
      <Skeleton className="size-8 rounded-full" />
      <div className="flex-1 space-y-1.5">
        <Skeleton className="h-4 w-36" />
        <Skeleton className="h-4 w-24" />
      </div>
    </div>
  ));

/** In the geometry of the dashboard. */
export function DashboardLoading() {
  return (
    <Loading label={useWords('shell')('loadingDashboard')} className="grid grid-cols-1 gap-5">
      <Card className="grid h-[95px] grid-cols-2 gap-px max-xl:h-[190px] max-sm:h-[286px] sm:grid-cols-3 xl:grid-cols-6">
        {[0, 1, 2, 3, 4, 5].map((cell) => (
          <div key={cell} className="space-y-2 px-4 py-3.5">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-7 w-16" />
          </div>
        ))}
      </Card>
      <div className="grid grid-cols-1 items-start gap-5 lg:grid-cols-[minmax(0,1fr)_380px]">
        <div className="grid grid-cols-1 gap-5">
          <Card className="pt-12">{rows(4)}</Card>
          <Card className="h-[270px] p-4">
            <Skeleton className="h-full" />
          </Card>
        </div>
        <Card className="pt-12">{rows(7)}</Card>
      </div>
    </Loading>
  );
}
