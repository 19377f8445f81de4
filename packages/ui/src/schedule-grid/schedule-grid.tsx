'use client';
import {
  type FocusEvent,
  type Ref,
  type RefObject,
  useEffect,
  useImperativeHandle,
  useMemo,
  useRef,
} from 'react';
import { closedDaysOf } from './closed-days.ts';
import { DayList } from './day-list.tsx';
import { ClosedContext, GridContext } from './grid-context.ts';
import { useSignals } from './grid-signals.ts';
import { HelpSheet } from './lazy-boxes.tsx';
import { LiveRegion } from './live-region.tsx';
import { goToRefused } from './refused.ts';
import { sectionOf } from './sections.ts';
import { sumShifts, type Totals, totalsOf } from './totals.ts';
import type { ScheduleGridHandle, ScheduleGridProps } from './props.ts';
import { useGridHost } from './use-grid-host.ts';
import { useNarrow } from './use-narrow.ts';
import type { TurnTo } from './week-stage.tsx';
import { usePresenceOut } from './use-presence-out.ts';
import { WeekView } from './week-view.tsx';

/**
 * The schedule as people x days, on a phone as one day's list. Knows nothing of HTTP: what it shows comes in props, what
 * changes goes out through `onCommand` and is shown at once, until the answer and the next props are there. It fills a
 * flex column with a height of its own.
 */
export function ScheduleGrid({ ref, ...props }: ScheduleGridProps & { ref?: Ref<ScheduleGridHandle> }) {
  const { days, canEdit } = props;
  const narrow = useNarrow();
  const shownProps = narrow ? asList(props) : props;
  const model = useGridHost(shownProps);
  const { host, format, metrics, today, shown } = model;
  const { rowsBy = 'employee', range = 'week', axis = null } = shownProps;
  const lastTotals = useRef<Totals>(undefined);
  const totals = useMemo(
    () =>
      rowsBy === 'employee'
        ? totalsOf(shown, days, lastTotals.current)
        : sumShifts(shown, days, (shift) => sectionOf(rowsBy, shift), lastTotals.current),
    [shown, days, rowsBy],
  );
  lastTotals.current = totals;
  const signals = useSignals(props);
  usePresenceOut(host);
  const closed = useMemo(
    () => closedDaysOf(props.closedDays, props.sections),
    [props.closedDays, props.sections],
  );
  const environment = useMemo(
    () => ({ store: host.store, signals, format, today, metrics, range, axis, canEdit }),
    [host, signals, format, today, metrics, range, axis, canEdit],
  );
  const focusRef = useRef<(() => void) | null>(null);
  const turnRef = useRef<TurnTo>(null);
  useImperativeHandle(
    ref,
    () => ({
      run: (changes, label) => host.runner.run(changes, label),
      record: (inverse, label) => void host.runner.record(inverse, label),
      undo: () => void host.runner.undo(),
      redo: () => void host.runner.redo(),
      focus: () => focusRef.current?.(),
      showRefused: () => goToRefused(host, () => focusRef.current?.()),
      turnTo: (to) => turnRef.current?.(to) ?? false,
    }),
    [host],
  );
  const View = narrow ? DayList : WeekView;
  const nobody = model.employees.length === 0;
  const noneOpen = nobody && !shown.some((shift) => shift.employeeId === null);
  const empty = !props.instead && nobody && (noneOpen || props.filterText?.trim()) ? props.whenEmpty : null;
  const answering = useBackToGrid(Boolean(empty), focusRef);
  return (
    <GridContext value={environment}>
      <ClosedContext value={closed}>
        {props.instead && !narrow ? (
          props.instead
        ) : (
          <View
            model={model}
            days={days}
            label={props.label}
            totals={totals}
            focusRef={focusRef}
            turnRef={turnRef}
          />
        )}
      </ClosedContext>
      <div
        role="status"
        {...answering}
        className={empty ? 'flex min-h-0 flex-1 flex-col overflow-y-auto md:flex-[3]' : undefined}
      >
        {empty}
      </div>
      <LiveRegion announcer={host.announcer} />
      <HelpSheet host={host} refocus={() => focusRef.current?.()} />
    </GridContext>
  );
}

/** Whoever answers what is said of an empty grid would stand nowhere once it is gone. */
function useBackToGrid(empty: boolean, focusRef: RefObject<(() => void) | null>) {
  const stoodThere = useRef(false);
  useEffect(() => {
    if (empty || !stoodThere.current) return;
    stoodThere.current = false;
    if (document.activeElement === document.body) focusRef.current?.();
  }, [empty, focusRef]);
  return {
    onFocus: () => (stoodThere.current = true),
    // nothing else takes the focus of what goes away
    onBlur: ({ relatedTarget }: FocusEvent) => {
      if (relatedTarget) stoodThere.current = false;
    },
  };
}

/** A list of one day has no hours across, and of the sections only locations: they say where one works. */
const asList = (props: ScheduleGridProps): ScheduleGridProps => ({
  ...props,
  rowsBy: 'employee',
  axis: null,
  sections: props.rowsBy === 'location' ? props.sections : undefined,
});
