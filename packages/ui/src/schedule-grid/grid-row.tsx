import { memo } from 'react';
import { Cell } from './cell.tsx';
import { useGrid } from './grid-context.ts';
import { RowHeader } from './row-header.tsx';
import { cellKey, type ShiftIndex } from './shift-index.ts';
import type { Total } from './totals.ts';
import type { GridEmployee, GridShift } from './types.ts';

const NONE: readonly GridShift[] = [];

interface GridRowProps {
  /** `null` = the row of open shifts. */
  employee: GridEmployee | null;
  sectionId?: string | undefined;
  total: Total;
  rowIndex: number;
  top: number;
  height: number;
  days: readonly string[];
  index: ShiftIndex;
}

/** What the contract says of the days shown; of a single day it says nothing. */
const contractedIn = (employee: GridEmployee | null, days: number): number | null => {
  const week = employee?.contractedMinutesPerWeek ?? null;
  return week === null || days < 7 ? null : Math.round((week * days) / 7 / 15) * 15;
};

const shiftsOn = ({ index, employee, sectionId }: GridRowProps, date: string): readonly GridShift[] =>
  index.byCell.get(cellKey(employee?.id ?? null, date, sectionId)) ?? NONE;

/** Each change makes a new index; only rows whose cells are others in it render. */
function isSameRow({ index, ...a }: GridRowProps, { index: other, ...b }: GridRowProps): boolean {
  const keys = Object.keys(a) as (keyof typeof a)[];
  if (!keys.every((key) => a[key] === b[key])) return false;
  if (index === other) return true;
  return a.days.every((date) => shiftsOn({ ...a, index }, date) === shiftsOn({ ...b, index: other }, date));
}

/** One person's week, placed where the virtual list wants it. */
export const GridRow = memo(function GridRow(props: GridRowProps) {
  const { employee, total } = props;
  const { say, list } = useGrid().format;
  const employeeId = employee?.id ?? null;
  return (
    <div
      role="row"
      aria-rowindex={props.rowIndex + 2}
      style={{ transform: `translateY(${props.top}px)`, height: props.height }}
      className="absolute inset-x-0 top-0 grid grid-cols-(--grid-columns) border-b border-border bg-background [contain:layout_style]"
    >
      <RowHeader
        name={employee?.name ?? say('openShifts')}
        positions={employee ? list(employee.positionNames) : ''}
        minutes={total.minutes}
        contractedMinutes={contractedIn(employee, props.days.length)}
        costMinor={employee && total.minutes > 0 ? total.costMinor : null}
        costComplete={total.unknownCosts === 0}
      />
      {props.days.map((date, column) => (
        <Cell
          // not by date: another week changes the cells that are there
          key={column}
          employeeId={employeeId}
          sectionId={props.sectionId}
          date={date}
          column={column}
          shifts={shiftsOn(props, date)}
        />
      ))}
    </div>
  );
}, isSameRow);
