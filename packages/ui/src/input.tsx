'use client';
import { ChevronDown } from 'lucide-react';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { useFieldControl } from './field.tsx';

export const controlClasses =
  'w-full min-w-0 rounded-md border border-border-strong/70 bg-surface px-3 text-sm pointer-coarse:text-base text-foreground shadow-card transition-colors placeholder:text-muted hover:border-border-strong focus-visible:border-ring focus-visible:outline-offset-0 disabled:bg-surface-2 disabled:text-muted aria-invalid:border-danger contrast-more:border-border-strong';

/** A finger needs more room than a pointer. */
const TALL = 'h-9 pointer-coarse:min-h-11';

/** One-line text control. */
export function Input({ className, ...props }: ComponentProps<'input'>) {
  return <input {...useFieldControl()} {...props} className={cn(controlClasses, TALL, className)} />;
}

/** Text control that grows with its text. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      rows={3}
      {...useFieldControl()}
      {...props}
      className={cn(controlClasses, 'field-sizing-content min-h-20 py-2', className)}
    />
  );
}

/** The platform's own select: right for long lists (zones, people) and for phones. */
export function NativeSelect({ className, children, ...props }: ComponentProps<'select'>) {
  return (
    <span className="relative block">
      <select
        {...useFieldControl()}
        {...props}
        className={cn(controlClasses, TALL, 'appearance-none truncate pe-9', className)}
      >
        {children}
      </select>
      <ChevronDown
        aria-hidden="true"
        className="pointer-events-none absolute top-1/2 end-3 size-4 -translate-y-1/2 text-muted"
      />
    </span>
  );
}
