'use client';
import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './class-names.ts';
import { useUiLanguage } from './ui-language.tsx';

export type SegmentedProps<Value extends string> = {
  value: Value;
  onValueChange: (value: Value) => void;
  options: { value: Value; label: ReactNode; ariaLabel?: string }[];
  'aria-label': string;
  className?: string;
};

/** A few choices side by side, exactly one of them chosen. */
export function Segmented<Value extends string>({
  value,
  onValueChange,
  options,
  className,
  'aria-label': label,
}: SegmentedProps<Value>) {
  return (
    <ToggleGroup.Root
      type="single"
      dir={useUiLanguage().direction}
      value={value}
      aria-label={label}
      onValueChange={(next) => {
        if (next) onValueChange(next as Value);
      }}
      className={cn(
        'inline-flex h-9 max-w-full pointer-coarse:min-h-11 items-center gap-0.5 overflow-x-auto rounded-md bg-surface-2 p-0.5 [scrollbar-width:none]',
        className,
      )}
    >
      {options.map((option) => (
        <ToggleGroup.Item
          key={option.value}
          value={option.value}
          aria-label={option.ariaLabel}
          className="inline-flex h-8 shrink-0 pointer-coarse:min-h-10 items-center gap-1.5 rounded-sm px-3 text-[13px] font-medium whitespace-nowrap text-muted transition-colors hover:text-foreground data-[state=on]:bg-[light-dark(var(--surface),var(--border))] data-[state=on]:text-foreground data-[state=on]:shadow-card [&_svg]:size-4"
        >
          {option.label}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
