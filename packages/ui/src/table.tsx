import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

/** Table in a scroller of its own, so that a narrow page never scrolls sideways. */
export function Table({ className, label, ...props }: ComponentProps<'table'> & { label: string }) {
  return (
    <div className="w-full overflow-x-auto">
      <table
        {...props}
        aria-label={label}
        className={cn('w-full border-collapse text-start text-sm', className)}
      />
    </div>
  );
}

export function Th({ className, ...props }: ComponentProps<'th'>) {
  return (
    <th
      scope="col"
      {...props}
      className={cn('h-9 px-4 text-start text-xs font-medium whitespace-nowrap text-muted', className)}
    />
  );
}

export function Tr({ className, ...props }: ComponentProps<'tr'>) {
  return <tr {...props} className={cn('border-t border-border', className)} />;
}

export function Td({ className, ...props }: ComponentProps<'td'>) {
  return <td {...props} className={cn('h-12 px-4 py-2 align-middle', className)} />;
}
