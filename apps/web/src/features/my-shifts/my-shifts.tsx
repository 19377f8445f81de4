'use client';
import type { ShiftView } from '@vaktplan/contracts/http/shifts';
import { Badge, Card, EmptyState } from '@vaktplan/ui';
import { CalendarClock } from 'lucide-react';
import { useSearchParams } from 'next/navigation';
import { useEffect, useRef, type CSSProperties } from 'react';
import { positionsResource } from '@/features/organization/resources';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useFormat, useMe } from '@/features/shell/me';
import { hueOfColor } from '@/lib/color';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { myShiftsResource } from './resources';
import { ShiftsLoading } from './shifts-loading';
import { useShiftMarks, type Mark } from './seen-shifts';

function byDay(shifts: readonly ShiftView[]): [date: string, shifts: ShiftView[]][] {
  const days = new Map<string, ShiftView[]>();
  for (const shift of [...shifts].sort((a, b) => a.startsAt.localeCompare(b.startsAt))) {
    days.set(shift.localDate, [...(days.get(shift.localDate) ?? []), shift]);
  }
  return [...days];
}

function Empty() {
  const t = useWords('myShifts');
  return <EmptyState icon={<CalendarClock />} title={t('empty')} description={t('emptyHint')} />;
}

/** Own shifts of the next weeks by day; live. */
export function MyShifts({ employeeId, startDate }: { employeeId: string; startDate: string }) {
  const t = useWords('myShifts');
  const query = useResource(myShiftsResource(employeeId, startDate));
  useRefetchOn(['shift:created', 'shift:updated', 'shift:deleted', 'schedule:published'], ['shifts']);
  const marks = useShiftMarks(employeeId, query.data?.data);
  return (
    <Card aria-label={t('title')}>
      <QueryRegion
        query={query}
        loading={<ShiftsLoading />}
        empty={<Empty />}
        isEmpty={(list) => list.data.length === 0}
      >
        {(list) => (
          <ol className="divide-y divide-border">
            {byDay(list.data).map(([date, ofDay]) => (
              <Day key={date} date={date} shifts={ofDay} marks={marks} />
            ))}
          </ol>
        )}
      </QueryRegion>
    </Card>
  );
}

function Day({ date, shifts, marks }: { date: string; shifts: ShiftView[]; marks: Map<string, Mark> }) {
  const format = useFormat();
  const ref = useRef<HTMLLIElement>(null);
  const wanted = useSearchParams().get('date') === date;
  useEffect(() => {
    if (wanted) ref.current?.scrollIntoView({ block: 'center' });
  }, [wanted]);
  return (
    <li ref={ref} className={`grid gap-2 px-4 py-3 sm:grid-cols-[180px_1fr] ${wanted ? 'bg-accent/50' : ''}`}>
      <h2 className="pt-2 text-sm font-medium">{format.longDay(date)}</h2>
      <ul className="grid gap-2">
        {shifts.map((shift) => (
          <Row key={shift.id} shift={shift} mark={marks.get(shift.id)} />
        ))}
      </ul>
    </li>
  );
}

function Row({ shift, mark }: { shift: ShiftView; mark: Mark | undefined }) {
  const format = useFormat();
  const news = useWords('schedule');
  const { locations } = useMe();
  const position = useResource(positionsResource).data?.data.find((one) => one.id === shift.positionId);
  const place = locations.find((location) => location.id === shift.locationId)?.name;
  return (
    <li className="flex gap-3">
      <span
        aria-hidden="true"
        style={{ '--hue': hueOfColor(position?.color) } as CSSProperties}
        className="tint-solid w-1 shrink-0 rounded-full"
      />
      <div className="min-w-0 flex-1 py-1">
        <p className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <span className="font-semibold tabular-nums">
            {format.times(shift.startsAt, shift.endsAt, shift.zone)}
          </span>
          <span className="text-muted tabular-nums">{format.duration(shift.minutes)}</span>
          {mark === 'new' && <Badge tone="accent">{news('news_added')}</Badge>}
          {mark === 'changed' && <Badge tone="warning">{news('news_changed')}</Badge>}
        </p>
        <p className="truncate text-[13px] text-muted">
          {[position?.name, place].filter(Boolean).join(' · ')}
        </p>
        {shift.notes && <p className="mt-1 text-[13px] break-words">{shift.notes}</p>}
      </div>
    </li>
  );
}
