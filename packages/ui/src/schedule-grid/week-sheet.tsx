import { memo } from 'react';
import type { ClosedDays } from './closed-days.ts';
import { ClosedContext } from './grid-context.ts';
import { GridRow } from './grid-row.tsx';
import { HeaderRow } from './header-row.tsx';
import { SectionRow } from './section-row.tsx';
import type { ShiftIndex } from './shift-index.ts';
import { TotalsRow } from './totals-row.tsx';
import { NO_TOTAL, sumShifts, type Total, type Totals } from './totals.ts';
import type { GridBudget, GridEmployee, GridSection } from './types.ts';
import type { GridRowRef, GridWorld } from './world.ts';

/** A week (or another range) and the rows that are drawn of it. */
export interface DrawnWeek {
  days: readonly string[];
  /** All rows there are. */
  all: GridWorld['rows'];
  /** Which of them are drawn. */
  drawn: readonly number[];
  heights: readonly number[];
  offsets: Float64Array;
  people: ReadonlyMap<string, GridEmployee>;
  sections: readonly GridSection[] | undefined;
  index: ShiftIndex;
  totals: Totals;
  closed: ClosedDays;
  /** Known of the week shown. */
  budget: GridBudget | null;
}

/** A week's head, rows and totals: all that is another when one turns to another week. */
export const WeekSheet = memo(function WeekSheet(week: DrawnWeek) {
  const { days, totals, heights, offsets } = week;
  return (
    <ClosedContext value={week.closed}>
      <HeaderRow days={days} totals={totals} />
      <div role="rowgroup" className="relative" style={{ height: offsets[heights.length] }}>
        {week.drawn.map((row) => drawRow(week, row))}
      </div>
      <TotalsRow days={days} totals={totals} rowIndex={heights.length + 2} budget={week.budget} />
    </ClosedContext>
  );
});

function drawRow(week: DrawnWeek, row: number) {
  const { days, totals, index, heights, offsets } = week;
  const ref = week.all[row];
  if (!ref) return null;
  const place = { rowIndex: row, top: offsets[row]!, height: heights[row]!, days };
  if (ref.kind === 'section')
    return (
      <SectionRow
        key={ref.key}
        section={week.sections!.find((each) => each.id === ref.sectionId)!}
        totals={totals.bySection.get(ref.sectionId!)}
        {...place}
      />
    );
  return (
    <GridRow
      key={ref.key}
      employee={ref.employeeId === null ? null : week.people.get(ref.employeeId)!}
      sectionId={ref.sectionId}
      total={totalOf(totals, ref, index, days)}
      index={index}
      {...place}
    />
  );
}

/** A person's sum is of all they work; open shifts are counted in the section they are shown in. */
function totalOf(
  totals: Totals,
  { employeeId, sectionId }: GridRowRef,
  index: ShiftIndex,
  days: readonly string[],
): Total {
  if (employeeId !== null || sectionId === undefined) return totals.byEmployee.get(employeeId) ?? NO_TOTAL;
  const open = days.flatMap((date) => index.inCell({ employeeId, date, sectionId }));
  return sumShifts(open, days).all;
}
