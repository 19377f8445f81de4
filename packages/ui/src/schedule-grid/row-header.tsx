import { memo } from 'react';
import { useGrid } from './grid-context.ts';

interface RowHeaderProps {
  name: string;
  positions: string;
  minutes: number;
  contractedMinutes: number | null;
  costMinor: number;
  costComplete: boolean;
}

/** Who the row belongs to, with the hours planned against the contract and what they cost. */
export const RowHeader = memo(function RowHeader(props: RowHeaderProps) {
  const { format } = useGrid();
  const over = props.contractedMinutes !== null && props.minutes > props.contractedMinutes;
  const hours =
    props.contractedMinutes === null
      ? format.hours(props.minutes)
      : `${format.hours(props.minutes)} / ${format.hours(props.contractedMinutes)}`;
  return (
    <div
      role="rowheader"
      aria-colindex={1}
      className="sticky start-0 z-[2] flex min-w-0 flex-col justify-center gap-0.5 border-e border-border bg-surface px-3"
    >
      <span className="truncate text-sm leading-tight font-medium">{props.name}</span>
      <span className="flex min-w-0 items-baseline gap-1 text-[11px] leading-tight text-muted">
        <span className="truncate">{props.positions}</span>
        <span className="sr-only">,</span>
        <span
          className={`ms-auto shrink-0 tabular-nums ${over ? 'font-semibold text-warning' : ''}`}
          title={`${props.costComplete ? '' : 'at least '}${format.money(props.costMinor)}`}
        >
          {hours}
          {over && <span className="sr-only">, over contract</span>}
        </span>
        <span className="sr-only">
          , {props.costComplete ? '' : 'at least '}
          {format.money(props.costMinor)}
        </span>
      </span>
    </div>
  );
});
