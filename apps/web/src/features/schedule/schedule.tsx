'use client';
import { useQueryClient } from '@tanstack/react-query';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import { EmptyState, toast } from '@vaktplan/ui';
import {
  ScheduleGrid,
  type GridHistory,
  type GridNotice,
  type ScheduleGridHandle,
  type ShiftTimes,
} from '@vaktplan/ui/schedule-grid';
import { CalendarX2, MapPin } from 'lucide-react';
import { parseAsString, useQueryState } from 'nuqs';
import { useEffect, useMemo, useRef, useState, type ReactNode } from 'react';
import { useRefetchOn } from '@/features/realtime/use-refetch-on';
import { useCurrentLocation, type CurrentLocation } from '@/features/shell/current-location';
import { useMe } from '@/features/shell/me';
import { addDays, interfaceLocale } from '@/lib/format';
import { QueryRegion } from '@/lib/query-region';
import { queryOf, useResource } from '@/lib/use-resource';
import { useFoldDialog } from './fold-dialog';
import { indexRoster, toGridEmployees, toGridShift } from './grid-data';
import { PublishDialog } from './publish-dialog';
import { rosterResource, weekShiftsResource } from './resources';
import { ScheduleLoading } from './schedule-loading';
import { ScheduleToolbar } from './schedule-toolbar';
import { ShiftSheet, type SheetSubject } from './shift-sheet';
import { shiftsOf, type ShownWeek } from './shown-week';
import { useSendCommand } from './use-send-command';
import { useMinute } from './use-minute';
import { isoWeek, weekAround, type Week } from './week';

/** The week of the chosen location, live. */
export function Schedule() {
  const { location } = useCurrentLocation();
  if (!location)
    return (
      <EmptyState
        className="flex-1"
        icon={<MapPin />}
        title="No location yet"
        description="A schedule belongs to a location. Add the first one in the settings."
      />
    );
  return <ScheduleOf key={location.id} location={location} />;
}

function ScheduleOf({ location }: { location: CurrentLocation }) {
  const { organization } = useMe();
  const client = useQueryClient();
  const [date, setDate] = useQueryState('week', parseAsString);
  const week = weekAround(date, location.zone, organization.weekStart);
  const range = { locationId: location.id, startDate: week.startDate, endDate: week.endDate };
  const roster = useResource(rosterResource(range), { keepPrevious: true });
  const shifts = useResource(weekShiftsResource(range));
  useRefetchOn(['shift:created', 'shift:updated', 'shift:deleted', 'schedule:published'], ['shifts']);

  // the neighbours, so that switching weeks shows them at once
  useEffect(() => {
    for (const days of [-7, 7]) {
      const next = {
        locationId: location.id,
        startDate: addDays(week.startDate, days),
        endDate: addDays(week.endDate, days),
      };
      void client.prefetchQuery(queryOf(weekShiftsResource(next)));
      void client.prefetchQuery(queryOf(rosterResource(next)));
    }
  }, [client, location.id, week.startDate, week.endDate]);

  const go = (delta: -1 | 0 | 1) => void setDate(delta === 0 ? null : addDays(week.startDate, 7 * delta));
  return (
    <div className="flex h-[calc(100dvh-3.5rem)] min-h-0 flex-col max-md:h-[calc(100dvh-7.5rem)]">
      <QueryRegion query={roster} loading={<ScheduleLoading />}>
        {(people) => <Board location={location} week={week} roster={people} shifts={shifts} onWeek={go} />}
      </QueryRegion>
    </div>
  );
}

type BoardProps = {
  location: CurrentLocation;
  week: Week;
  roster: RosterView;
  shifts: ReturnType<typeof useResource<ShownWeek>>;
  onWeek: (delta: -1 | 0 | 1) => void;
};

const NONE: ShiftView[] = [];
const OFFICE_HOURS: ShiftTimes = { startMinutes: 9 * 60, endMinutes: 17 * 60 };

