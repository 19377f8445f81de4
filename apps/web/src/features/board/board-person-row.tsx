'use client';
import type { BoardPerson } from '@vaktplan/contracts/http/board';
import { Avatar, Badge, Button } from '@vaktplan/ui';
import { Phone, UserRoundPlus } from 'lucide-react';
import Link from 'next/link';
import { useFormat } from '@/features/shell/me';
import { localDateOf } from '@/lib/format';
import { useWords } from '@/lib/words';
import { stateWords } from './state-words';

type Props = { person: BoardPerson; at: string; showPlace: boolean };

/** One person: since when, their shift, and what can be done about an empty place. */
export function BoardPersonRow({ person, at, showPlace }: Props) {
  const t = useWords('board');
  const format = useFormat();
  const { shift, zone, phone } = person;
  const { words, tone } = stateWords(person, at, format, t);
  const facts = [
    shift ? format.times(shift.startsAt, shift.endsAt, zone) : t('noShift'),
    shift?.positionName,
    showPlace && person.locationName,
  ];
  return (
    <li className="flex items-start gap-3 px-4 py-3">
      <Avatar id={person.employeeId} name={person.name} className="mt-0.5" />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-[13px] text-muted tabular-nums">{facts.filter(Boolean).join(' · ')}</p>
        <p className="mt-1 flex flex-wrap gap-1.5">
          <Badge tone={tone}>{words}</Badge>
          {person.lateMinutes > 0 && (
            <Badge tone="outline">{t('cameLate', { duration: format.duration(person.lateMinutes) })}</Badge>
          )}
        </p>
        {person.state === 'missing' && (phone || person.abilities.replace) && (
          <p className="mt-2 flex flex-wrap gap-2">
            {phone && (
              <Button asChild size="sm">
                <a
                  href={`tel:${phone.replaceAll(/[^\d+]/g, '')}`}
                  aria-label={t('callOne', { name: person.name })}
                >
                  <Phone />
                  {t('call')}
                </a>
              </Button>
            )}
            {person.abilities.replace && shift && (
              <Button asChild size="sm">
                <Link
                  href={`/schedule?${new URLSearchParams({
                    location: person.locationId,
                    week: localDateOf(new Date(shift.startsAt), zone),
                    q: person.name,
                  })}`}
                  aria-label={t('replaceOne', { name: person.name })}
                >
                  <UserRoundPlus />
                  {t('replace')}
                </Link>
              </Button>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
