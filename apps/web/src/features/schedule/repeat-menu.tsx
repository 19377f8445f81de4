'use client';
import {
  DropdownMenu,
  DropdownMenuContent,
  DropdownMenuItem,
  DropdownMenuSeparator,
  DropdownMenuTrigger,
} from '@vaktplan/ui';
import { CalendarPlus, CopyPlus, History, LayoutTemplate } from 'lucide-react';
import type { ReactNode } from 'react';
import { useWords } from '@/lib/words';

export type Panel = 'last' | 'copy' | 'save' | 'templates';
export type RepeatMenuProps = { onOpen: (panel: Panel) => void; last: string | undefined };

/** Copying and templates, under their button. */
export default function RepeatMenu({ trigger, onOpen, last }: RepeatMenuProps & { trigger: ReactNode }) {
  const t = useWords('plan');
  return (
    <DropdownMenu defaultOpen>
      <DropdownMenuTrigger asChild>{trigger}</DropdownMenuTrigger>
      <DropdownMenuContent align="end">
        {last && (
          <DropdownMenuItem className="lg:hidden" onSelect={() => onOpen('last')}>
            <History /> {last}
          </DropdownMenuItem>
        )}
        <DropdownMenuItem onSelect={() => onOpen('copy')}>
          <CopyPlus /> {t('copyChoose')}
        </DropdownMenuItem>
        <DropdownMenuSeparator />
        <DropdownMenuItem onSelect={() => onOpen('templates')}>
          <LayoutTemplate /> {t('useTemplate')}
        </DropdownMenuItem>
        <DropdownMenuItem onSelect={() => onOpen('save')}>
          <CalendarPlus /> {t('saveTemplate')}
        </DropdownMenuItem>
      </DropdownMenuContent>
    </DropdownMenu>
  );
}
