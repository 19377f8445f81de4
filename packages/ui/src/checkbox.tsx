'use client';
import { Check, Minus } from 'lucide-react';
import { Checkbox as Radix } from 'radix-ui';
import { useId, type ComponentProps, type ReactNode } from 'react';
import { cn } from './class-names.ts';

export type CheckboxProps = ComponentProps<typeof Radix.Root> & { label: ReactNode; hint?: ReactNode };

/** Checkbox with its label; the whole line is the target. */
export function Checkbox({ label, hint, className, id, ...props }: CheckboxProps) {
  const ownId = useId();
  const boxId = id ?? ownId;
  return (
    <div className={cn('flex gap-2.5', className)}>
      <Radix.Root
        {...props}
        id={boxId}
        aria-describedby={hint ? `${boxId}-hint` : undefined}
        className="peer mt-0.5 grid size-4.5 shrink-0 pointer-coarse:mt-2.5 place-items-center rounded-[5px] border border-border-strong bg-surface shadow-card disabled:opacity-55 data-[state=checked]:border-primary data-[state=checked]:bg-primary data-[state=checked]:text-primary-foreground data-[state=indeterminate]:border-primary data-[state=indeterminate]:bg-primary data-[state=indeterminate]:text-primary-foreground"
      >
        <Radix.Indicator>
          {props.checked === 'indeterminate' ? (
            <Minus className="size-3.5" strokeWidth={3} />
          ) : (
            <Check className="size-3.5" strokeWidth={3} />
          )}
        </Radix.Indicator>
      </Radix.Root>
      <div className="min-w-0">
        <label htmlFor={boxId} className="block py-0.5 text-sm pointer-coarse:py-2.5">
          {label}
        </label>
        {hint && (
          <p id={`${boxId}-hint`} className="text-[13px] text-muted">
            {hint}
          </p>
        )}
      </div>
    </div>
  );
}
