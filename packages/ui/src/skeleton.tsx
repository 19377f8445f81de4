import type { ReactNode } from 'react';
import { cn } from './class-names.ts';

/** Place holder with the size of what is coming; shown only after 250 ms, so that a quick answer does not flash. */
export function Skeleton({ className }: { className?: string }) {
  return <div aria-hidden="true" className={cn('animate-skeleton rounded-sm bg-surface-2', className)} />;
}

/** Wraps a region of skeletons and says once that it is loading. */
export function Loading({
  label,
  className,
  children,
}: {
  label: string;
  className?: string;
  children: ReactNode;
}) {
  return (
    <div role="status" className={className}>
      <span className="sr-only">{label}</span>
      {children}
    </div>
  );
}
