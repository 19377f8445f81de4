'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { Peer } from '@vaktplan/contracts/presence';
import { Avatar, onDemand } from '@vaktplan/ui';
import { useMe, useFormat } from '@/features/shell/me';

import type { WhoIsHereProps } from './who-is-here';

const List = onDemand<WhoIsHereProps>(() => import('./who-is-here'));

const SHOWN = 4;

/** Who else has this week open; who is where is in the list behind it. Nothing while one is alone. */
export function Facepile({ people, roster }: { people: readonly Peer[]; roster: RosterView }) {
  const { user } = useMe();
  const format = useFormat();
  const others = new Map(people.filter((peer) => peer.userId !== user.id).map((peer) => [peer.userId, peer]));
  if (others.size === 0) return null;
  const everybody = [...others.values()].sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = (id: string | null) =>
    id === null ? 'open shifts' : (roster.employees.find((one) => one.id === id)?.name ?? 'somebody');
  const whereOf = ({ cell, dragging }: Peer) =>
    dragging.length > 0
      ? `Moving ${dragging.length === 1 ? 'a shift' : `${dragging.length} shifts`}`
      : cell
        ? `At ${nameOf(cell.employeeId)}, ${format.shortDay(cell.date)}`
        : 'Looking';
  return (
    <List
      everybody={everybody}
      whereOf={whereOf}
      button={{
        variant: 'ghost',
        'aria-label': `Who is here: ${everybody.map((peer) => peer.name).join(', ')}`,
        className: 'rounded-full px-1',
        children: (
          <>
            {everybody.slice(0, SHOWN).map((peer) => (
              <Avatar
                key={peer.userId}
                id={peer.userId}
                name={peer.name}
                size="sm"
                className="-ml-1.5 ring-2 ring-surface first:ml-0"
              />
            ))}
            {everybody.length > SHOWN && (
              <span className="ml-1 text-xs text-muted tabular-nums">+{everybody.length - SHOWN}</span>
            )}
          </>
        ),
      }}
    />
  );
}
