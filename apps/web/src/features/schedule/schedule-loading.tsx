'use client';
import { Skeleton } from '@vaktplan/ui';
import { useSentWords, useWords } from '@/lib/words';

/** The grid's geometry while it loads; `bare` under a toolbar that is already there. */
export function ScheduleLoading({ bare = false }: { bare?: boolean }) {
  // the page's own words come with the page, which this stands for
  const t = useSentWords('plan');
  const app = useWords('app');
  return (
    <div
      // it comes and goes as one: dozens of animations would take the time that the plan needs
      className="flex min-h-0 flex-1 animate-skeleton flex-col **:animate-none"
      aria-busy="true"
      aria-label={t ? t('loading') : app('loading')}
    >
      {!bare && (
        <div className="flex h-[53px] items-center gap-2 border-b border-border bg-surface px-4">
          <Skeleton className="h-8 w-40" />
          <Skeleton className="h-8 w-56" />
        </div>
      )}
      <div className="grid flex-1 content-start gap-px overflow-hidden bg-border">
        {Array.from({ length: 12 }, (_, row) => (
          <div key={row} className="grid h-14 grid-cols-[200px_repeat(7,1fr)] gap-px max-md:grid-cols-1">
            {Array.from({ length: 8 }, (_, cell) => (
              <div key={cell} className="bg-background p-2 max-md:not-first:hidden">
                {(cell === 0 || (row * 3 + cell) % 3 === 0) && <Skeleton className="h-full" />}
              </div>
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}
