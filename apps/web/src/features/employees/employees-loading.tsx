import { Loading, Skeleton } from '@vaktplan/ui';

/** In the geometry of the table. */
export function EmployeesLoading() {
  return (
    <Loading label="Loading employees" className="pt-9">
      {Array.from({ length: 8 }, (_, row) => (
        <div key={row} className="flex h-14 items-center gap-3 border-t border-border px-4">
          <Skeleton className="size-8 rounded-full" />
          <Skeleton className="h-4 w-40" />
        </div>
      ))}
    </Loading>
  );
}
