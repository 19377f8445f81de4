'use client';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { Avatar, Badge, Card, CardHeader, EmptyState } from '@vaktplan/ui';
import { Clock } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { ShortList } from './short-list';

type Person = DashboardView['atWork'][number];

const states = {
  late: { order: 0, tone: 'danger' },
  in: { order: 1, tone: 'success' },
  on_break: { order: 2, tone: 'warning' },
} as const;

/** Who is here now, and who should be. The late come first. */
export function AtWork({ view }: { view: DashboardView }) {
  const t = useWords('dashboard');
  const people = [...view.atWork].sort(
    (a, b) => states[a.state].order - states[b.state].order || a.since.localeCompare(b.since),
  );
  return (
    <Card aria-labelledby="at-work">
      <CardHeader id="at-work" title={t('whoAtWork')} />
      {people.length === 0 ? (
        <EmptyState
          icon={<Clock />}
          title={t('nobody')}
          description={t('nobodyHint')}
          className="pt-4 pb-10"
        />
      ) : (
        <ShortList items={people} keyOf={(person) => person.employeeId} shown={6}>
          {(person) => <Row person={person} />}
        </ShortList>
      )}
    </Card>
  );
}

function Row({ person }: { person: Person }) {
  const t = useWords('dashboard');
  const format = useFormat();
  const { tone } = states[person.state];
  const { shift, zone } = person;
  const since = format.time(person.since, zone);
  return (
    <div className="flex items-center gap-3 px-4 py-2.5">
      <Avatar id={person.employeeId} name={person.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-[13px] text-muted tabular-nums">
          {shift ? format.times(shift.startsAt, shift.endsAt, zone) : t('noShift')}
          {shift?.positionName && ` · ${shift.positionName}`}
        </p>
      </div>
      <div className="text-end">
        <Badge tone={tone}>{t(`state_${person.state}`)}</Badge>
        <p className="mt-0.5 text-xs text-muted tabular-nums">
          {t(person.state === 'late' ? 'expected' : 'since', { time: since })}
        </p>
      </div>
    </div>
  );
}
