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
  const planned = format.hours(props.minutes);
  const hours =
    props.contractedMinutes === null ? planned : `${planned} / ${format.hours(props.contractedMinutes)}`;
  const known = props.costMinor !== null && (props.costComplete || props.costMinor > 0);
  const cost = known ? format.money(props.costMinor ?? 0) : null;
  const said = [
    props.name,
    props.positions,
    over ? format.say('overContract', { hours }) : hours,
    cost === null ? '' : props.costComplete ? cost : format.say('atLeast', { cost }),
  ].filter((part) => part !== '');
  return (
    <div
      role="rowheader"
      aria-label={format.list(said)}
      aria-colindex={1}
      className={`sticky start-0 z-[2] flex min-w-0 border-e border-border bg-surface px-3 ${compact ? 'items-center justify-between gap-2' : 'flex-col gap-1 pt-2.5'}`}
    >
      <span className="flex min-w-0 items-baseline gap-1.5 leading-tight">
        {/* what there is no room for is a position rather than the name */}
        <span className={`truncate text-sm font-medium ${compact ? '' : 'max-w-full shrink-0'}`}>
          {props.name}
        </span>
        {!compact && <span className="truncate text-[11px] text-muted">{props.positions}</span>}
      </span>
      <span
        className={`flex min-w-0 items-baseline justify-between gap-1 text-[11px] leading-tight text-muted tabular-nums ${compact ? 'shrink-0' : ''}`}
      >
        <span
          title={compact && hours !== planned ? hours : undefined}
          className={over ? 'font-semibold text-warning' : ''}
        >
          {/* of a low row the name gets the room */}
          {compact ? planned : hours}
        </span>
        {!compact && cost !== null && (
          <span className="truncate">
            {!props.costComplete && '≥ '}
            {cost}
          </span>
        )}
      </span>
    </div>
  );
});
