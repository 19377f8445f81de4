'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import type { Peer } from '@vaktplan/contracts/presence';
import { Avatar, onDemand } from '@vaktplan/ui';
import { useMe, useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import type { WhoIsHereProps } from './who-is-here';

const List = onDemand<WhoIsHereProps>(() => import('./who-is-here'));

const SHOWN = 4;

/** Who else has one of these weeks open; who is where is in the list behind it. Nothing while one is alone. */
export function Facepile({ people, roster }: { people: readonly Peer[]; roster: RosterView }) {
  const { user } = useMe();
  const format = useFormat();
  const t = useWords('plan');
  const comma = useWords('app')('comma');
  const others = new Map(people.filter((peer) => peer.userId !== user.id).map((peer) => [peer.userId, peer]));
  if (others.size === 0) return null;
  const everybody = [...others.values()].sort((a, b) => a.name.localeCompare(b.name));
  const nameOf = (id: string) => roster.employees.find((one) => one.id === id)?.name ?? t('somebody');
  const whereOf = ({ cell, dragging }: Peer) => {
    if (dragging.length > 0) return t('movingShifts', { count: dragging.length });
    if (!cell) return t('looking');
    const day = format.shortDay(cell.date);
    return cell.employeeId === null
      ? t('atOpenShifts', { day })
      : t('atPerson', { name: nameOf(cell.employeeId), day });
  };
  return (
    <List
      everybody={everybody}
      whereOf={whereOf}
      button={{
        variant: 'ghost',
        'aria-label': t('whoIsHereNames', { names: everybody.map((peer) => peer.name).join(comma) }),
        className: 'rounded-full px-1',
        children: (
          <>
            {everybody.slice(0, SHOWN).map((peer) => (
              <Avatar
                key={peer.userId}
                id={peer.userId}
                name={peer.name}
                size="sm"
                className="-ms-1.5 ring-2 ring-surface first:ms-0"
              />
            ))}
            {everybody.length > SHOWN && (
              <span className="ms-1 text-xs text-muted tabular-nums">+{everybody.length - SHOWN}</span>
            )}
          </>
        ),
      }}
    />
  );
}
