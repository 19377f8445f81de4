import { cn } from '@vaktplan/ui';
import type { ReactNode } from 'react';

export type PageProps = {
  title: string;
  description?: ReactNode;
  actions?: ReactNode;
  className?: string;
  children: ReactNode;
};

/** Title line, actions and body of a signed-in page. */
export function Page({ title, description, actions, className, children }: PageProps) {
  return (
    <div className={cn('mx-auto w-full max-w-6xl px-4 py-5 md:px-6 md:py-6', className)}>
      <header className="mb-5 flex flex-wrap items-center gap-x-4 gap-y-3">
        <div className="min-w-0 flex-1 max-sm:basis-full">
          <h1 className="text-xl leading-7 font-semibold tracking-tight">{title}</h1>
          {description && <p className="text-muted">{description}</p>}
        </div>
        {actions && <div className="flex flex-wrap gap-2 max-sm:w-full max-sm:*:flex-1">{actions}</div>}
      </header>
      {children}
    </div>
  );
}
