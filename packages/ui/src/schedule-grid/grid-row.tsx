import { memo, type ReactNode } from 'react';
import { Cell } from './cell.tsx';
import type { ShiftIndex } from './shift-index.ts';

interface GridRowProps {
  employeeId: string | null;
  rowIndex: number;
  top: number;
  height: number;
  days: readonly string[];
  index: ShiftIndex;
  children: ReactNode;
}

/** One row of cells, placed where the virtual list wants it; `children` is its row header. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex + 2}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      className="absolute inset-x-0 top-0 grid grid-cols-(--grid-columns) border-b border-border bg-background [contain:layout_style]"
    >
      {props.children}
      {props.days.map((date, column) => (
        <Cell
          key={date}
          employeeId={props.employeeId}
          date={date}
          column={column}
          shifts={props.index.at(props.employeeId, date)}
        />
      ))}
    </div>
  );
});
