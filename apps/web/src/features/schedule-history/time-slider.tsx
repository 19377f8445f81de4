'use client';
import type { HistoryMark } from '@vaktplan/contracts/http/schedule-history';
import { directionOf } from '@vaktplan/i18n/locales';
import { Button, Input } from '@vaktplan/ui';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { instantOfWall, wallOfInstant } from '@/features/schedule/wall-clock';
import { useFormat } from '@/features/shell/me';
import { useLocale, useWords } from '@/lib/words';
import { knotsOf, instantAt, markAt, placeAt } from './marks';

type SliderProps = {
  marks: readonly HistoryMark[];
  /** The instant looked at, in milliseconds; at or after `now`: now. */
  value: number;
  now: number;
  onChange: (instant: number) => void;
  zone: string;
};

/**
 * Goes to any instant by dragging or by typing it, and from publication to publication by arrow keys, by the marks and by
 * the buttons at its ends.
 */
export function TimeSlider({ marks, value, now, onChange, zone }: SliderProps) {
  const format = useFormat();
  const t = useWords('planHistory');
  const comma = useWords('app')('comma');
  const direction = directionOf(useLocale());
  const knots = knotsOf(marks, now);
  const current = markAt(marks, value);
  // now looks like the newest publication, so one step back is the one before
  const isAt = value >= now || Date.parse(marks[current]?.at ?? '') === value;
  const first = knots[0]?.at ?? now;
  const toMark = (index: number) => onChange(index < 0 ? first : Date.parse(marks[index]?.at ?? ''));
  const earlier = () => toMark(isAt ? current - 1 : current);
  const later = () => (current + 1 < marks.length ? toMark(current + 1) : onChange(now));
  const byKey: Record<string, () => void> = {
    [direction === 'rtl' ? 'ArrowRight' : 'ArrowLeft']: earlier,
    ArrowDown: earlier,
    [direction === 'rtl' ? 'ArrowLeft' : 'ArrowRight']: later,
    ArrowUp: later,
    Home: () => onChange(first),
    End: () => onChange(now),
  };
  const moment = (instant: number) =>
    instant >= now ? t('now') : format.moment(new Date(instant).toISOString(), zone);
  const publishedWords = (when: string, name: string | null) =>
    name ? t('publishedBy', { when, name }) : t('published', { when });
  const published = (mark: HistoryMark | undefined) =>
    mark ? publishedWords(format.moment(mark.at, zone), mark.by) : t('beforeAll');
  const words = `${moment(value)}${comma}${published(marks[current])}`;
  return (
    <div className="grid gap-2">
      <div className="flex flex-wrap items-center justify-between gap-2">
        <p className="text-sm" aria-live="polite">
          <span className="font-semibold">{moment(value)}</span>
          <span className="text-muted">{`${comma}${published(marks[current])}`}</span>
        </p>
        <Input
          type="datetime-local"
          aria-label={t('seenAt')}
          className="w-auto"
          max={wallOfInstant(now, zone)}
          value={wallOfInstant(Math.min(value, now), zone)}
          onChange={(event) => {
            const instant = instantOfWall(event.target.value, zone);
            if (instant !== undefined) onChange(Math.min(now, instant));
          }}
        />
      </div>
      <div className="flex items-center gap-2">
        <Button
          variant="ghost"
          size="icon"
          aria-label={t('earlier')}
          disabled={value <= first}
          onClick={earlier}
        >
          <ChevronLeft className="rtl:-scale-x-100" />
        </Button>
        <div className="grid min-w-0 flex-1 gap-1">
          <input
            type="range"
            aria-label={t('time')}
            aria-valuetext={words}
            min={0}
            max={100}
            step={0.05}
            value={placeAt(knots, value)}
            onChange={(event) => onChange(instantAt(knots, Number(event.target.value)))}
            onKeyDown={(event) => {
              const go = byKey[event.key];
              if (!go) return;
              event.preventDefault();
              go();
            }}
            className="h-6 w-full accent-primary"
          />
          <div className="relative mx-2 h-6">
            {marks.map((mark, i) => (
              <button
                key={mark.publicationId}
                type="button"
                tabIndex={-1}
                title={published(mark)}
                aria-label={published(mark)}
                aria-current={i === current}
                onClick={() => toMark(i)}
                style={{ insetInlineStart: `${placeAt(knots, Date.parse(mark.at))}%` }}
                className="absolute top-0 grid size-6 -translate-x-1/2 place-items-center rtl:translate-x-1/2 before:size-2 before:rounded-full before:bg-border-strong hover:before:bg-primary aria-current:before:size-3 aria-current:before:bg-primary"
              />
            ))}
          </div>
        </div>
        <Button variant="ghost" size="icon" aria-label={t('later')} disabled={value >= now} onClick={later}>
          <ChevronRight className="rtl:-scale-x-100" />
        </Button>
      </div>
    </div>
  );
}
