'use client';
import { Card, Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** In the geometry of the overview. */
export function StatusLoading() {
  const t = useWords('shell');
  return (
    <Loading label={t('loadingStatus')} className="grid grid-cols-1 gap-5">
      <Card className="h-[74px] px-4 py-3.5">
        <Skeleton className="h-5 w-40" />
      </Card>
      <Card className="grid h-[95px] grid-cols-2 gap-px max-lg:h-[190px] max-sm:h-[286px] sm:grid-cols-3 lg:grid-cols-5">
        {[0, 1, 2, 3, 4].map((cell) => (
          <div key={cell} className="space-y-2 px-4 py-3.5">
            <Skeleton className="h-4 w-24" />
            <Skeleton className="h-7 w-16" />
          </div>
        ))}
      </Card>
      <Card className="h-48" />
    </Loading>
  );
}

export function ListLoading({ label }: { label: string }) {
  return (
    <Loading label={label} className="space-y-4 border-t border-border px-4 py-4">
      <Skeleton className="h-5 max-w-80" />
      <Skeleton className="h-5 max-w-64" />
    </Loading>
  );
}
