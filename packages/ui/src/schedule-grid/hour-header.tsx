import { useGrid } from './grid-context.ts';
import { NO_TOTAL, staffedWords, type Totals } from './totals.ts';
import type { DayAxis } from './types.ts';

/** The hours of one day across: 23 or 25 of them when the clocks change, each as the clock shows it. */
export function HourHeader({ axis, date, totals }: { axis: DayAxis; date: string; totals: Totals }) {
  const { format, today } = useGrid();
  const total = totals.byDay.get(date) ?? NO_TOTAL;
  return (
    <div
      role="columnheader"
      aria-colindex={2}
      aria-current={date === today ? 'date' : undefined}
      className="relative border-e border-border"
    >
      <span className="sr-only">
        {format.list([
          format.longDay(date),
          format.say('dayHours', { hours: axis.minutes / 60 }),
          staffedWords(format, total),
        ])}
      </span>
      {axis.ticks.map(({ at, wall }) => (
        <span
          key={at}
          aria-hidden="true"
          data-hour={wall / 60}
          className="absolute bottom-0 h-full border-s border-border ps-1 pt-7 text-[11px] tabular-nums text-muted"
          style={{ insetInlineStart: `${(at / axis.minutes) * 100}%` }}
        >
          {format.hour(wall)}
        </span>
      ))}
    </div>
  );
}
