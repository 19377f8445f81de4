'use client';
import { Popover as Radix } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './class-names.ts';

export const Popover = Radix.Root;
export const PopoverTrigger = Radix.Trigger;
export const PopoverClose = Radix.Close;

/** Floating panel beside its trigger; give it `aria-label`. */
export function PopoverContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return (
    <Radix.Portal>
      <Radix.Content
        sideOffset={6}
        collisionPadding={8}
        {...props}
        className={cn(
          'z-50 w-80 max-w-[calc(100vw-16px)] animate-pop rounded-lg border border-border bg-surface shadow-pop outline-none',
          className,
        )}
      />
    </Radix.Portal>
  );
}
