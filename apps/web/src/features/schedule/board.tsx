'use client';
import type { RosterView, ShiftView } from '@vaktplan/contracts/http/shifts';
import {
  ScheduleGrid,
  type GridChange,
  type GridHistory,
  type GridShift,
  type ScheduleGridHandle,
  type ShiftTimes,
  type WeekAhead,
} from '@vaktplan/ui/schedule-grid';
import { useRouter } from 'next/navigation';
import { memo, useDeferredValue, useMemo, useRef, useState, type ReactNode } from 'react';
import { keysOf, useCommands } from '@/features/commands/registry';
import type { CurrentLocation } from '@/features/shell/current-location';
import { useMe } from '@/features/shell/me';
import { useWords } from '@/lib/words';
import { dayAxis } from './day-axis';
import { Facepile } from './facepile';
import { FindingsToggle } from './findings-toggle';
import { labelOf } from './grid-label';
import { PublishDialog } from './lazy-panels';
import { NoMatch } from './no-match';
import { Nobody } from './nobody';
import { OpenedShift, type OpenedShiftHandle } from './opened-shift';
import { PeriodRegion } from './period-region';
import { findInSchedule, scheduleCommands } from './schedule-commands';
import { ScheduleToolbar } from './schedule-toolbar';
import type { SheetSubject } from './shift-sheet';
import { shiftFilter } from './shift-filter';
import { shiftsOf } from './shown-week';
import { useTakeAway } from './take-away/use-take-away';
import { useAskBack } from './use-ask-back';
import { useBoardData } from './use-board-data';
import { useClash } from './use-clash';
import { useFindings } from './use-findings';
import { useFlash } from './use-flash';
import { useGridLanguage } from './use-grid-language';
import { useMinute } from './use-minute';
import { useNightBefore } from './use-night-before';
import { useRepeat } from './use-repeat';
import { usePresence } from './use-presence';
import { usePublishKey } from './use-publish-key';
import { useSendCommand } from './use-send-command';
import type { Shown } from './use-shown';
import { useTurn } from './use-turn';
import type { ChangeView, View } from './use-view';
import { rangeOf, weeksOf, type Period } from './week';

type BoardProps = {
  location: CurrentLocation;
  period: Period;
  shown: Shown;
  view: View;
  roster: RosterView;
  /** Said in place of the plan, whose people could not be had. */
  instead: ReactNode;
  ahead: readonly WeekAhead[] | undefined;
  onView: ChangeView;
  onGo: (startDate: string | null) => void;
};

const NONE: readonly ShiftView[] = [];
const OFFICE_HOURS: ShiftTimes = { startMinutes: 9 * 60, endMinutes: 17 * 60 };

