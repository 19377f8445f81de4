'use client';
import { Check, ChevronDown } from 'lucide-react';
import { Select as Radix } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';
import { useFieldControl } from './field.tsx';
import { controlClasses } from './input.tsx';
import { useUiLanguage } from './ui-language.tsx';

export type SelectOption = { value: string; label: string; icon?: ReactNode; disabled?: boolean };

export type SelectProps = {
  value?: string;
  onValueChange: (value: string) => void;
  options: SelectOption[];
  placeholder?: string;
  disabled?: boolean;
  name?: string;
  className?: string;
  'aria-label'?: string;
};

/** Listbox for short lists, with icons; for long ones use `NativeSelect`. */
export function Select({ options, placeholder, className, 'aria-label': label, ...props }: SelectProps) {
  return (
    <Radix.Root dir={useUiLanguage().direction} {...props}>
      <Radix.Trigger
        {...useFieldControl()}
        aria-label={label}
        className={cn(
          controlClasses,
          'inline-flex h-9 pointer-coarse:min-h-11 items-center justify-between gap-2 text-start data-[placeholder]:text-muted',
          className,
        )}
      >
        <span className="truncate">
          <Radix.Value placeholder={placeholder} />
        </span>
        <Radix.Icon asChild>
          <ChevronDown className="size-4 shrink-0 text-muted" />
        </Radix.Icon>
      </Radix.Trigger>
      <Radix.Portal>
        <Radix.Content
          position="popper"
          sideOffset={4}
          className="z-50 max-h-(--radix-select-content-available-height) min-w-(--radix-select-trigger-width) animate-pop overflow-hidden rounded-lg border border-border bg-surface p-1 shadow-pop"
        >
          <Radix.Viewport>
            {options.map((option) => (
              <Radix.Item
                key={option.value}
                value={option.value}
                disabled={option.disabled}
                className="flex min-h-8 items-center gap-2 rounded-sm ps-2 pe-8 pointer-coarse:min-h-11 text-sm outline-none select-none data-[disabled]:text-muted data-[highlighted]:bg-surface-2 relative"
              >
                {option.icon}
                <Radix.ItemText>{option.label}</Radix.ItemText>
                <Radix.ItemIndicator className="absolute end-2">
                  <Check className="size-4 text-primary" />
                </Radix.ItemIndicator>
              </Radix.Item>
            ))}
          </Radix.Viewport>
        </Radix.Content>
      </Radix.Portal>
    </Radix.Root>
  );
}