function Board({ location, week, roster, shifts, onWeek }: BoardProps) {
  const { organization } = useMe();
  const grid = useRef<ScheduleGridHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useState('');
  const [history, setHistory] = useState<GridHistory>({ canUndo: false, canRedo: false });
  const [subject, setSubject] = useState<SheetSubject>();
  const [lastUsed, setLastUsed] = useState<ShiftTimes>(OFFICE_HOURS);
  const [publishing, setPublishing] = useState(false);
  const fold = useFoldDialog();
  const now = useMinute();

  const range = { locationId: location.id, startDate: week.startDate, endDate: week.endDate };
  const views = shifts.data ? shiftsOf(shifts.data) : NONE;
  const employees = useMemo(() => toGridEmployees(roster), [roster]);
  const gridShifts = useMemo(() => {
    const indexed = indexRoster(roster);
    return views.map((shift) => toGridShift(shift, indexed));
  }, [views, roster]);
  const days = useMemo(
    () => weekAround(week.startDate, location.zone, organization.weekStart).days,
    [week.startDate, location.zone, organization.weekStart],
  );
  const send = useSendCommand({ roster, shown: weekShiftsResource(range), askFold: fold.ask });
  const viewOf = (id: string) => views.find((shift) => shift.id === id);

  return (
    <>
      <ScheduleToolbar
        week={week}
        filter={filter}
        filterRef={filterRef}
        onFilter={setFilter}
        onWeek={onWeek}
        history={history}
        onUndo={() => grid.current?.undo()}
        onRedo={() => grid.current?.redo()}
        onAdd={
          roster.abilities.createShift
            ? () =>
                setSubject({ cell: { employeeId: null, date: days[0] ?? week.startDate }, times: lastUsed })
            : undefined
        }
        onPublish={roster.abilities.publish ? () => setPublishing(true) : undefined}
        pendingChanges={views.filter((shift) => shift.state !== 'published').length}
      />
      {employees.length === 0 ? (
        <EmptyState
          className="flex-1"
          icon={<CalendarX2 />}
          title="Nobody works here yet"
          description="Add people to a department of this location, then plan their week."
        />
      ) : (
        <WeekRegion query={shifts}>
          <ScheduleGrid
            ref={grid}
            zone={location.zone}
            locale={interfaceLocale(organization.locale)}
            currency={roster.location.currency}
            weekStart={organization.weekStart}
            days={days}
            employees={employees}
            shifts={gridShifts}
            positions={roster.positions}
            now={now}
            label={`Schedule, week ${isoWeek(week.startDate)}, ${location.name}`}
            canEdit={roster.abilities.createShift}
            filterText={filter}
            lastUsed={lastUsed}
            onCommand={send}
            onOpenShift={(shift) => {
              const view = viewOf(shift.id);
              if (view) setSubject({ shift: view });
            }}
            onCreateAt={(cell) => setSubject({ cell, times: lastUsed })}
            onWeekChange={onWeek}
            onNotice={notify}
            onHistory={setHistory}
            onFilterRequest={() => filterRef.current?.focus()}
          />
        </WeekRegion>
      )}
      <ShiftSheet
        subject={subject}
        roster={roster}
        askFold={fold.ask}
        onClose={() => setSubject(undefined)}
        onSaved={setLastUsed}
        onDelete={(shift) => {
          setSubject(undefined);
          void grid.current?.run(
            [{ kind: 'remove', shiftId: shift.id, version: shift.version }],
            'Shift deleted',
          );
        }}
      />
      <PublishDialog range={range} open={publishing} onOpenChange={setPublishing} />
      {fold.dialog}
    </>
  );
}

/** Keeps the grid (its undo log, its focus) while another week is on its way; gives it up only when that fails. */
function WeekRegion({ query, children }: { query: BoardProps['shifts']; children: ReactNode }) {
  const waiting = query.data === undefined && query.fetchStatus === 'fetching' && !query.error;
  if (query.data === undefined && !waiting) {
    return (
      <QueryRegion query={query} loading={<ScheduleLoading bare />}>
        {() => null}
      </QueryRegion>
    );
  }
  return (
    <div aria-busy={waiting} className="relative flex min-h-0 flex-1 flex-col">
      {waiting && (
        <div
          role="progressbar"
          aria-label="Loading the week"
          className="absolute inset-x-0 top-0 z-30 h-0.5 animate-pulse bg-primary"
        />
      )}
      {children}
    </div>
  );
}

/** The grid says what it did; undoing is offered for eight seconds here and stays with Ctrl+Z in the grid. */
function notify(notice: GridNotice): void {
  if (notice.tone === 'failed') toast.error(notice.text);
  else
    toast(notice.text, {
      duration: 8000,
      ...(notice.undo ? { action: { label: 'Undo', onClick: notice.undo } } : {}),
    });
}
