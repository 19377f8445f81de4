'use client';
import { onDemand } from '@vaktplan/ui';
import { Ellipsis } from 'lucide-react';
import { useWords } from '@/lib/words';
import type { TakeAwayProps } from './take-away-menu';

const Menu = onDemand<TakeAwayProps>(() => import('./take-away-menu'));

/** The button with files, paper and forecasts; its menu is loaded when it is pointed at. */
export function TakeAway(props: TakeAwayProps) {
  const t = useWords('plan');
  return (
    <Menu
      {...props}
      button={{ variant: 'ghost', size: 'icon', 'aria-label': t('files'), children: <Ellipsis /> }}
    />
  );
}
