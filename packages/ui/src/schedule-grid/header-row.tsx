import { memo } from 'react';
import { CLOSED_LOOK } from './closed-days.ts';
import { useClosedDays, useGrid } from './grid-context.ts';
import { HEADER_HEIGHT } from './layout.ts';
import { HourHeader } from './hour-header.tsx';
import { NO_TOTAL, staffedWords, type Totals } from './totals.ts';

/** Names of the days, kept in view while the rows scroll. */
export const HeaderRow = memo(function HeaderRow(props: { days: readonly string[]; totals: Totals }) {
  const { format, today, axis, range } = useGrid();
  const closed = useClosedDays();
  const tight = range === 'month' || range === 'twoWeeks';
  return (
    <div role="rowgroup" className="sticky top-0 z-20">
      <div
        role="row"
        aria-rowindex={1}
        style={{ height: HEADER_HEIGHT }}
        className="grid grid-cols-(--grid-columns) border-b border-border bg-surface"
      >
        <div
          role="columnheader"
          aria-colindex={1}
          className="sticky start-0 z-[2] flex items-center border-e border-border bg-surface px-3 text-xs font-medium text-muted"
        >
          {axis ? format.longDay(props.days[0]!) : format.say('people')}
        </div>
        {axis && <HourHeader axis={axis} date={props.days[0]!} totals={props.totals} />}
        {(axis ? [] : props.days).map((date, column) => {
          const why = closed.on(date);
          const total = props.totals.byDay.get(date) ?? NO_TOTAL;
          return (
            <div
              key={column}
              role="columnheader"
              aria-colindex={column + 2}
              aria-current={date === today ? 'date' : undefined}
              title={why === undefined ? undefined : (why ?? format.say('closed'))}
              className={`flex items-center border-e border-border ${tight ? 'justify-center' : 'justify-between gap-2 px-2'} ${why === undefined ? '' : CLOSED_LOOK}`}
            >
              <span
                className={range === 'month' ? 'flex flex-col items-center' : 'flex items-baseline gap-1.5'}
              >
                <span
                  aria-hidden="true"
                  className={`text-muted ${range === 'month' ? 'text-[10px]' : 'text-xs'}`}
                >
                  {range === 'month' ? format.tinyDay(date) : format.shortDay(date)}
                </span>
                <span
                  aria-hidden="true"
                  className={`font-semibold tabular-nums ${range === 'month' ? 'text-sm' : 'text-base'} ${date === today ? `rounded-md bg-primary ${range === 'month' ? 'px-1' : 'px-1.5'} text-primary-foreground forced-colors:text-[CanvasText] forced-colors:outline-2` : ''}`}
                >
                  {format.dayOfMonth(date)}
                </span>
                <span className="sr-only">
                  {format.list([
                    format.longDay(date),
                    ...(why === undefined
                      ? []
                      : [format.say(why ? 'closedWhy' : 'closedDay', { why: why ?? '' })]),
                    ...(total.shifts > 0 ? [staffedWords(format, total)] : []),
                  ])}
                </span>
              </span>
              {!tight && why !== undefined && total.shifts === total.staffed && (
                <span aria-hidden="true" className="min-w-0 truncate text-[11px] text-muted">
                  {why ?? format.say('closed')}
                </span>
              )}
              {!tight && total.shifts > total.staffed && (
                <span aria-hidden="true" className="text-[11px] tabular-nums text-muted">
                  {total.staffed}/{total.shifts}
                </span>
              )}
            </div>
          );
        })}
      </div>
    </div>
  );
});
