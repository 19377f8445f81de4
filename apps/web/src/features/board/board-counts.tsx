'use client';
import type { Board } from '@vaktplan/contracts/http/board';
import { cn } from '@vaktplan/ui';
import { useWords } from '@/lib/words';

const figures = [
  { key: 'in', tone: 'text-success' },
  { key: 'onBreak', tone: 'text-warning' },
  { key: 'late', tone: 'text-warning' },
  { key: 'missing', tone: 'text-danger' },
  { key: 'expected', tone: 'text-foreground' },
] as const;

/** How many, at a glance. */
export function BoardCounts({ counts }: { counts: Board['meta']['counts'] }) {
  const t = useWords('board');
  return (
    <dl className="grid grid-cols-2 gap-2 sm:grid-cols-5">
      {figures.map(({ key, tone }) => (
        <div
          key={key}
          className="rounded-lg border border-border bg-surface px-4 py-3 shadow-card max-sm:last:col-span-2"
        >
          <dt className="text-[13px] text-muted">{t(`count_${key}`)}</dt>
          <dd className={cn('text-2xl font-semibold tabular-nums', counts[key] > 0 ? tone : 'text-muted')}>
            {counts[key]}
          </dd>
        </div>
      ))}
    </dl>
  );
}
