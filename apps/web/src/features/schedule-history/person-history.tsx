'use client';
import type { HistoryMark } from '@vaktplan/contracts/http/schedule-history';
import { Card, CardHeader, EmptyState, Skeleton } from '@vaktplan/ui';
import { History } from 'lucide-react';
import { Change } from '@/features/schedule/publish-changes';
import type { Period } from '@/features/schedule/week';
import { useMinute } from '@/features/schedule/use-minute';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { kindsOf, markAt } from './marks';
import { asSeenResource, historyResource } from './resources';
import { SeenWeek } from './seen-week';
import { TimeSlider } from './time-slider';

type PersonHistoryProps = {
  employeeId: string;
  /** It is the reader's. */
  own: boolean;
  week: Period;
  zone: string;
  /** The instant looked at; null: now. */
  at: string | null;
  onAt: (at: string | null) => void;
};

const loading = (
  <div className="grid gap-4" aria-busy="true">
    <Skeleton className="h-20" />
    <Skeleton className="h-64" />
  </div>
);

/** The slider over a person's publications, the week as it was then, and what had just changed. */
export function PersonHistory({ employeeId, own, week, ...rest }: PersonHistoryProps) {
  const t = useWords('planHistory');
  const empty = (
    <EmptyState icon={<History />} title={t('never')} description={t(own ? 'neverOwn' : 'neverHint')} />
  );
  const days = { employeeId, startDate: week.startDate, endDate: week.endDate };
  const history = useResource(historyResource(days));
  return (
    <QueryRegion query={history} loading={loading} empty={empty} isEmpty={(list) => list.data.length === 0}>
      {(list) => <Seen marks={list.data} days={days} week={week} {...rest} />}
    </QueryRegion>
  );
}

/** Before all that is kept: the first mark less a moment. */
const before = (mark: HistoryMark | undefined) => new Date(mark ? Date.parse(mark.at) - 1 : 0).toISOString();

/** The clock of the page turns by the minute: a publication may be newer. */
const latest = (marks: readonly HistoryMark[]): number => Date.parse(marks.at(-1)?.at ?? '');

type SeenProps = Omit<PersonHistoryProps, 'employeeId' | 'own'> & {
  marks: readonly HistoryMark[];
  days: { employeeId: string; startDate: string; endDate: string };
};

function Seen({ marks, days, week, zone, at, onAt }: SeenProps) {
  const t = useWords('planHistory');
  const now = useMinute();
  const wanted = at === null ? Number.NaN : Date.parse(at);
  const instant = Number.isNaN(wanted) ? Date.parse(now) : Math.min(wanted, Date.parse(now));
  const mark = marks[at === null ? marks.length - 1 : markAt(marks, instant)];
  // between two publications nothing changes, so one answer holds for all instants there
  const seen = useResource(asSeenResource(days, mark?.at ?? before(marks[0])), { keepPrevious: true });
  return (
    <div className="grid gap-5">
      <Card className="p-4">
        <TimeSlider
          marks={marks}
          value={at === null ? Math.max(instant, latest(marks)) : instant}
          now={Math.max(Date.parse(now), latest(marks))}
          zone={zone}
          onChange={(next) => onAt(next >= Date.parse(now) ? null : new Date(next).toISOString())}
        />
      </Card>
      <div className="grid items-start gap-5 lg:grid-cols-[minmax(0,1fr)_360px]">
        <Card aria-label={t('asSeen')} aria-busy={seen.isFetching}>
          <QueryRegion query={seen} loading={<Skeleton className="m-4 h-64" />}>
            {(list) => <SeenWeek days={week.days} shifts={list.data} kinds={kindsOf(mark)} />}
          </QueryRegion>
        </Card>
        <Card aria-label={t('hadChanged')}>
          <CardHeader title={t('hadChanged')} />
          {mark ? (
            <ul className="grid gap-2 px-4 pb-4">
              {mark.changes.map((change) => (
                <Change key={change.shiftId} change={change} />
              ))}
            </ul>
          ) : (
            <p className="px-4 pb-4 text-[13px] text-muted">{t('nothingYet')}</p>
          )}
        </Card>
      </div>
    </div>
  );
}
