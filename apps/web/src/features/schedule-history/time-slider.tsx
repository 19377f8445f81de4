'use client';
import type { HistoryMark } from '@vaktplan/contracts/http/schedule-history';
import { Button } from '@vaktplan/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { useFormat } from '@/features/shell/me';
import { nearest, stopsOf } from './marks';

type SliderProps = {
  marks: readonly HistoryMark[];
  /** Index of the mark shown; -1: before anything was published. */
  value: number;
  onChange: (value: number) => void;
  zone: string;
};

/** Goes from publication to publication: by arrow keys, by dragging, by the marks, by the buttons at its ends. */
export function TimeSlider({ marks, value, onChange, zone }: SliderProps) {
  const format = useFormat();
  const stops = stopsOf(marks);
  const last = marks.length - 1;
  const byKey: Record<string, number> = {
    ArrowLeft: value - 1,
    ArrowDown: value - 1,
    ArrowRight: value + 1,
    ArrowUp: value + 1,
    Home: -1,
    End: last,
  };
  const words = (mark: HistoryMark | undefined) =>
    mark
      ? `${format.moment(mark.at, zone)}${mark.by ? `, published by ${mark.by}` : ''}`
      : 'Before anything was published';
  return (
    <div className="grid gap-2">
      <p className="text-sm font-semibold" aria-live="polite">
        {words(marks[value])}
      </p>
      <div className="flex items-center gap-2">
        <Button
          variant="ghost"
          size="icon"
          aria-label="Earlier"
          disabled={value < 0}
          onClick={() => onChange(value - 1)}
        >
          <ChevronLeft />
        </Button>
        <div className="grid min-w-0 flex-1 gap-1">
          <input
            type="range"
            aria-label="Publication"
            aria-valuetext={words(marks[value])}
            min={0}
            max={100}
            step={0.1}
            value={stops[value + 1] ?? 0}
            onChange={(event) => onChange(nearest(stops, Number(event.target.value)) - 1)}
            onKeyDown={(event) => {
              const next = byKey[event.key];
              if (next === undefined) return;
              event.preventDefault();
              onChange(Math.max(-1, Math.min(last, next)));
            }}
            className="h-6 w-full accent-primary"
          />
          <div className="relative mx-2 h-6">
            {marks.map((mark, i) => (
              <button
                key={mark.publicationId}
                type="button"
                tabIndex={-1}
                title={words(mark)}
                aria-label={words(mark)}
                aria-current={i === value}
                onClick={() => onChange(i)}
                style={{ insetInlineStart: `${stops[i + 1] ?? 0}%` }}
                className="absolute top-0 grid size-6 -translate-x-1/2 place-items-center before:size-2 before:rounded-full before:bg-border-strong hover:before:bg-primary aria-current:before:size-3 aria-current:before:bg-primary"
              />
            ))}
          </div>
        </div>
        <Button
          variant="ghost"
          size="icon"
          aria-label="Later"
          disabled={value >= last}
          onClick={() => onChange(value + 1)}
        >
          <ChevronRight />
        </Button>
      </div>
    </div>
  );
}
