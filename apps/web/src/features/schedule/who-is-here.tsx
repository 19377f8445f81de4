'use client';
import type { Peer } from '@vaktplan/contracts/presence';
import { Avatar, Popover, PopoverContent, PopoverTrigger } from '@vaktplan/ui';
import type { ReactNode } from 'react';
import { useWords } from '@/lib/words';

export type WhoIsHereProps = { everybody: readonly Peer[]; whereOf: (peer: Peer) => string };

/** Everybody who has one of the same weeks open, and where each is. */
export default function WhoIsHere({ trigger, everybody, whereOf }: WhoIsHereProps & { trigger: ReactNode }) {
  const t = useWords('plan');
  return (
    <Popover defaultOpen>
      <PopoverTrigger asChild>{trigger}</PopoverTrigger>
      <PopoverContent aria-label={t('whoIsHere')} className="w-64 p-2">
        <ul className="grid gap-1">
          {everybody.map((peer) => (
            <li key={peer.userId} className="flex items-center gap-2.5 rounded-md px-2 py-1.5">
              <Avatar id={peer.userId} name={peer.name} size="sm" />
              <span className="min-w-0">
                <span className="block truncate text-sm font-medium">{peer.name}</span>
                <span className="block truncate text-xs text-muted">{whereOf(peer)}</span>
              </span>
            </li>
          ))}
        </ul>
      </PopoverContent>
    </Popover>
  );
}
