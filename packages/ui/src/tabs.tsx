'use client';
import { Tabs as Radix } from 'radix-ui';
import { useEffect, useRef, type ComponentProps } from 'react';
import { cn } from './class-names.ts';
import { useUiLanguage } from './ui-language.tsx';

export const Tabs = (props: ComponentProps<typeof Radix.Root>) => (
  <Radix.Root dir={useUiLanguage().direction} {...props} />
);

/** Fades the edges behind which there is more. Browsers count `scrollLeft` down from zero in right-to-left pages. */
function fade(list: HTMLElement): void {
  const { scrollLeft, scrollWidth, clientWidth } = list;
  const before = Math.abs(scrollLeft) > 1;
  const after = Math.abs(scrollLeft) + clientWidth < scrollWidth - 1;
  const [left, right] = getComputedStyle(list).direction === 'rtl' ? [after, before] : [before, after];
  list.style.setProperty('--fade-left', left ? '2.5rem' : '0px');
  list.style.setProperty('--fade-right', right ? '2.5rem' : '0px');
}

/** Names of the panels. Where they do not fit they scroll, the chosen one into sight, and fade out at that edge. */
export function TabsList({ className, ...props }: ComponentProps<typeof Radix.List>) {
  const ref = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const chosen = ref.current?.querySelector('[data-state=active]');
    chosen?.scrollIntoView({ inline: 'nearest', block: 'nearest' });
  });
  useEffect(() => {
    const list = ref.current;
    if (!list) return undefined;
    const watch = new ResizeObserver(() => fade(list));
    watch.observe(list);
    return () => watch.disconnect();
  }, []);
  return (
    <Radix.List
      {...props}
      ref={ref}
      onScroll={(event) => fade(event.currentTarget)}
      className={cn(
        'flex scroll-px-12 gap-1 overflow-x-auto border-b border-border [mask-image:linear-gradient(to_right,transparent,#000_var(--fade-left,0px),#000_calc(100%-var(--fade-right,0px)),transparent)]',
        className,
      )}
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
