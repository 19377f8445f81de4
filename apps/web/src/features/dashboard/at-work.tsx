'use client';
import type { DashboardView } from '@vaktplan/contracts/http/dashboard';
import { Avatar, Badge, Card, CardHeader, EmptyState } from '@vaktplan/ui';
import { Clock } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import { ShortList } from './short-list';

type Person = DashboardView['atWork'][number];

const states = {
  late: { order: 0, tone: 'danger', words: 'Late' },
  in: { order: 1, tone: 'success', words: 'At work' },
  on_break: { order: 2, tone: 'warning', words: 'On a break' },
} as const;

/** Who is here now, and who should be. The late come first. */
export function AtWork({ view }: { view: DashboardView }) {
  const people = [...view.atWork].sort(
    (a, b) => states[a.state].order - states[b.state].order || a.since.localeCompare(b.since),
  );
  return (
    <Card aria-labelledby="at-work">
      <CardHeader id="at-work" title="Who is at work" />
      {people.length === 0 ? (
        <EmptyState
          icon={<Clock />}
          title="Nobody is clocked in"
          description="People appear here the moment they clock in."
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
  const format = useFormat();
  const { tone, words } = states[person.state];
  const { shift, zone } = person;
  const since = format.time(person.since, zone);
  return (
    <div className="flex items-center gap-3 px-4 py-2.5">
      <Avatar id={person.employeeId} name={person.name} />
      <div className="min-w-0 flex-1">
        <p className="truncate font-medium">{person.name}</p>
        <p className="truncate text-[13px] text-muted tabular-nums">
          {shift ? format.times(shift.startsAt, shift.endsAt, zone) : 'No shift planned'}
          {shift?.positionName && ` · ${shift.positionName}`}
        </p>
      </div>
      <div className="text-right">
        <Badge tone={tone}>{words}</Badge>
        <p className="mt-0.5 text-xs text-muted tabular-nums">
          {person.state === 'late' ? `expected ${since}` : `since ${since}`}
        </p>
      </div>
    </div>
  );
}
