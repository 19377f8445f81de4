import { memo } from 'react';
import { useGrid } from './grid-context.ts';
import { Amounts } from './totals-row.tsx';
import { NO_TOTAL, type Total } from './totals.ts';
import type { GridSection } from './types.ts';

interface SectionRowProps {
  section: GridSection;
  /** Its days, and under `''` all of them. */
  totals: ReadonlyMap<string, Total> | undefined;
  rowIndex: number;
  top: number;
  height: number;
  days: readonly string[];
}

/** Head of a position or location with its hours and cost, by day and together. */
export const SectionRow = memo(function SectionRow(props: SectionRowProps) {
  const { section, totals } = props;
  const { format, range } = useGrid();
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex + 2}
      data-section={section.id}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      className="absolute inset-x-0 top-0 grid grid-cols-(--grid-columns) border-b border-border bg-surface-2 [contain:layout_style]"
    >
      <div
        role="rowheader"
        aria-colindex={1}
        className="sticky start-0 z-[2] flex min-w-0 items-center gap-2 border-e border-border bg-surface-2 px-3 text-xs"
      >
        <span
          aria-hidden="true"
          className="size-2.5 shrink-0 rounded-full"
          style={{ backgroundColor: section.color ?? 'var(--muted)' }}
        />
        <span className="min-w-0 flex-1 truncate text-sm font-semibold">{section.name}</span>
        <span className="sr-only">{format.say('comma')}</span>
        <Amounts total={totals?.get('') ?? NO_TOTAL} />
      </div>
      {props.days.map((date, column) => (
        <div
          key={date}
          role="gridcell"
          aria-colindex={column + 2}
          className={`flex items-center overflow-hidden border-e border-border ${range === 'twoWeeks' ? 'px-1' : 'px-2'}`}
        >
          {range !== 'month' && <Amounts total={totals?.get(date) ?? NO_TOTAL} />}
        </div>
      ))}
    </div>
  );
});
