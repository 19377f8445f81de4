import type { ComponentProps, ReactNode } from 'react';
import { cn } from './class-names.ts';

/** Surface that groups what belongs together. */
export function Card({ className, ...props }: ComponentProps<'section'>) {
  return (
    <section {...props} className={cn('rounded-lg border border-border bg-surface shadow-card', className)} />
  );
}

export type CardHeaderProps = { title: ReactNode; description?: ReactNode; actions?: ReactNode; id?: string };

/** Heading line of a card; pass `id` and name it in the card's `aria-labelledby`. */
export function CardHeader({ title, description, actions, id }: CardHeaderProps) {
  return (
    <header className="flex min-h-13 flex-wrap items-center gap-x-4 gap-y-2 px-4 py-2.5">
      <div className="min-w-0 flex-1 max-sm:has-[p]:basis-full">
        <h2 id={id} className="text-sm leading-5 font-semibold">
          {title}
        </h2>
        {description && <p className="mt-0.5 text-[13px] text-muted">{description}</p>}
      </div>
      {actions}
    </header>
  );
}
