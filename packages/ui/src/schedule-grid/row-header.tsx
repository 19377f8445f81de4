import { memo } from 'react';
import { useGrid } from './grid-context.ts';
import { ROW_HEIGHT } from './layout.ts';

interface RowHeaderProps {
  name: string;
  positions: string;
  minutes: number;
  contractedMinutes: number | null;
  /** `null` = costs nothing yet, so no amount is shown. */
  costMinor: number | null;
  costComplete: boolean;
}

/** Who the row belongs to, with the hours planned against the contract and what they cost. */
export const RowHeader = memo(function RowHeader(props: RowHeaderProps) {
  const { format, metrics } = useGrid();
  const compact = metrics.row < ROW_HEIGHT;
  const over = props.contractedMinutes !== null && props.minutes > props.contractedMinutes;
  const contracted = props.contractedMinutes === null ? '' : ` / ${format.hours(props.contractedMinutes)}`;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className={`sticky start-0 z-[2] flex min-w-0 border-e border-border bg-surface px-3 ${compact ? 'items-center justify-between gap-2' : 'flex-col gap-1 pt-2.5'}`}
    >
      <span className="flex min-w-0 items-baseline gap-1.5 leading-tight">
        <span className="truncate text-sm font-medium">{props.name}</span>
        <span className="sr-only">,</span>
        <span className={compact ? 'sr-only' : 'max-w-20 shrink-0 truncate text-[11px] text-muted'}>
          {props.positions}
        </span>
      </span>
      <span
        className={`flex min-w-0 items-baseline justify-between gap-1 text-[11px] leading-tight text-muted tabular-nums ${compact ? 'shrink-0' : ''}`}
      >
        <span className="sr-only">,</span>
        <span
          title={compact && contracted ? `${format.hours(props.minutes)}${contracted}` : undefined}
          className={over ? 'font-semibold text-warning' : ''}
        >
          {format.hours(props.minutes)}
          {/* of a low row the name gets the room */}
          {compact ? <span className="sr-only">{contracted}</span> : contracted}
          {over && <span className="sr-only">, over contract</span>}
        </span>
        <span className="sr-only">,</span>
        {props.costMinor !== null && (props.costComplete || props.costMinor > 0) && (
          <span className={compact ? 'sr-only' : 'truncate'}>
            {!props.costComplete && (
              <>
                <span aria-hidden="true">≥ </span>
                <span className="sr-only">at least </span>
              </>
            )}
            {format.money(props.costMinor)}
          </span>
        )}
      </span>
    </div>
  );
});