/** The grid with its toolbar and the panels that lie over it; not drawn anew because the address or a request is. */
export const Board = memo(function Board({ location, period: asked, shown, ...props }: BoardProps) {
  const { view, roster, instead, ahead, onView, onGo } = props;
  const { period, week } = shown;
  const { organization } = useMe();
  const language = useGridLanguage();
  const t = useWords('plan');
  const router = useRouter();
  const grid = useRef<ScheduleGridHandle>(null);
  const filterRef = useRef<HTMLInputElement>(null);
  const [history, setHistory] = useState<GridHistory>({ canUndo: false, canRedo: false });
  const sheet = useRef<OpenedShiftHandle>(null);
  const open = (subject: SheetSubject) => sheet.current?.open(subject);
  const [lastUsed, setLastUsed] = useState<ShiftTimes>(OFFICE_HOURS);
  const [publishing, setPublishing] = useState<{ shiftIds?: readonly string[] }>();
  const back = useAskBack();
  const now = useMinute();
  // the field follows the keys at once, a thousand rows when there is time
  const filterText = useDeferredValue(view.q);
  const turn = useTurn(grid, asked, onGo);
  const range = rangeOf(location.id, period);
  const own = week ? shiftsOf(week) : NONE;
  const axis = useMemo(
    () => (period.range === 'day' ? dayAxis(period.startDate, location.zone) : null),
    [period.range, period.startDate, location.zone],
  );
  const views = useNightBefore(location.id, period.startDate, axis, own);
  const board = useBoardData(location, period, view, roster, views);
  const findings = useFindings(range, roster, week && own);
  const shows = useMemo(() => shiftFilter(view, roster, findings.marks), [view, roster, findings.marks]);
  const marked = useMemo(() => own.filter(({ id }) => findings.marks.has(id)).length, [own, findings.marks]);
  const unpublished = useMemo(() => own.filter(({ state }) => state !== 'published').length, [own]);
  const clash = useClash(grid, (shift) => open({ shift }));
  const send = useSendCommand({ roster, others: board.others, askBack: back.ask, clashed: clash.clashed });
  const presence = usePresence({ locationId: location.id, weeks: weeksOf(period, organization.weekStart) });
  const flash = useFlash(`${range.startDate} ${range.endDate}`, own, week !== undefined, roster);
  const onPublish = roster.abilities.publish ? () => setPublishing({}) : undefined;
  usePublishKey(onPublish);
  const repeat = useRepeat({ locationId: location.id, period, roster, grid });
  const taken = useTakeAway({ location, range, period, view, shifts: board.shifts });
  const onAdd = roster.abilities.createShift
    ? () => open({ cell: { employeeId: null, date: period.startDate }, times: lastUsed })
    : undefined;
  const given = {
    period: asked,
    view,
    roster,
    onView,
    onGo: turn,
    onAdd,
    onPublish,
    onCopyLast: repeat.open && (() => repeat.open('last')),
    onTemplates: repeat.open && (() => repeat.open('templates')),
    onHistory: onPublish && (() => router.push(`/schedule/history?date=${period.startDate}`)),
    onUndo: () => grid.current?.undo(),
    onRedo: () => grid.current?.redo(),
    onFilter: () => filterRef.current?.focus(),
  };
  const commands = scheduleCommands(given, t);
  useCommands('schedule', { commands, find: (text) => findInSchedule(text, given, t) });

  const run = (change: GridChange, label: string) => void grid.current?.run([change], label);
  const openShift = (shift: GridShift) => {
    const here = board.others.get(shift.locationId ?? '')?.views ?? views;
    const found = here.find((one) => one.id === shift.id);
    if (found) open({ shift: found });
  };

  /** The roster of the location a shift belongs to, or in whose section one is made. */
  const rosterOf = (one: SheetSubject): RosterView => {
    const there = 'shift' in one ? one.shift.locationId : view.rows === 'location' ? one.cell.sectionId : '';
    return board.others.get(there ?? '')?.roster ?? roster;
  };

  return (
    <>
      <ScheduleToolbar
        period={asked}
        view={view}
        roster={roster}
        onView={onView}
        filterRef={filterRef}
        onGo={turn}
        history={history}
        onUndo={given.onUndo}
        onRedo={given.onRedo}
        onAdd={onAdd}
        repeat={repeat.menu}
        takeAway={taken.menu}
        onPublish={onPublish}
        findings={
          <FindingsToggle count={marked} on={view.findings} onChange={(on) => onView({ findings: on })} />
        }
        people={<Facepile people={presence.people} roster={roster} />}
        pendingChanges={unpublished}
      />
      {roster.employees.length === 0 && !instead ? (
        <Nobody />
      ) : (
        <PeriodRegion locationId={location.id} period={asked} instead={instead}>
          <ScheduleGrid
            ref={grid}
            zone={location.zone}
            {...language}
            currency={roster.location.currency}
            weekStart={organization.weekStart}
            days={period.days}
            range={period.range}
            axis={axis}
            density={view.density}
            rowsBy={view.rows}
            sections={board.sections}
            locationId={location.id}
            shows={shows}
            hideEmptyRows={view.findings}
            findings={findings.marks}
            feasibility={findings.feasibility}
            employees={board.employees}
            shifts={board.shifts}
            ahead={ahead}
            closedDays={board.closedDays}
            budget={taken.budget}
            positions={roster.positions}
            now={now}
            label={labelOf(period, location, t)}
            canEdit={roster.abilities.createShift}
            filterText={filterText}
            whenEmpty={week && <NoMatch view={view} findings={findings} onView={onView} />}
            lastUsed={lastUsed}
            onCommand={send}
            onOpenShift={openShift}
            onCreateAt={(cell) => open({ cell, times: lastUsed })}
            onWeekChange={turn}
            onNotice={clash.notify}
            presence={presence.peers}
            onPresence={presence.onPresence}
            flash={flash}
            onPublishShifts={onPublish && ((shiftIds) => setPublishing({ shiftIds }))}
            onHistory={setHistory}
            onFilterRequest={given.onFilter}
            moreKeys={[['Ctrl+K', t('everything')], ...keysOf(commands)]}
          />
        </PeriodRegion>
      )}
      <OpenedShift
        ref={sheet}
        rosterOf={rosterOf}
        askBack={back.ask}
        findings={findings.list}
        onAssign={({ id: shiftId, version }, { employeeId, name }) =>
          run({ kind: 'assign', shiftId, version, employeeId }, t('givenTo', { name }))
        }
        onSaved={(times, inverse, label) => {
          setLastUsed(times);
          grid.current?.record([inverse], label);
        }}
        onDelete={({ id: shiftId, version }) => run({ kind: 'remove', shiftId, version }, t('shiftDeleted'))}
      />
      {publishing && (
        <PublishDialog
          range={range}
          roster={roster}
          shiftIds={publishing.shiftIds}
          onClose={() => setPublishing(undefined)}
        />
      )}
      {repeat.dialog}
      {taken.dialog}
      {back.dialog}
    </>
  );
});
