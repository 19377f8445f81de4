'use client';
import { Tabs as Radix } from 'radix-ui';
import { useEffect, useRef, type ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { useUiLanguage } from './ui-language.tsx';

export const Tabs = (props: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root dir={useUiLanguage().direction} {...props} />
);

/** Names of the panels. Where they do not fit they scroll, the chosen one into sight. */
export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = ref.current?.querySelector('[data-state=active]');
    chosen?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  });
  return (
    <Radix.List
      {...props}
      ref={ref}
      className={cn('flex scroll-px-12 gap-1 overflow-x-auto border-b border-border', className)}
    />
  );
}

export function TabsTrigger({ className, ...props }: ComponentProps<typeof Radix.Trigger>) {
  return (
    <Radix.Trigger
      {...props}
      className={cn(
        '-mb-px h-10 shrink-0 border-b-2 border-transparent px-3 text-sm font-medium text-muted transition-colors hover:text-foreground focus-visible:-outline-offset-2 data-[state=active]:border-primary data-[state=active]:text-foreground',
        className,
      )}
    />
  );
}

export function TabsContent({ className, ...props }: ComponentProps<typeof Radix.Content>) {
  return <Radix.Content {...props} className={cn('pt-5', className)} />;
}
