'use client';
import { Loading, Skeleton } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

/** In the geometry of the table. */
export function EmployeesLoading() {
  const t = useWords('shell');
  return (
    <Loading label={t('loadingEmployees')} className="pt-9">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-t border-border px-4">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </Loading>
  );
}
