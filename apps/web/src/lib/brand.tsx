import { cn } from '@vaktplan/ui';

/** The mark: three shifts, staggered. */
export function Mark({ className }: { className?: string }) {
  return (
    <svg viewBox="0 0 32 32" aria-hidden="true" className={cn('size-7 shrink-0', className)}>
      <rect width="32" height="32" rx="8" className="fill-primary" />
      <g className="fill-primary-foreground">
        <rect x="7" y="8" width="12" height="4" rx="2" />
        <rect x="11" y="14" width="14" height="4" rx="2" opacity="0.75" />
        <rect x="7" y="20" width="9" height="4" rx="2" opacity="0.5" />
      </g>
    </svg>
  );
}

/** Mark and name. */
export function Brand({ className }: { className?: string }) {
  return (
    <span
      className={cn('inline-flex items-center gap-2.5 text-[15px] font-semibold tracking-tight', className)}
    >
      <Mark />
      Vaktplan
    </span>
  );
}
