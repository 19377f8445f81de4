import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useLayoutEffect, useRef } from 'react';
import { useGrid } from './grid-context.ts';
import { NO_TOTAL, staffedWords, type Totals } from './totals.ts';

interface DayPickerProps {
  days: readonly string[];
  date: string;
  totals: Totals;
  onPick: (date: string) => void;
  onWeek: (delta: -1 | 1) => void;
}

/** The week's days as buttons, with the weeks before and after at its ends. */
export function DayPicker({ days, date, totals, onPick, onWeek }: DayPickerProps) {
  const { format, today } = useGrid();
  const strip = useRef<HTMLDivElement>(null);
  // of two weeks or a month not all days are in sight
  useLayoutEffect(() => {
    const picked = strip.current?.querySelector<HTMLElement>('[aria-pressed=true]');
    if (!strip.current || !picked) return;
    strip.current.scrollLeft = picked.offsetLeft - (strip.current.clientWidth - picked.offsetWidth) / 2;
  }, [days, date]);
  return (
    <div
      ref={strip}
      role="group"
      aria-label={format.say('day')}
      className="relative flex items-stretch overflow-x-auto border-b border-border bg-surface px-1 py-1.5"
    >
      <button
        type="button"
        aria-label={format.say('weekBack')}
        onClick={() => onWeek(-1)}
        className={`${BUTTON} w-9`}
      >
        <ChevronLeft aria-hidden="true" className="size-5 rtl:rotate-180" />
      </button>
      {days.map((day) => {
        const total = totals.byDay.get(day) ?? NO_TOTAL;
        return (
          <button
            key={day}
            type="button"
            aria-pressed={day === date}
            aria-current={day === today ? 'date' : undefined}
            onClick={() => onPick(day)}
            className={`${BUTTON} min-w-9 flex-1 flex-col aria-pressed:bg-primary aria-pressed:text-primary-foreground aria-[current=date]:font-bold forced-colors:aria-pressed:text-[CanvasText] forced-colors:aria-pressed:outline-2`}
          >
            <span aria-hidden="true" className="text-[11px] leading-tight">
              {format.shortDay(day)}
            </span>
            <span aria-hidden="true" className="text-base leading-tight font-semibold tabular-nums">
              {format.dayOfMonth(day)}
            </span>
            <span
              aria-hidden="true"
              className={`mt-0.5 size-1 rounded-full ${total.staffed < total.shifts ? 'bg-current' : ''}`}
            />
            <span className="sr-only">{format.list([format.longDay(day), staffedWords(format, total)])}</span>
          </button>
        );
      })}
      <button
        type="button"
        aria-label={format.say('weekForward')}
        onClick={() => onWeek(1)}
        className={`${BUTTON} w-9`}
      >
        <ChevronRight aria-hidden="true" className="size-5 rtl:rotate-180" />
      </button>
    </div>
  );
}

const BUTTON =
  'flex h-14 items-center justify-center rounded-md text-foreground focus-visible:outline-2 focus-visible:outline-ring';
