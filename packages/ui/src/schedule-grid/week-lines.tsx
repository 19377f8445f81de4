import { dayNumber } from './days.ts';
import { columnStyle } from './layout.ts';

/** 1970-01-01 was a Thursday. */
const weekdayOf = (date: string): number => ((dayNumber(date) + 3) % 7) + 1;

/** Among the narrow days of a month: where weeks begin. `weekStart`: 1 = Monday … 7 = Sunday. */
export function WeekLines({ days, weekStart }: { days: readonly string[]; weekStart: number }) {
  return days.map(
    (date, day) =>
      day > 0 &&
      weekdayOf(date) === weekStart && (
        <div
          key={date}
          data-week-line={date}
          className="absolute inset-y-0 -ms-px border-s border-border-strong"
          style={{ ...columnStyle(day, days.length), width: 0 }}
        />
      ),
  );
}
