'use client';
import { useQueryClient, type QueryClient } from '@tanstack/react-query';
import type { Signal } from '@vaktplan/contracts/socket';
import { afterPaint, EmptyState } from '@vaktplan/ui';
import { indexShifts, type WeekAhead } from '@vaktplan/ui/schedule-grid';
import { MapPin } from 'lucide-react';
import { useCallback, useEffect, useState } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import type { CurrentLocation } from '@/features/shell/current-location';
import { useOncePainted } from '@/lib/use-painted';
import { queryOf, useResource } from '@/lib/use-resource';
import { useWords } from '@/lib/words';
import { Board } from './board';
import { closedDaysOf, gridEmployeesOf, gridShiftsOf } from './grid-data';
import { isOwnEcho } from './own-changes';
import { rosterResource, weekShiftsResource } from './resources';
import { ScheduleLoading } from './schedule-loading';
import { shiftsOf } from './shown-week';
import { usePeople } from './use-people';
import { useShown } from './use-shown';
import { neighbours, useLinkedLocation, useView } from './use-view';
import { rangeOf, type Period } from './week';
import { whenAtRest } from './when-at-rest';

/** The plan of the chosen location, live. */
export function Schedule() {
  const location = useLinkedLocation();
  const t = useWords('plan');
  if (!location)
    return (
      <EmptyState
        className="flex-1"
        icon={<MapPin />}
        title={t('noLocation')}
        description={t('noLocationHint')}
      />
    );
  return <ScheduleOf key={location.id} location={location} />;
}

function ScheduleOf({ location }: { location: CurrentLocation }) {
  const client = useQueryClient();
  const { view, period, periodOf, change, go } = useView(location);
  const shifts = useResource(weekShiftsResource(rangeOf(location.id, period)));
  const shown = useShown(period, shifts);
  const painted = useOncePainted(shown.period);
  // the people hardly change from one period to another: the plan does not wait for them
  const roster = useResource(rosterResource(rangeOf(location.id, shown.period)), {
    keepPrevious: true,
    enabled: !painted || painted === shown.period,
  });
  useRefetchOn(['shift:created', 'shift:updated', 'shift:deleted'], ['shifts'], saysNew);
  useRefetchOn(['schedule:published'], ['shifts']);

  // so that going back and forward shows them at once; not before the page itself is there
  const loaded = shifts.data !== undefined;
  const [ahead, setAhead] = useState<readonly WeekAhead[]>([]);
  useEffect(() => {
    if (!loaded) return undefined;
    return afterPaint(() => {
      const beside = neighbours(period);
      const days = new Set<readonly string[]>(beside.map((one) => one.days));
      for (const one of beside) {
        void makeReady(client, location, one, (week) =>
          setAhead((others) => [
            ...others.filter((other) => days.has(other.days) && other.days !== week.days),
            week,
          ]),
        );
      }
    });
  }, [client, location, period, loaded]);

  const turn = useCallback(
    (startDate: string | null) => {
      // on its way before the page draws that it waits for it
      void client.prefetchQuery(queryOf(weekShiftsResource(rangeOf(location.id, periodOf(startDate)))));
      go(startDate);
    },
    [client, location.id, periodOf, go],
  );

  const { people, instead } = usePeople(location, roster, shifts);
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-h-0 flex-col max-md:h-[calc(100dvh-7.5rem)]">
      {people ? (
        <Board
          location={location}
          period={period}
          shown={shown}
          view={view}
          roster={people}
          instead={instead}
          ahead={period.range === 'week' ? ahead : undefined}
          onView={change}
          onGo={turn}
        />
      ) : (
        <ScheduleLoading />
      )}
    </div>
  );
}

/** Our own change has been answered with what the signal would make us ask for. */
const saysNew = (signal: Signal<'shift:updated'>): boolean => !isOwnEcho(signal);

/** What the plan of a period is drawn from; nothing when it cannot be had now. */
function ask(client: QueryClient, location: CurrentLocation, period: Period) {
  const range = rangeOf(location.id, period);
  return Promise.all([
    client.fetchQuery(queryOf(weekShiftsResource(range))),
    client.fetchQuery(queryOf(rosterResource(range))),
  ]).catch(() => []);
}

/** Asks for another period and, once nobody wants anything of the page, reads it as the grid will want it. */
async function makeReady(
  client: QueryClient,
  location: CurrentLocation,
  period: Period,
  onReady: (week: WeekAhead) => void,
): Promise<void> {
  const [week, roster] = await ask(client, location, period);
  if (!week || !roster) return;
  const { days } = period;
  whenAtRest([
    () => gridEmployeesOf(roster),
    () => shiftsOf(week),
    () => gridShiftsOf(roster, shiftsOf(week)),
    () => indexShifts(gridShiftsOf(roster, shiftsOf(week))),
    () => onReady({ days, shifts: gridShiftsOf(roster, shiftsOf(week)), closedDays: closedDaysOf(roster) }),
  ]);
}
