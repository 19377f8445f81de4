'use client';
import { Button, EmptyState, Field, Input, NativeSelect, Skeleton } from '@vaktplan/ui';
import { ChevronLeft, ChevronRight, UserRound } from 'lucide-react';
import { parseAsString, useQueryStates } from 'nuqs';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { rosterResource } from '@/features/schedule/resources';
import { periodAround, periodBeside } from '@/features/schedule/week';
import { useCurrentLocation } from '@/features/shell/current-location';
import { useFormat, useMay, useMe } from '@/features/shell/me';
import { useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { PersonHistory } from './person-history';

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
  const roster = useResource(rosterResource(range), {
    enabled: planner && location !== undefined,
    keepPrevious: true,
  });
  useRefetchOn(['schedule:published'], ['schedules/publications']);
  const people = roster.data?.employees ?? [];
  const employeeId = planner ? (params.employee ?? people[0]?.id) : (own ?? undefined);
  const turn = (delta: -1 | 1) => void setParams({ date: periodBeside(week, delta).startDate, at: null });
  return (
    <div className="grid gap-5">
      <div className="flex flex-wrap items-end gap-3">
        {planner && (
          <Field label={t('person')} className="w-full sm:w-64">
            <NativeSelect
              value={employeeId ?? ''}
              onChange={(event) => void setParams({ employee: event.target.value, at: null })}
            >
              {!people.some((one) => one.id === employeeId) && employeeId && (
                <option value={employeeId}>{t('elsewhere')}</option>
              )}
              {people.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </NativeSelect>
          </Field>
        )}
        <Field label={t('weekOf')}>
          <Input
            type="date"
            value={week.startDate}
            onChange={(event) => void setParams({ date: event.target.value || null, at: null })}
          />
        </Field>
        <div className="flex gap-1">
          <Button variant="secondary" size="icon" aria-label={t('previousWeek')} onClick={() => turn(-1)}>
            <ChevronLeft className="rtl:-scale-x-100" />
          </Button>
          <Button variant="secondary" size="icon" aria-label={t('nextWeek')} onClick={() => turn(1)}>
            <ChevronRight className="rtl:-scale-x-100" />
          </Button>
        </div>
        <p className="py-2 text-sm text-muted">{format.range(week.startDate, week.endDate)}</p>
      </div>
      {employeeId ? (
        <PersonHistory
          key={`${employeeId} ${week.startDate}`}
          employeeId={employeeId}
          week={week}
          zone={zone}
          at={params.at}
          onAt={(at) => void setParams({ at })}
        />
      ) : roster.isPending && planner ? (
        <Skeleton className="h-40" />
      ) : (
        <EmptyState icon={<UserRound />} title={t('nobody')} description={t('nobodyHint')} />
      )}
    </div>
  );
}
