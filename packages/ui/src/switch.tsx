'use client';
import { Switch as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { useFieldControl } from './field.tsx';

/** On/off that takes effect at once; give it `aria-label` or put it in a `Field`. */
export function Switch({ className, ...props }: ComponentProps<typeof Radix.Root>) {
  return (
    <Radix.Root
      {...useFieldControl()}
      {...props}
      className={cn(
        'inline-flex h-6 w-10 shrink-0 items-center rounded-full border border-transparent bg-border-strong p-0.5 transition-colors disabled:opacity-55 data-[state=checked]:bg-primary',
        className,
      )}
    >
      <Radix.Thumb className="size-4.5 rounded-full bg-surface shadow-card transition-transform data-[state=checked]:translate-x-4 rtl:data-[state=checked]:-translate-x-4" />
    </Radix.Root>
  );
}
