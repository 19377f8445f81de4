'use client';
import type { RosterView } from '@vaktplan/contracts/http/shifts';
import { Button, EmptyState, Field, Input, NativeSelect, Skeleton } from '@vaktplan/ui';
import { CalendarOff, ChevronLeft, ChevronRight, UserRound } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { rosterResource } from '@/features/schedule/resources';
import { periodAround, periodBeside } from '@/features/schedule/week';
import { useCurrentLocation } from '@/features/shell/current-location';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { QueryRegion } from '@/lib/query-region';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { PersonHistory } from './person-history';
import { publishedPeopleResource } from './resources';
import { whoToShow } from './who-to-show';

const loading = <Skeleton className="h-40" />;

/** Whose schedule, of which week, as seen when. Planners choose the person; everybody else looks at their own. */
export function ScheduleHistory() {
  const { organization, employeeId: own } = useMe();
  const { location } = useCurrentLocation();
  const planner = useMay('shift:read-draft');
  const format = useFormat();
  const t = useWords('planHistory');
  const [params, setParams] = useQueryStates({
    date: parseAsString,
    employee: parseAsString,
    at: parseAsString,
  });
  const zone = location?.zone ?? organization.zone;
  const week = periodAround(params.date, 'week', zone, organization.weekStart);
  const range = { locationId: location?.id ?? '', startDate: week.startDate, endDate: week.endDate };
  const chooses = { enabled: planner && location !== undefined, keepPrevious: true };
  const roster = useResource(rosterResource(range), chooses);
  const published = useResource(publishedPeopleResource(range), chooses);
  useRefetchOn(['schedule:published'], ['schedules/publications']);
  const { first, seen, others } = whoToShow(roster.data?.employees ?? [], published.data?.data ?? []);
  const employeeId = planner ? (params.employee ?? first) : (own ?? undefined);
  // who is looked at stays, also where another person would have more to show
  const goTo = (date: string) =>
    void setParams({ date, employee: planner ? (employeeId ?? null) : null, at: null });
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end gap-3">
        {planner && (
          <Field label={t('person')} className="w-full sm:w-64">
            <NativeSelect
              value={employeeId ?? ''}
              onChange={(event) => void setParams({ employee: event.target.value, at: null })}
            >
              {employeeId === undefined && <option value="">{t('nobody')}</option>}
              {employeeId && ![...seen, ...others].some(({ id }) => id === employeeId) && (
                <option value={employeeId}>{t('elsewhere')}</option>
              )}
              <People label={t('hasSeen')} people={seen} />
              <People label={t('hasNotSeen')} people={others} />
            </NativeSelect>
          </Field>
        )}
        <Field label={t('weekOf')}>
          <Input
            type="date"
            // as it was chosen: the first day of the week would change it while somebody types
            value={params.date ?? week.startDate}
            onChange={({ target }) => target.value && goTo(target.value)}
          />
        </Field>
        <div className="flex gap-1">
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('previousWeek')}
            onClick={() => goTo(periodBeside(week, -1).startDate)}
          >
            <ChevronLeft className="rtl:-scale-x-100" />
          </Button>
          <Button
            variant="secondary"
            size="icon"
            aria-label={t('nextWeek')}
            onClick={() => goTo(periodBeside(week, 1).startDate)}
          >
            <ChevronRight className="rtl:-scale-x-100" />
          </Button>
        </div>
        <p className="py-2 text-sm text-muted">{format.range(week.startDate, week.endDate)}</p>
      </div>
      {employeeId ? (
        <PersonHistory
          key={`${employeeId} ${week.startDate}`}
          employeeId={employeeId}
          own={!planner}
          week={week}
          zone={zone}
          at={params.at}
          onAt={(at) => void setParams({ at })}
        />
      ) : planner && location && roster.data?.employees.length !== 0 ? (
        <QueryRegion query={roster} loading={loading}>
          {() => (
            <QueryRegion query={published} loading={loading}>
              {({ meta: { latestDate } }) => (
                <EmptyState
                  icon={<CalendarOff />}
                  title={t('weekNever')}
                  description={t('weekNeverHint')}
                  action={latestDate && <Button onClick={() => goTo(latestDate)}>{t('toLatest')}</Button>}
                />
              )}
            </QueryRegion>
          )}
        </QueryRegion>
      ) : (
        <EmptyState icon={<UserRound />} title={t('nobody')} description={t('nobodyHint')} />
      )}
    </div>
  );
}

function People({ label, people }: { label: string; people: RosterView['employees'] }) {
  if (people.length === 0) return null;
  return (
    <optgroup label={label}>
      {people.map(({ id, name }) => (
        <option key={id} value={id}>
          {name}
        </option>
      ))}
    </optgroup>
  );
}
